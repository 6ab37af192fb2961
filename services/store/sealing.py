"""Typed values to sealed columns and back: JSON by pydantic, sealed with the household's key.

What a text is bound to (its table and reference) is authenticated with it, so that a sealed value
cannot be moved to another row.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from workflows.contracts import CountedVote, DecisionSnapshot, PlanSnapshot, PlanStart
from workflows.keys import seal, unseal

T = TypeVar("T")


class SealedAs(Generic[T]):
    """One kind of value that is kept sealed, under its own name."""

    def __init__(self, name: str, adapter: TypeAdapter[T]) -> None:
        self._name = name
        self._adapter = adapter

    def seal(self, key: bytes, ref: str, value: T) -> bytes:
        """The value as sealed JSON, bound to `ref`."""
        return seal(key, self._adapter.dump_json(value), bound_to=f"{self._name}:{ref}")

    def open(self, key: bytes, ref: str, sealed: bytes) -> T:
        """The inverse; raises cryptography's InvalidTag for another key, reference or kind."""
        return self._adapter.validate_json(unseal(key, sealed, bound_to=f"{self._name}:{ref}"))


@dataclass(frozen=True, slots=True)
class MemberDetails:
    """What only people of the household's own municipality read."""

    name: str


@dataclass(frozen=True, slots=True)
class HouseholdDetails:
    """Address lines and names of parties by their reference, for the people of the municipality."""

    address_lines: dict[str, str]
    party_names: dict[str, str]


@cache
def household_details() -> SealedAs[HouseholdDetails]:
    """Addresses and names of parties, bound to the household."""
    return SealedAs("household", TypeAdapter(HouseholdDetails))


@cache
def plan_snapshots() -> SealedAs[PlanSnapshot]:
    """Snapshots of plans, bound to the plan's reference."""
    return SealedAs("plan", TypeAdapter(PlanSnapshot))


@cache
def plan_starts() -> SealedAs[PlanStart]:
    """What starts a plan, until its workflow has it."""
    return SealedAs("plan-start", TypeAdapter(PlanStart))


@cache
def decision_snapshots() -> SealedAs[DecisionSnapshot]:
    """Snapshots of decisions, bound to the decision's reference."""
    return SealedAs("decision", TypeAdapter(DecisionSnapshot))


@cache
def record_bodies() -> SealedAs[str]:
    """The canonical texts of decision records, bound to decision and version."""
    return SealedAs("decision-record", TypeAdapter(str))


@cache
def counted_votes() -> SealedAs[CountedVote]:
    """Counted votes, bound to decision and vote."""
    return SealedAs("vote", TypeAdapter(CountedVote))


@cache
def bsns() -> SealedAs[str]:
    """Citizen service numbers, bound to household and member."""
    return SealedAs("bsn", TypeAdapter(str))


@cache
def member_details() -> SealedAs[MemberDetails]:
    """Names, bound to household and member."""
    return SealedAs("member", TypeAdapter(MemberDetails))

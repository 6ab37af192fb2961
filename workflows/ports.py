"""What the activities need from the outside, besides the agencies: persons' numbers, and where
snapshots are kept.

The store implements these; tests use the in-memory twins in `workflows.in_memory`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from agency_adapters.contract.port import PersonNumber
from workflows.contracts import DecisionSnapshot, PlanRef, PlanSnapshot


class PersonRegister(Protocol):
    """Who the household's members are to an agency."""

    async def persons_of(self, plan: PlanRef) -> Sequence[PersonNumber]:
        """Members with their BSN; excluded members and those outside the plan are not
        `asked_about`.

        Raises KeyError for a household that does not exist or has been erased.
        """
        ...


class SnapshotStore(Protocol):
    """Where the plan's state is kept for people who search it and for the law. Both calls are
    idempotent on (reference, sequence) and never replace a later sequence by an earlier one."""

    async def save_plan(self, snapshot: PlanSnapshot) -> None:
        """Keep this state of a plan (without its decisions, which are saved on their own)."""
        ...

    async def save_decision(self, snapshot: DecisionSnapshot) -> None:
        """Keep this state of a decision."""
        ...

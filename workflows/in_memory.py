"""In-memory twins of the ports, for tests and for replaying: same contract, nothing kept."""

from __future__ import annotations

from collections.abc import Sequence

from agency_adapters.contract.port import PersonNumber
from workflows.contracts import DecisionSnapshot, PlanRef, PlanSnapshot
from workflows.keys import HouseholdKeyMissing


class InMemoryKeyRing:
    """Keys by household; those not given are missing."""

    def __init__(self, keys: dict[str, bytes]) -> None:
        self._keys = keys

    async def key_of(self, household_ref: str) -> bytes:
        """Raises HouseholdKeyMissing for a household without a key."""
        key = self._keys.get(household_ref)
        if key is None:
            raise HouseholdKeyMissing(household_ref)
        return key

    def destroy(self, household_ref: str) -> None:
        """Erase the household."""
        del self._keys[household_ref]


class InMemoryPersons:
    """The same persons for every plan."""

    def __init__(self, persons: Sequence[PersonNumber]) -> None:
        self._persons = persons

    async def persons_of(self, plan: PlanRef) -> Sequence[PersonNumber]:
        """All of them."""
        return self._persons


class InMemorySnapshots:
    """The latest snapshot of every plan and decision, and how often each was written."""

    def __init__(self) -> None:
        self.plans: dict[str, PlanSnapshot] = {}
        self.decisions: dict[str, DecisionSnapshot] = {}

    async def save_plan(self, snapshot: PlanSnapshot) -> None:
        """Keeps the later of two sequences."""
        known = self.plans.get(snapshot.ref.plan)
        if known is None or snapshot.sequence >= known.sequence:
            self.plans[snapshot.ref.plan] = snapshot

    async def save_decision(self, snapshot: DecisionSnapshot) -> None:
        """Keeps the later of two sequences."""
        known = self.decisions.get(snapshot.ref)
        if known is None or snapshot.sequence >= known.sequence:
            self.decisions[snapshot.ref] = snapshot

"""An agency that does what a test tells it to, and remembers what was asked of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from agency_adapters.contract.errors import AgencyError
from agency_adapters.contract.port import Asker, Judgement
from domain.measures import Measure, Receipt
from domain.position import Position
from domain.records import Record
from domain.vocabulary import Agency, RecordKind

Trouble = Callable[[str], AgencyError | None]
"""Given the method that is called, the error it ends in, or None when it succeeds."""


def well(_: str) -> AgencyError | None:
    """No trouble."""
    return None


@dataclass
class ScriptedAgency:
    """Applies by key once; `log` holds every effect in order, shared between agencies by the
    test."""

    agency: Agency
    records: tuple[Record, ...] = ()
    trouble: Trouble = well
    log: list[tuple[str, Agency, str]] = field(default_factory=list)
    forbidden: frozenset[str] = frozenset()
    applied: dict[str, Receipt] = field(default_factory=dict)
    asked: int = 0

    async def get_position(
        self, asker: Asker, on: dt.date, kinds: tuple[RecordKind, ...]
    ) -> Position:
        self.asked += 1
        self._maybe_fail("get_position")
        return Position(self.agency, on, self.records)

    async def assess_measure(self, asker: Asker, measure: Measure, on: dt.date) -> Judgement:
        self._maybe_fail("assess_measure")
        if measure.ref in self.forbidden:
            return Judgement(measure.ref, False, "the law forbids it")
        return Judgement(measure.ref, True, "lawful", allowed_by=measure.provision)

    async def apply_measure(
        self, asker: Asker, measure: Measure, on: dt.date, idempotency_key: str, decision_ref: str
    ) -> Receipt:
        self._maybe_fail("apply_measure")
        if idempotency_key not in self.applied:
            self.log.append(("apply", self.agency, measure.ref))
            self.applied[idempotency_key] = Receipt(
                f"{self.agency.value}-{len(self.applied) + 1}",
                self.agency,
                measure.ref,
                idempotency_key,
                on,
                measure.on,
            )
        return self.applied[idempotency_key]

    async def revert_measure(
        self, asker: Asker, idempotency_key: str, on: dt.date, reason: str
    ) -> Receipt | None:
        self._maybe_fail("revert_measure")
        self.log.append(("revert", self.agency, idempotency_key.rpartition("/")[2]))
        return self.applied.pop(idempotency_key, None)

    def _maybe_fail(self, method: str) -> None:
        error = self.trouble(method)
        if error is not None:
            raise error


def failing(method: str, error: AgencyError, times: int | None = None) -> Trouble:
    """This method ends in this error: the first `times` calls, or always."""
    left = [times]

    def trouble(called: str) -> AgencyError | None:
        if called != method or left[0] == 0:
            return None
        if left[0] is not None:
            left[0] -= 1
        return error

    return trouble

"""The in-memory twin of an agency, for tests: no server, no database, the same rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from agency_adapters.contract.disclosure import Naming, disclosed
from agency_adapters.contract.errors import AgencyRefused, FieldViolation
from agency_adapters.contract.judging import judgement_of, outcome_of
from agency_adapters.contract.port import Asker, Judgement, PersonNumber
from agency_adapters.law.applied import by_law
from agency_adapters.ledger.errors import (
    ChangedSince,
    KeyReused,
    LedgerError,
    NotLawful,
    RecordUnknown,
    RevertedBeforeApplied,
)
from agency_adapters.profile import AgencyProfile
from agency_adapters.registry import profile_of
from domain.measures import Measure, Receipt
from domain.measures.effects import RecordsAfter
from domain.measures.own_decision import decision_on, taken_back
from domain.position import Position
from domain.records import MemberRef, Record, RecordRef
from domain.vocabulary import Agency, RecordKind

_NO_BIRTHS: Mapping[str, dt.date] = MappingProxyType({})

Versions = dict[RecordRef, Record | None]


@dataclass(slots=True)
class _Done:
    """A measure that was carried out: its receipt, and the records before and after it."""

    measure: Measure
    receipt: Receipt
    before: Versions
    after: Versions


class InMemoryAgency:
    """One agency that holds one household, in every administration alike.

    `records` use the references of `persons`; `births` is by BSN. Honours idempotency keys, refuses
    what the real one refuses, and takes measures back. Not for concurrent use from several event
    loops.
    """

    def __init__(
        self,
        agency: Agency,
        persons: Sequence[PersonNumber],
        records: Sequence[Record],
        births: Mapping[str, dt.date] = _NO_BIRTHS,
    ) -> None:
        self.agency = agency
        self._ref_of = {person.bsn: person.ref for person in persons}
        self._held: dict[RecordRef, Record] = {record.id: record for record in records}
        self._done: dict[str, _Done | None] = {}
        self._profile: AgencyProfile = profile_of(agency)
        self._numbers = 0
        self._births = births

    @property
    def records(self) -> tuple[Record, ...]:
        """The ledger as it is now."""
        return tuple(self._held.values())

    @property
    def receipts(self) -> tuple[Receipt, ...]:
        """Every measure that was carried out, as it now stands, in the order of carrying out."""
        return tuple(done.receipt for done in self._done.values() if done is not None)

    async def get_position(
        self, asker: Asker, on: dt.date, kinds: tuple[RecordKind, ...]
    ) -> Position:
        """What the agency holds about the persons asked about, of these kinds."""
        self._must_be_answerable(asker, kinds)
        naming = self._naming(asker)
        seen = (
            disclosed(record, naming)
            for record in self.records
            if RecordKind(record.record) in kinds
        )
        told = tuple(record for record in seen if record is not None)
        return Position(
            self.agency, on, told, by_law(self._profile.law, told, on, self._births_of(asker))
        )

    async def assess_measure(self, asker: Asker, measure: Measure, on: dt.date) -> Judgement:
        """Whether a measure would be lawful; changes nothing."""
        self._must_be_answerable(asker)
        try:
            self._must_concern(asker, measure)
        except LedgerError as error:
            raise self._refused(error) from None
        return judgement_of(measure, self.records, on)

    async def apply_measure(
        self, asker: Asker, measure: Measure, on: dt.date, idempotency_key: str, decision_ref: str
    ) -> Receipt:
        """Carry it out, once per key."""
        self._must_be_answerable(asker)
        try:
            if idempotency_key in self._done:
                return self._first_receipt(measure, idempotency_key)
            self._must_concern(asker, measure)
            after = outcome_of(measure, self.records, on)
        except LedgerError as error:
            raise self._refused(error) from None
        return self._carry_out(measure, after, on, idempotency_key)

    async def revert_measure(
        self, asker: Asker, idempotency_key: str, on: dt.date, reason: str
    ) -> Receipt | None:
        """Take it back; None when the key was never applied, and then it never can be."""
        self._must_be_answerable(asker)
        done = self._done.setdefault(idempotency_key, None)
        if done is None:
            return None
        if not done.receipt.reverted:
            for ref, record in done.after.items():
                if self._held.get(ref) != record:
                    raise self._refused(ChangedSince(done.receipt.number))
            self._put(done.before)
            done.receipt = taken_back(done.receipt)
        return done.receipt

    def _first_receipt(self, measure: Measure, idempotency_key: str) -> Receipt:
        done = self._done[idempotency_key]
        if done is None:
            raise RevertedBeforeApplied
        if done.measure != measure:
            raise KeyReused
        return done.receipt

    def _carry_out(
        self, measure: Measure, outcome: RecordsAfter, on: dt.date, idempotency_key: str
    ) -> Receipt:
        after: Versions = {
            record.id: record for record in outcome.records if self._held.get(record.id) != record
        }
        before: Versions = {ref: self._held.get(ref) for ref in after}
        self._put(after)
        self._numbers += 1
        number = f"{self._profile.number_prefix}-{on.year}-{self._numbers:06d}"
        receipt = Receipt(
            number=number,
            agency=self.agency,
            measure_ref=measure.ref,
            idempotency_key=idempotency_key,
            decided_on=on,
            changed=tuple(after),
            decision=decision_on(measure, outcome, number, on),
        )
        self._done[idempotency_key] = _Done(measure, receipt, before, after)
        return receipt

    def _put(self, versions: Versions) -> None:
        for ref, record in versions.items():
            if record is None:
                del self._held[ref]
            else:
                self._held[ref] = record

    def _births_of(self, asker: Asker) -> dict[MemberRef, dt.date]:
        """The days of birth of whom the asker names, by the asker's references."""
        return {
            person.ref: self._births[person.bsn]
            for person in asker.persons
            if person.bsn in self._births
        }

    def _naming(self, asker: Asker) -> Naming:
        named = {person.bsn: person.ref for person in asker.persons}
        return Naming(
            names={ref: named.get(bsn) for bsn, ref in self._ref_of.items()},
            asked_about=frozenset(each.ref for each in asker.persons if each.asked_about),
        )

    def _must_concern(self, asker: Asker, measure: Measure) -> None:
        naming = self._naming(asker)
        named = [self._held.get(ref) for ref in measure.on]
        if not all(record is not None and naming.concerns(record) for record in named):
            raise RecordUnknown

    def _must_be_answerable(
        self, asker: Asker, kinds: tuple[RecordKind, ...] = tuple(RecordKind)
    ) -> None:
        violations = [
            FieldViolation(field, description)
            for field, is_there, description in (
                ("purpose", asker.purpose.strip(), "is missing"),
                ("fields", kinds, "name nothing that is asked for"),
                (
                    "household.persons",
                    any(person.asked_about for person in asker.persons),
                    "name nobody who is asked about",
                ),
            )
            if not is_there
        ]
        if violations:
            raise AgencyRefused(
                self.agency,
                "REQUEST_INVALID",
                "the request cannot be answered",
                tuple(violations),
            )

    def _refused(self, error: LedgerError) -> AgencyRefused:
        judgement = error.judgement if isinstance(error, NotLawful) else None
        forbidden_by = judgement.forbidden_by if judgement else None
        instead_use = judgement.instead_use if judgement else None
        return AgencyRefused(
            self.agency,
            error.reason,
            str(error),
            forbidden_by=str(forbidden_by) if forbidden_by else None,
            instead_use=str(instead_use) if instead_use else None,
        )

"""Facts of law from an agency's own records, each with the record that it comes from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, Never, TypeVar

from domain.legislation.determination import UNKNOWN, Facts, Unknown
from domain.records import (
    Count,
    Entitlement,
    FactUsed,
    Flag,
    MemberRef,
    Money,
    Record,
    RecordRef,
    Ref,
    Value,
)
from domain.vocabulary import Certainty, Department, EntitlementStatus, FactName

_IN_FORCE = frozenset(
    {EntitlementStatus.IN_PAYMENT, EntitlementStatus.SUSPENDED, EntitlementStatus.ELIGIBLE}
)

T = TypeVar("T", covariant=True)
F = TypeVar("F", bound=Facts)


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value with where it stands, or not known."""

    value: T | Unknown
    source: str = ""


NOT_FOUND: Found[Never] = Found(UNKNOWN)
"""A fact that no ledger holds."""


@dataclass(frozen=True, slots=True)
class LedgerFacts:
    """What the facts in an agency's records say on a day, as one department works with them.

    A fact that is disputed, or that stands there with two different values, is not known. `births`
    are the days of birth that the agency has from the BRP.
    """

    records: tuple[Record, ...]
    on: dt.date
    births: Mapping[MemberRef, dt.date] = field(default_factory=dict)
    department: Department | None = None

    def of(self, department: Department | None) -> LedgerFacts:
        """The same facts as this department works with them."""
        return replace(self, department=department)

    def born(self, person: MemberRef) -> Found[dt.date]:
        """The day of birth of a person."""
        born = self.births.get(person)
        return NOT_FOUND if born is None else Found(born, "BRP")

    def find(self, record_id: RecordRef | None) -> Record | None:
        """The record with this id, when it is among those that may be known."""
        return next((record for record in self.records if record.id == record_id), None)

    def yearly_income(self, persons: Iterable[MemberRef], year: int) -> Found[int]:
        """The income of a calendar year of these persons, in euro cents a year."""
        found = self._facts(FactName.INCOME_YEAR, persons)
        return self._money(fact for fact in found if _is_of_year(fact, year))

    def assets(self, persons: Iterable[MemberRef]) -> Found[int]:
        """The assets of these persons, in euro cents."""
        return self._money(self._facts(FactName.ASSETS, persons))

    def has_partner(self, persons: Iterable[MemberRef]) -> Found[bool]:
        """Whether a partner stands there; that there is none is a value too."""
        found = self._one(self._facts(FactName.PARTNER, persons))
        if found is None or not isinstance(found.value, Ref):
            return NOT_FOUND
        return Found(found.value.ref is not None, source_of(found.id))

    def flag(self, name: FactName, persons: Iterable[MemberRef]) -> Found[bool]:
        """A fact that is yes or no."""
        found = self._one(self._facts(name, persons))
        if found is None or not isinstance(found.value, Flag):
            return NOT_FOUND
        return Found(found.value.flag, source_of(found.id))

    def count(self, name: FactName, persons: Iterable[MemberRef]) -> Found[int]:
        """A fact that is a whole number."""
        found = self._one(self._facts(name, persons))
        if found is None or not isinstance(found.value, Count):
            return NOT_FOUND
        return Found(found.value.count, source_of(found.id))

    def _money(self, facts: Iterable[FactUsed]) -> Found[int]:
        found = self._one(facts)
        if found is None or not isinstance(found.value, Money):
            return NOT_FOUND
        return Found(found.value.amount_cents, source_of(found.id))

    def _facts(self, name: FactName, persons: Iterable[MemberRef]) -> Iterator[FactUsed]:
        wanted = set(persons)
        for record in self.records:
            if (
                isinstance(record, FactUsed)
                and record.fact is name
                and record.certainty is not Certainty.DISPUTED
                and record.department in (None, self.department)
                and not wanted.isdisjoint(record.persons)
            ):
                yield record

    def _one(self, facts: Iterable[FactUsed]) -> FactUsed | None:
        found = list(facts)
        values: list[Value] = [fact.value for fact in found]
        return found[-1] if found and all(value == values[0] for value in values) else None


def source_of(record: RecordRef) -> str:
    """How an explanation names a record of the agency itself."""
    return f"dossier, kenmerk {record}"


def established(right: Entitlement, *, met: bool = True) -> Found[bool]:
    """What the agency itself found when it decided a right that is in force: a requirement met, or
    (`met` False) an obstacle absent. Of a right that ended or was refused nothing follows."""
    if right.status not in _IN_FORCE:
        return NOT_FOUND
    return Found(met, f"vastgesteld bij het besluit, kenmerk {right.id}")


def paid_monthly(right: Entitlement) -> int:
    """What the ledger pays, or would pay, a month: nothing for a right that ended or was
    refused."""
    return right.amount_monthly_cents if right.status in _IN_FORCE else 0


def facts_from(kind: type[F], **found: Found[object]) -> F:
    """The facts of a regulation with the source of each that is known."""
    known = {name: each for name, each in found.items() if not isinstance(each.value, Unknown)}
    return kind(
        **{name: each.value for name, each in known.items()},
        sources={name: each.source for name, each in known.items() if each.source},
    )


def _is_of_year(fact: FactUsed, year: int) -> bool:
    if fact.period_from is None:
        return False
    until = fact.period_until or fact.period_from
    return fact.period_from.year <= year <= until.year

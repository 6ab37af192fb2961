"""Which regulation speaks about which records of an agency, and what comes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from agency_adapters.law.ledger_facts import LedgerFacts
from domain.legislation.determination import (
    Determination,
    Facts,
    Language,
    Outcome,
    Regulation,
    Rounding,
    conclusion,
    sentences,
)
from domain.legislation.determination.arithmetic import rounded
from domain.position import ByLaw, Quantity
from domain.records import Claim, Contribution, Entitlement, MemberRef, Record, Recovery
from domain.vocabulary import Department, Scheme

_NO_BIRTHS: Mapping[MemberRef, dt.date] = MappingProxyType({})

WEIGHED = (Entitlement, Claim, Contribution, Recovery)
"""The kinds of record that the law says an amount of."""


@dataclass(frozen=True, slots=True)
class Applied:
    """One regulation as an agency applies it to its own records of one kind.

    `facts` makes the regulation's facts from a record; `result` is the determination's result that
    is held against the ledger's `held`, and `months` the months that the result covers.
    `speaks_about` narrows further than kind, scheme and department.
    """

    regulation: Regulation
    kind: type[Record]
    quantity: Quantity
    result: str
    facts: Callable[[Any, LedgerFacts], Facts]
    held: Callable[[Any], int | None]
    schemes: frozenset[Scheme] = frozenset()
    department: Department | None = None
    months: int = 1
    speaks_about: Callable[[Any, LedgerFacts], bool] = lambda _record, _ledger: True

    def reaches(self, record: Record, ledger: LedgerFacts) -> bool:
        """Whether this regulation speaks about the record."""
        return (
            isinstance(record, self.kind)
            and (not self.schemes or getattr(record, "scheme", None) in self.schemes)
            and (self.department is None or record.department in (None, self.department))
            and self.speaks_about(record, ledger)
        )


def by_law(
    law: tuple[Applied, ...],
    records: tuple[Record, ...],
    on: dt.date,
    births: Mapping[MemberRef, dt.date] = _NO_BIRTHS,
) -> tuple[ByLaw, ...]:
    """What the law says of every entitlement, claim, contribution and recovery among the records.

    One per record and regulation; a record that no regulation here speaks about is said to be so.
    """
    ledger = LedgerFacts(records, on, births)
    return tuple(
        said
        for record in records
        if isinstance(record, WEIGHED)
        for said in _of(record, law, ledger)
    )


def _of(record: Record, law: tuple[Applied, ...], ledger: LedgerFacts) -> tuple[ByLaw, ...]:
    own = ledger.of(record.department)
    speaking = [each for each in law if each.reaches(record, own)]
    if not speaking:
        return (ByLaw(record=record.id),)
    return tuple(_held_against(each, record, own) for each in speaking)


def _held_against(applied: Applied, record: Record, ledger: LedgerFacts) -> ByLaw:
    facts = applied.facts(record, ledger)
    found = applied.regulation.determine(facts, ledger.on)
    held, lawful = applied.held(record), _lawful(found, applied)
    differs = lawful is not None and held is not None and lawful != held
    return ByLaw(
        record=record.id,
        regulation=applied.regulation.id,
        outcome=found.outcome,
        quantity=applied.quantity,
        held_cents=held,
        lawful_cents=lawful,
        missing=tuple(each.label.nl for each in found.missing),
        conclusion_nl=conclusion(found, applied.regulation, Language.NL),
        # the whole working-out where somebody will ask for it: where law and ledger differ
        explanation_nl=sentences(found, Language.NL) if differs else (),
        unverified=bool(found.unverified),
    )


def _lawful(found: Determination, applied: Applied) -> int | None:
    """What the law gives: nothing at all when it refuses, not known when it cannot be said."""
    match found.outcome:
        case Outcome.GRANTED:
            whole = found.cents(applied.result)
            return rounded(Fraction(whole, applied.months), Rounding.TO_CENT)
        case Outcome.REFUSED:
            return 0
        case Outcome.UNDETERMINED:
            return None

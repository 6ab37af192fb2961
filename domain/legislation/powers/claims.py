"""Which claim is of the sort that a power or a prohibition speaks of, told from the records.

What is not recorded is not known: an unknown sort is never taken for that sort.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from domain.legislation.calendar import add_months
from domain.legislation.determination.answers import all_of, answer_of
from domain.legislation.determination.lines import Answer
from domain.legislation.room.room import ClaimSort
from domain.records import Claim, Contribution, Record
from domain.vocabulary import ClaimKind, Fault, OverpaymentCause

_MONTHS_PER_YEAR = 12


def is_of_sort(
    claim: Claim,
    sort: ClaimSort | None,
    held: Iterable[Record] = (),
    on: dt.date | None = None,
) -> Answer:
    """Whether the claim is of this sort (None: of any), by the records of its holder on a day."""
    match sort:
        case None:
            return Answer.YES
        case ClaimSort.FINE:
            return answer_of(claim.kind is ClaimKind.FINE)
        case ClaimSort.BREACH:
            return _follows_a_breach(claim)
        case ClaimSort.REGIME:
            return answer_of(any(_is_its_regime(each, claim, on) for each in held))


def is_younger_than(claim: Claim, years: int | None, on: dt.date | None) -> bool:
    """Did the period that the claim is about end less than so many years ago?

    Without a day, a number of years or a period it counts as younger: nothing shows its age.
    """
    if years is None or on is None or claim.overpayment is None:
        return True
    return on < add_months(claim.overpayment.period_until, years * _MONTHS_PER_YEAR)


def _follows_a_breach(claim: Claim) -> Answer:
    """The household did not report what it had to (Pw 17, AOW 49, WW 25)."""
    if claim.kind is not ClaimKind.OVERPAYMENT:
        return Answer.NO
    if claim.overpayment is None:
        return Answer.UNKNOWN
    not_reported = answer_of(claim.overpayment.cause is OverpaymentCause.NOT_REPORTED)
    return all_of(not_reported, _is_households_fault(claim.overpayment.fault))


def _is_households_fault(fault: Fault) -> Answer:
    if fault is Fault.NOT_ASSESSED:
        return Answer.UNKNOWN
    return answer_of(fault is Fault.HOUSEHOLD)


def _is_its_regime(record: Record, claim: Claim, on: dt.date | None) -> bool:
    return (
        isinstance(record, Contribution)
        and record.scheme is claim.scheme
        and not set(record.persons).isdisjoint(claim.persons)
        and (record.cover_until is None or on is None or on <= record.cover_until)
    )

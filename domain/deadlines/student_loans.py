"""The last day to have a student debt's instalment based on another year's income (Wsf 6.12).

DUO takes the income of two years ago; who earns at least 15% less now may ask for a later year,
for the calendar year in which it is asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.budget.running import is_running
from domain.conflicts.bodies import counted
from domain.deadlines.deadline import Deadline, Owner
from domain.picture import Picture
from domain.records import Body, Claim, FactUsed, MemberRef, Recovery
from domain.vocabulary import FactName, RecoveryMethod, Scheme


def student_loan_deadlines(picture: Picture) -> Iterator[Deadline]:
    """Per person who pays by instalment on an earlier year's income, the end of this year."""
    last_day = dt.date(picture.today.year, 12, 31)
    for holder, recovery in picture.of(Recovery):
        if not _pays_a_student_loan(recovery, picture):
            continue
        for person in recovery.persons:
            if _is_based_on_an_earlier_year(holder, person, picture):
                yield Deadline(
                    what=f"Verzoek verlegging peiljaar {picture.today.year}",
                    due=last_day,
                    rule="Wsf 2000 6.12: binnen het kalenderjaar",
                    owner=Owner(member=person),
                    record=recovery.id,
                )


def _pays_a_student_loan(recovery: Recovery, picture: Picture) -> bool:
    held = picture.find(recovery.for_record)
    return (
        recovery.method is RecoveryMethod.INSTALMENT
        and is_running(recovery, picture.today)
        and held is not None
        and isinstance(held.record, Claim)
        and held.record.scheme is Scheme.STUDENT_LOAN
    )


def _is_based_on_an_earlier_year(holder: Body, person: MemberRef, picture: Picture) -> bool:
    return any(
        counted(body) == counted(holder)
        and fact.fact is FactName.INCOME_YEAR
        and person in fact.persons
        and fact.period_until is not None
        and fact.period_until.year < picture.today.year
        for body, fact in picture.of(FactUsed)
    )

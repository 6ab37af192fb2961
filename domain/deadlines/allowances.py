"""Deadlines of allowances that a household has a right to and did not ask for (Awir 15, 16)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.conflicts.bodies import counted
from domain.deadlines.deadline import Deadline, Owner
from domain.explanations import scheme_name, sentence
from domain.legislation.terms import add_weeks
from domain.picture import Picture
from domain.records import Application, Body, Entitlement
from domain.vocabulary import ApplicationStatus, EntitlementStatus, Scheme

ALLOWANCES = frozenset(
    {
        Scheme.HUURTOESLAG,
        Scheme.KINDEROPVANGTOESLAG,
        Scheme.KINDGEBONDEN_BUDGET,
        Scheme.ZORGTOESLAG,
    }
)
"""The allowances under the Awir."""

_ASKED = frozenset({ApplicationStatus.OPEN, ApplicationStatus.DECIDED})
_WEEKS_FOR_ADVANCE = 13


def allowance_deadlines(picture: Picture) -> Iterator[Deadline]:
    """The last day to ask for each, and per body its advance decision if all is asked today."""
    first_of_body: dict[Body, Entitlement] = {}
    for holder, entitlement in picture.of(Entitlement):
        if not _is_unasked(holder, entitlement, picture):
            continue
        last_day = _last_day_to_ask(entitlement, picture.today)
        if last_day is not None and last_day >= picture.today:
            yield _ask(entitlement, last_day)
            body = counted(holder)
            first_of_body[body] = min(
                entitlement, first_of_body.get(body, entitlement), key=lambda held: held.id
            )
    for body, entitlement in first_of_body.items():
        yield _decide(entitlement, body, picture.today)


def _is_unasked(holder: Body, entitlement: Entitlement, picture: Picture) -> bool:
    eligible = entitlement.status is EntitlementStatus.ELIGIBLE
    return (
        eligible
        and entitlement.scheme in ALLOWANCES
        and not any(
            counted(body) == counted(holder)
            and application.scheme is entitlement.scheme
            and application.status in _ASKED
            for body, application in picture.of(Application)
        )
    )


def _last_day_to_ask(entitlement: Entitlement, today: dt.date) -> dt.date | None:
    """Before 1 September of the year after the year of the right (Awir 15 lid 1); None after the
    last year that a calendar has."""
    year = _year(entitlement, today) + 1
    return dt.date(year, 8, 31) if year <= dt.MAXYEAR else None


def _year(entitlement: Entitlement, today: dt.date) -> int:
    return (entitlement.from_date or today).year


def _ask(entitlement: Entitlement, last_day: dt.date) -> Deadline:
    name = sentence(scheme_name(entitlement.scheme))
    return Deadline(
        what=f"{name} {last_day.year - 1} aanvragen vóór 1 september {last_day.year}",
        due=last_day,
        rule="Awir 15",
        owner=Owner(member=entitlement.payee.member or entitlement.persons[0]),
        record=entitlement.id,
    )


def _decide(entitlement: Entitlement, body: Body, today: dt.date) -> Deadline:
    return Deadline(
        what="Beslissing op aanvraag toeslag (voorschot)",
        start=today,
        due=add_weeks(today, _WEEKS_FOR_ADVANCE),
        rule="Awir 16 lid 1: 13 weken (lange termijn; Atw art. 1 lid 2/4 speelt hier niet)",
        owner=Owner(body=body),
        record=entitlement.id,
    )

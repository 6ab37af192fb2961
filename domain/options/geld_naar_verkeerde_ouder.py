"""Money for children goes to who does not live with them: pay it to the parent at their home.

Of two parents the one with whom the child lives has the child benefit paid, once that parent asks
(AKW 18 lid 4, 6); until then the SVB may pay it to another than who has the right (AKW 21). The
child budget follows (Wkgb 2 lid 1). Where nobody may change the payee, what that parent asked for
is decided on soon.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.bodies import counted
from domain.household import Household, Member
from domain.legislation.calendar import add_months
from domain.legislation.powers.provisions import AKW_18_4
from domain.measures import Measure, MeasureKind
from domain.options.left_lying import REMINDED_WEEKS, decided_within
from domain.options.propose import powers_on, records_in, under
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import Application, Entitlement, MemberRef, Ref
from domain.vocabulary import ApplicationStatus, MemberRole, RelationKind

STILL_TO_DECIDE = frozenset({ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED})

NEEDS_A_REQUEST = frozenset({AKW_18_4})
"""Provisions that pay to the other parent only once that parent has asked (AKW 18 lid 6)."""

MONTHS_OF_QUARTER = 3


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for right in records_in(conflict, picture):
        asks = (each for each in picture.held if _asks_for(each, right, picture.household))
        asked = tuple(sorted(asks, key=lambda each: each.record.id))
        changed = tuple(_paid_at_home(right, asked, picture.household))
        yield from changed
        if not changed:
            for held in asked:
                yield from decided_within(REMINDED_WEEKS, held, picture)


def _paid_at_home(right: Held, asked: tuple[Held, ...], household: Household) -> Iterator[Measure]:
    carer = _carer_of(right.record.persons, household)
    if carer is None:
        return
    for power in powers_on(MeasureKind.CHANGE_PAYEE, right.holder, (right, *asked)):
        if asked or power.provision not in NEEDS_A_REQUEST:
            on = (each.record.id for each in (right, *asked))
            from_date = _paid_from(asked) if power.provision in NEEDS_A_REQUEST else None
            yield under(power, right.holder, on, from_date=from_date, value=Ref(carer))


def _paid_from(asked: tuple[Held, ...]) -> dt.date | None:
    """After the quarter of the request, or the one after that when it came in its last month (AKW
    18 lid 6)."""
    days = [held.record.received for held in asked if isinstance(held.record, Application)]
    if not days:
        return None
    first = min(days)
    month_of_quarter = (first.month - 1) % MONTHS_OF_QUARTER
    quarter = add_months(first.replace(day=1), -month_of_quarter)
    quarters = 2 if month_of_quarter == MONTHS_OF_QUARTER - 1 else 1
    return add_months(quarter, quarters * MONTHS_OF_QUARTER)


def _carer_of(children: tuple[MemberRef, ...], household: Household) -> MemberRef | None:
    """The one parent, or else the applicant, with whom these children live; of two parents the
    applicant. None when nobody in the plan is, or when that cannot be told."""
    at_home = [each for each in _at_home(children, household) if not each.excluded]
    parents = _parents_of(children, household)
    candidates = [each for each in at_home if each.id in parents] or at_home
    applicants = [each.id for each in candidates if each.role is MemberRole.APPLICANT]
    if applicants:
        return applicants[0]
    return candidates[0].id if len(candidates) == 1 and candidates[0].id in parents else None


def _parents_of(children: tuple[MemberRef, ...], household: Household) -> frozenset[MemberRef]:
    return frozenset(
        relation.a
        for relation in household.relations
        if relation.kind is RelationKind.PARENT and relation.b in children
    )


def _asks_for(asked: Held, paid: Held, household: Household) -> bool:
    """Is this a request, still to be decided, by or for who lives with these children?"""
    application, right = asked.record, paid.record
    at_home = {each.id for each in _at_home(right.persons, household)} | set(
        _with_a_home(right.persons, household)
    )
    return (
        isinstance(application, Application)
        and isinstance(right, Entitlement)
        and application.status in STILL_TO_DECIDE
        and counted(asked.holder) == counted(paid.holder)
        and application.scheme is right.scheme
        and not at_home.isdisjoint(application.persons)
    )


def _at_home(children: tuple[MemberRef, ...], household: Household) -> list[Member]:
    """The others who live where one of these children lives."""
    homes = {member.lives_at for member in household.members if member.id in children} - {None}
    return [
        member
        for member in household.members
        if member.lives_at in homes and member.id not in children
    ]


def _with_a_home(children: tuple[MemberRef, ...], household: Household) -> Iterator[MemberRef]:
    for member in household.members:
        if member.id in children and member.lives_at is not None:
            yield member.id


REMEDY = Remedy(ConflictType.GELD_NAAR_VERKEERDE_OUDER, _measures_for)

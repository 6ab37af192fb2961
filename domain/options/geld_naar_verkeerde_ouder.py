"""Money for children goes to who does not live with them: decide on what the other parent asked.

The answer itself is that who pays changes the payee (AKW 18, 21; the child budget follows, Wkgb 2
lid 9-10): no kind of measure does that. Where a parent or carer in their home asked for that money
already, the ordinary right is a decision soon.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.bodies import counted
from domain.household import Household
from domain.measures import Measure
from domain.options.left_lying import REMINDED_WEEKS, decided_within
from domain.options.propose import records_in
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import Application, Entitlement, MemberRef
from domain.vocabulary import ApplicationStatus

STILL_TO_DECIDE = frozenset({ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED})


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    rights = records_in(conflict, picture)
    for held in picture.held:
        if any(_asks_for(held, right, picture.household) for right in rights):
            yield from decided_within(REMINDED_WEEKS, held, picture)


def _asks_for(asked: Held, paid: Held, household: Household) -> bool:
    """Is this a request, still to be decided, by or for who lives with these children?"""
    application, right = asked.record, paid.record
    return (
        isinstance(application, Application)
        and isinstance(right, Entitlement)
        and application.status in STILL_TO_DECIDE
        and counted(asked.holder) == counted(paid.holder)
        and application.scheme is right.scheme
        and not _at_home_of(right.persons, household).isdisjoint(application.persons)
    )


def _at_home_of(children: tuple[MemberRef, ...], household: Household) -> frozenset[MemberRef]:
    homes = {member.lives_at for member in household.members if member.id in children} - {None}
    return frozenset(member.id for member in household.members if member.lives_at in homes)


REMEDY = Remedy(ConflictType.GELD_NAAR_VERKEERDE_OUDER, _measures_for)

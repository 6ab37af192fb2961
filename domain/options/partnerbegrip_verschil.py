"""One counts a partner, the other does not: who is wrong puts it right, else it is tailored.

A marriage that lasts (also when detention parts the two) makes partners under Pw 3 and Awir 3; one
that has ended does not. After a separation, or while the divorce is asked for, the laws differ, and
only documents tell. Where the decision of a body is right by its own law, the municipality fits the
assistance to the situation (Pw 18 lid 1). What is claimed by the decisions is paused meanwhile.
"""

from __future__ import annotations

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure
from domain.options.remedy import Remedy
from domain.options.same_fact import one_value
from domain.options.while_sorted_out import holds_meanwhile
from domain.picture import Picture
from domain.records import MemberRef, Ref
from domain.vocabulary import RelationKind, RelationStatus

LASTS = frozenset({RelationStatus.TOGETHER, RelationStatus.APART_BY_DETENTION, None})


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (*one_value(conflict, picture, _partner), *holds_meanwhile(conflict, picture))


def _partner(person: MemberRef, picture: Picture) -> Ref | None:
    """The spouse of a marriage that lasts, nobody once it has ended; None when it is not told."""
    marriages = [
        each
        for each in picture.household.relations
        if each.kind is RelationKind.SPOUSE and person in (each.a, each.b)
    ]
    lasting = [each for each in marriages if each.status in LASTS]
    if len(lasting) == 1:
        (marriage,) = lasting
        return Ref(marriage.b if marriage.a == person else marriage.a)
    ended = marriages and all(each.status is RelationStatus.DIVORCED for each in marriages)
    return Ref(None) if ended else None


REMEDY = Remedy(ConflictType.PARTNERBEGRIP_VERSCHIL, _measures_for)

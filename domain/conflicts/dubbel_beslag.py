"""DUBBEL_BESLAG: two bodies attach one income, and each takes the whole room above the minimum.

The room above the protected amount exists once per income (Rv 475b, 475dc); one of the attaching
bodies must coordinate and divide it (Rv 478).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from domain.conflicts.bodies import provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.double_attachment import DoubleAttachment, double_attachments_by_source
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Provision
from domain.vocabulary import Law

LAW = (
    Provision(Law.RV, "475b", "1"),
    Provision(Law.RV, "475dc", "1"),
    Provision(Law.RV, "478", "1"),
)


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per set of bodies, over all sources they attach together.

    The harm per month is what they take beyond the room of each source.
    """
    by_bodies: dict[tuple[Body, ...], list[DoubleAttachment]] = defaultdict(list)
    for double in double_attachments_by_source(picture):
        by_bodies[double.bodies].append(double)
    return tuple(_conflict(bodies, doubles) for bodies, doubles in by_bodies.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """Who attach the same income, and what is taken too much."""
    names = texts.capital(texts.bodies(conflict.bodies, picture))
    too_much = texts.amount(conflict.monthly_harm_cents or 0)
    return Text(
        f"{names.nl} leggen beslag op hetzelfde inkomen. Samen nemen zij meer dan er boven het "
        f"beschermde bedrag is: {too_much.nl} per maand te veel. Zij moeten de ruimte onderling "
        "verdelen.",
        f"{names.en} attach the same income. Together they take more than there is above the "
        f"protected amount: {too_much.en} a month too much. They must divide the room between "
        "them.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """Per source: the income, the protected amount, the room, and what is taken from it."""
    sums = [_sum(double) for double in _of(conflict, picture)]
    return Text(" ".join(each.nl for each in sums), " ".join(each.en for each in sums))


def _sum(double: DoubleAttachment) -> Text:
    income, protected = texts.amount(double.income_cents), texts.amount(double.protected_cents)
    room, taken = texts.amount(double.room_cents), texts.amount(double.taken_cents)
    beyond = texts.amount(double.beyond_room_cents)
    return Text(
        f"Inkomen {income.nl} min toegepaste beslagvrije voet {protected.nl} geeft een ruimte van "
        f"{room.nl}; de beslagen nemen samen {taken.nl}, dus {beyond.nl} per maand te veel.",
        f"Income {income.en} less the protected amount applied {protected.en} gives a room of "
        f"{room.en}; the attachments together take {taken.en}, so {beyond.en} a month too much.",
    )


def _of(conflict: Conflict, picture: Picture) -> tuple[DoubleAttachment, ...]:
    found = double_attachments_by_source(picture)
    mine = (double for double in found if double.bodies == conflict.bodies)
    return tuple(sorted(mine, key=lambda double: double.source))


def _conflict(bodies: tuple[Body, ...], doubles: Iterable[DoubleAttachment]) -> Conflict:
    found = tuple(doubles)
    recoveries = [each.recovery for double in found for each in double.attachments]
    return Conflict(
        type=ConflictType.DUBBEL_BESLAG,
        bodies=bodies,
        records=refs(recoveries),
        provisions=provisions_of(recoveries, LAW),
        monthly_harm_cents=sum(double.beyond_room_cents for double in found),
        urgency=HarmUrgency.CRITICAL,
    )


DETECTOR = Detector(
    type=ConflictType.DUBBEL_BESLAG,
    summary=Text(
        "Twee beslagen op één inkomen nemen elk de hele ruimte",
        "Two attachments on one income each take the whole room",
    ),
    trigger=Text(
        "Op één bron lopen beslagen van twee of meer organisaties, samen hoger dan het inkomen min "
        "de toegepaste beslagvrije voet.",
        "Attachments of two or more bodies run on one source, together above the income less the "
        "protected amount applied.",
    ),
    example=Text(
        "De Belastingdienst en een deurwaarder leggen allebei beslag op hetzelfde loon, en allebei "
        "voor alles boven de beslagvrije voet.",
        "The tax authority and a bailiff both attach the same wage, and both for all above the "
        "protected amount.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

"""WACHT_OP_ELKAAR: bodies wait for each other's act in a circle, so that none of them ever acts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.conflicts.bodies import bodies_present, counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.cycles import cycles, leading_to
from domain.conflicts.detector import Detector
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture, once_per_picture
from domain.records import Application, Body, Entitlement, Provision, Record, Wait
from domain.vocabulary import EntitlementStatus, Law, Scheme

LAW = (Provision(Law.AWB, "3:2"), Provision(Law.AWB, "4:13"))

_NOT_PAID = frozenset({EntitlementStatus.ELIGIBLE, EntitlementStatus.SUSPENDED})


@dataclass(frozen=True, slots=True)
class _Waiting:
    waits: Body
    record: Record
    awaited: Body


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per circle of bodies, with the bodies that wait for it from outside."""
    waiting = tuple(_waiting(picture))
    graph: dict[Body, frozenset[Body]] = defaultdict(frozenset)
    for wait in waiting:
        graph[wait.waits] |= {wait.awaited}
    return tuple(_conflict(leading_to(graph, circle), waiting, picture) for circle in cycles(graph))


def household(conflict: Conflict, picture: Picture) -> Text:
    """Who waits for whom, and the money that stays away meanwhile."""
    names = texts.capital(texts.bodies(conflict.bodies, picture))
    cost = _cost(conflict)
    return Text(
        f"{names.nl} wachten op elkaar: de een doet niets voordat de ander iets doet. "
        f"Zo gebeurt er niets.{cost.nl} Een van hen moet de eerste stap zetten.",
        f"{names.en} wait for each other: one does nothing before the other does something. "
        f"So nothing happens.{cost.en} One of them must take the first step.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The circle, and what does not come in while it lasts."""
    names, cost = texts.bodies(conflict.bodies, picture), _cost(conflict)
    return Text(
        f"In wat elk zegt nodig te hebben, vormen {names.nl} een kring of leiden zij daarheen."
        f"{cost.nl}",
        f"In what each says to need, {names.en} form a circle or lead to it.{cost.en}",
    )


def _cost(conflict: Conflict) -> Text:
    if not conflict.monthly_harm_cents:
        return Text("", "")
    harm = texts.amount(conflict.monthly_harm_cents)
    return Text(
        f" Zolang dat duurt, blijft {harm.nl} per maand uit.",
        f" As long as that lasts, {harm.en} a month stays away.",
    )


def _waiting(picture: Picture) -> Iterator[_Waiting]:
    for held in picture.held:
        for wait in held.record.waits_for:
            yield _Waiting(counted(held.holder), held.record, _awaited(wait, picture))


def _awaited(wait: Wait, picture: Picture) -> Body:
    """The body waited for.

    Where an agency is named without its department, the record meant tells which of its bodies it
    is, or the fact that only one of them has anything to do with this household.
    """
    meant = counted(picture.body_meant(wait.body, wait.record))
    if meant.agency is None or meant.department is not None:
        return meant
    present = bodies_present(picture).get(meant.agency, set())
    return next(iter(present)) if len(present) == 1 else meant


def _conflict(bodies: frozenset[Body], waiting: tuple[_Waiting, ...], picture: Picture) -> Conflict:
    stuck = {
        wait.record.id: wait for wait in waiting if wait.waits in bodies and wait.awaited in bodies
    }
    records = [wait.record for wait in stuck.values()]
    harm = sum(_missed_per_month(wait, picture) for wait in stuck.values())
    return Conflict(
        type=ConflictType.WACHT_OP_ELKAAR,
        bodies=in_order(bodies),
        records=refs(records),
        provisions=provisions_of(records, LAW),
        monthly_harm_cents=harm or None,
        urgency=HarmUrgency.HIGH,
    )


def _missed_per_month(wait: _Waiting, picture: Picture) -> int:
    """What does not come in while this record waits: an unpaid advance, or an unpaid right."""
    record = wait.record
    if isinstance(record, Entitlement):
        return record.amount_monthly_cents if record.status in _NOT_PAID else 0
    if not isinstance(record, Application):
        return 0
    if record.advance is not None:
        return 0 if record.advance.paid else record.advance.amount_monthly_cents
    return _unpaid_rights(picture).get((wait.waits, record.scheme), 0)


@once_per_picture
def _unpaid_rights(picture: Picture) -> Mapping[tuple[Body, Scheme], int]:
    """What bodies calculated and do not pay, per month and scheme."""
    unpaid: dict[tuple[Body, Scheme], int] = defaultdict(int)
    for holder, right in picture.of(Entitlement):
        if right.status is EntitlementStatus.ELIGIBLE:
            unpaid[counted(holder), right.scheme] += right.amount_monthly_cents
    return unpaid


DETECTOR = Detector(
    type=ConflictType.WACHT_OP_ELKAAR,
    summary=Text(
        "Organisaties wachten op elkaar",
        "Organisations wait for each other",
    ),
    trigger=Text(
        "Organisaties wachten volgens hun eigen gegevens in een kring op elkaar.",
        "By their own records organisations wait for each other in a circle.",
    ),
    example=Text(
        "De gemeente wacht met de bijstand op de brief van UWV, en UWV verstuurt die pas na "
        "bericht van de gemeente.",
        "The municipality waits for the letter of UWV before it grants assistance, and UWV sends "
        "it only after word from the municipality.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

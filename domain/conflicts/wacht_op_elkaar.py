"""WACHT_OP_ELKAAR: bodies wait for each other's act in a circle, so that none of them ever acts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.cycles import cycles, leading_to
from domain.conflicts.detector import Detector
from domain.explanations import body_name, euros, joined, sentence
from domain.picture import Picture
from domain.records import Application, Body, Entitlement, Provision, Record, Wait
from domain.vocabulary import EntitlementStatus, Law

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


def plain_dutch(conflict: Conflict, picture: Picture) -> str:
    """Who waits for whom, and the money that stays away meanwhile."""
    names = sentence(joined(body_name(body, picture) for body in conflict.bodies))
    harm = conflict.monthly_harm_cents
    cost = f" Zolang dat duurt, blijft {euros(harm)} per maand uit." if harm else ""
    return (
        f"{names} wachten op elkaar: de een doet niets voordat de ander iets doet. "
        f"Zo gebeurt er niets.{cost} Een van hen moet de eerste stap zetten."
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
    present = {counted(held.holder) for held in picture.held if held.holder.agency is meant.agency}
    return present.pop() if len(present) == 1 else meant


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
    return sum(
        entitlement.amount_monthly_cents
        for holder, entitlement in picture.of(Entitlement)
        if counted(holder) == wait.waits
        and entitlement.scheme is record.scheme
        and entitlement.status is EntitlementStatus.ELIGIBLE
    )


DETECTOR = Detector(
    type=ConflictType.WACHT_OP_ELKAAR,
    summary_nl="Organisaties wachten op elkaar",
    law=LAW,
    find=find,
    plain_dutch=plain_dutch,
)

"""UITSTEL_VS_VERREKENING: a claim is on hold, yet set-off goes on as the hold does not name it.

A hold binds the acts it names (Awb 4:94); set-off is a power of its own (Awb 4:93, Awir 30).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.budget.running import is_running
from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Hold, Provision, Record, RecordRef, Recovery
from domain.vocabulary import Law, RecoveryMethod, StoppedAct

LAW = (Provision(Law.AWB, "4:93"), Provision(Law.AWB, "4:94"), Provision(Law.AWIR, "30"))


@dataclass(frozen=True, slots=True)
class _Clash:
    holder: Body
    claimant: Body
    hold: Hold
    set_off: Recovery
    claim: Record | None


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per holder of a hold and claimant (who may be the same body)."""
    by_bodies: dict[tuple[Body, ...], list[_Clash]] = defaultdict(list)
    for clash in _clashes(picture):
        by_bodies[in_order((clash.holder, clash.claimant))].append(clash)
    return tuple(_conflict(bodies, clashes) for bodies, clashes in by_bodies.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """What the hold promised and what is taken nevertheless."""
    names = texts.capital(texts.bodies(conflict.bodies, picture))
    must = "moeten" if len(conflict.bodies) > 1 else "moet"
    taken = texts.amount(conflict.monthly_harm_cents or 0)
    return Text(
        "Er is uitstel van betaling gegeven, maar daarin staat niet dat ook het verrekenen stopt. "
        f"Daardoor gaat er toch elke maand {taken.nl} af voor "
        f"dezelfde schuld. {names.nl} {must} vastleggen dat het uitstel ook voor verrekenen geldt.",
        "Payment was postponed, but the postponement does not say that set-off stops as well. "
        f"So {taken.en} a month is still taken for the same debt. {names.en} must put down that "
        "the postponement holds for set-off too.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The pause that does not name set-off, and the sum of what is set off."""
    taken = texts.amount(conflict.monthly_harm_cents or 0)
    return Text(
        "De pauze is van kracht, dekt de vordering en noemt verrekening niet onder wat zij stopt; "
        f"de lopende verrekeningen voor die vordering zijn samen {taken.nl} per maand.",
        "The pause is in force, covers the claim and does not name set-off among what it stops; "
        f"the running set-offs for that claim come to {taken.en} a month.",
    )


def _clashes(picture: Picture) -> Iterator[_Clash]:
    set_offs = _running_set_offs(picture)
    for holder, hold in picture.of(Hold):
        if is_running(hold, picture.today) and StoppedAct.SET_OFF not in hold.stops:
            for claim in hold.covers:
                for taker, set_off in set_offs.get(claim, ()):
                    held = picture.find(claim)
                    claimant = held.holder if held else taker
                    record = held.record if held else None
                    yield _Clash(counted(holder), counted(claimant), hold, set_off, record)


def _running_set_offs(picture: Picture) -> dict[RecordRef, list[tuple[Body, Recovery]]]:
    """Per claim the set-offs that run, each with the body it is taken for."""
    by_claim: dict[RecordRef, list[tuple[Body, Recovery]]] = defaultdict(list)
    for holder, recovery in picture.of(Recovery):
        if recovery.method is RecoveryMethod.SET_OFF and is_running(recovery, picture.today):
            claim = recovery.for_record
            taker = picture.body_meant(recovery.on_behalf_of or holder, claim)
            by_claim[claim].append((taker, recovery))
    return by_claim


def _conflict(bodies: tuple[Body, ...], clashes: list[_Clash]) -> Conflict:
    holds: tuple[Record, ...] = tuple(clash.hold for clash in clashes)
    claims = tuple(clash.claim for clash in clashes if clash.claim is not None)
    set_offs = {clash.set_off.id: clash.set_off for clash in clashes}
    return Conflict(
        type=ConflictType.UITSTEL_VS_VERREKENING,
        bodies=bodies,
        records=(*refs(holds), *refs(set_offs.values()), *refs(claims)),
        provisions=provisions_of((*holds, *set_offs.values(), *claims), LAW),
        monthly_harm_cents=sum(set_off.amount_monthly_cents for set_off in set_offs.values()),
        urgency=HarmUrgency.HIGH,
    )


DETECTOR = Detector(
    type=ConflictType.UITSTEL_VS_VERREKENING,
    summary=Text(
        "Uitstel van betaling, maar de verrekening loopt door",
        "Payment is postponed, but set-off goes on",
    ),
    trigger=Text(
        "Een pauze die van kracht is, dekt een vordering zonder verrekening te stoppen, en voor "
        "die vordering loopt een verrekening.",
        "A pause in force covers a claim without stopping set-off, and a set-off for that claim "
        "runs.",
    ),
    example=Text(
        "De gemeente vraagt om uitstel voor alle schulden; Dienst Toeslagen geeft het, maar blijft "
        "verrekenen met het kindgebonden budget.",
        "The municipality asks for a standstill of all debts; Dienst Toeslagen grants it, but goes "
        "on setting off against the child budget.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

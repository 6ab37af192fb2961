"""SIGNAAL_WERKT_DOOR: a body acts on a value from another, though its own limit is not reached.

That another body reports something is no ground: who decides must look whether the value reaches
the limit of his own law (Awb 3:2, 3:46).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType
from domain.conflicts.consequences import Consequence, consequence_of, monthly_harm, urgency_of
from domain.conflicts.detector import Detector
from domain.conflicts.facts import gives_outcome, harmful_determinations
from domain.conflicts.tested_facts import is_same_body, tested_fact
from domain.conflicts.told_facts import fact_and_value, limit_told
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Held, Picture
from domain.records import Body, DeterminationMade, FactUsed, LimitTest, Provision, RecordRef
from domain.vocabulary import Law

LAW = (Provision(Law.AWB, "3:2"), Provision(Law.AWB, "3:46"))


@dataclass(frozen=True, slots=True)
class _Signal:
    decider: Body
    determination: DeterminationMade
    test: LimitTest
    fact: FactUsed
    source: Held

    @property
    def bodies(self) -> tuple[Body, ...]:
        return in_order((self.decider, self.source.holder))


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per pair of the body that decided and the body that the value came from."""
    by_bodies: dict[tuple[Body, ...], list[_Signal]] = defaultdict(list)
    for signal in _signals(picture):
        by_bodies[signal.bodies].append(signal)
    return tuple(_conflict(bodies, signals, picture) for bodies, signals in by_bodies.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """Who acted on whose information, and that its own limit was not reached."""
    signals = _signals_in(conflict, picture)
    decider = texts.bodies(in_order(each.decider for each in signals), picture)
    source = texts.bodies(in_order(each.source.holder for each in signals), picture)
    cost = _cost(conflict)
    return Text(
        f"{texts.capital(decider).nl} nam een nadelig besluit op een gegeven van {source.nl}. "
        f"Maar volgens de eigen regels van {decider.nl} is dat gegeven daar geen reden voor."
        f"{cost.nl} Het besluit moet opnieuw worden bekeken.",
        f"{texts.capital(decider).en} took a harmful decision on a fact from {source.en}. But "
        f"under the rules of {decider.en} itself that fact is no reason for it.{cost.en} The "
        "decision must be looked at again.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The value taken over against the limit of the decider's own test."""
    told = texts.joined(_told(signal, picture) for signal in _signals_in(conflict, picture))
    cost = _cost(conflict)
    return Text(
        f"Naar de eigen toets kan de overgenomen waarde dit niet opleveren: {told.nl}.{cost.nl}",
        f"Under its own test the value taken over cannot give the outcome: {told.en}.{cost.en}",
    )


def _cost(conflict: Conflict) -> Text:
    if not conflict.monthly_harm_cents:
        return Text("", "")
    harm = texts.amount(conflict.monthly_harm_cents)
    return Text(
        f" Dat kost het huishouden {harm.nl} per maand.",
        f" That costs the household {harm.en} a month.",
    )


def _told(signal: _Signal, picture: Picture) -> Text:
    fact, limit = fact_and_value(signal.fact), limit_told(signal.test)
    made, source = texts.date(signal.determination.made_on), signal.source.holder
    giver = texts.body(counted(source), picture)
    return Text(
        f"{fact.nl} van {giver.nl}, terwijl het besluit van {made.nl} alleen juist is {limit.nl}",
        f"{fact.en} from {giver.en}, while the decision of {made.en} is only right {limit.en}",
    )


def _signals_in(conflict: Conflict, picture: Picture) -> list[_Signal]:
    named = frozenset(conflict.records)
    return [
        signal
        for signal in _signals(picture)
        if signal.bodies == conflict.bodies and signal.determination.id in named
    ]


def _signals(picture: Picture) -> Iterator[_Signal]:
    for decider, determination in harmful_determinations(picture):
        tested, test = tested_fact(picture, determination), determination.test
        if tested is None or test is None:
            continue
        source = _taken_from_another(decider, Held(*tested), picture)
        if source is not None and gives_outcome(test, tested[1].value) is False:
            yield _Signal(decider, determination, test, tested[1], source)


def _taken_from_another(decider: Body, tested: Held, picture: Picture) -> Held | None:
    """The record of another body that this fact was taken from, if need be through other facts of
    the decider; None when it comes from nobody else or from a body that is silent."""
    seen: set[RecordRef] = set()
    source: Held | None = tested
    while source is not None and is_same_body(decider, source.holder):
        fact = source.record
        if not isinstance(fact, FactUsed) or fact.id in seen:
            return None
        seen.add(fact.id)
        source = picture.find(fact.taken_from)
    return source


def _conflict(bodies: tuple[Body, ...], signals: list[_Signal], picture: Picture) -> Conflict:
    determinations = {signal.determination.id: signal.determination for signal in signals}
    facts = {signal.fact.id: signal.fact for signal in signals}
    sources = {signal.source.record.id: signal.source.record for signal in signals}
    consequences = [_consequence(signal, picture) for signal in signals]
    return Conflict(
        type=ConflictType.SIGNAAL_WERKT_DOOR,
        bodies=bodies,
        records=(*refs(determinations.values()), *refs(facts.values()), *refs(sources.values())),
        provisions=provisions_of((*determinations.values(), *facts.values()), LAW),
        monthly_harm_cents=monthly_harm(consequences),
        urgency=urgency_of(picture, consequences),
    )


def _consequence(signal: _Signal, picture: Picture) -> Consequence:
    return consequence_of(picture, signal.decider, signal.determination, {signal.fact.id})


DETECTOR = Detector(
    type=ConflictType.SIGNAAL_WERKT_DOOR,
    summary=Text(
        "Een signaal van een ander wordt gevolgd terwijl de eigen grens niet is bereikt",
        "A signal from another is followed though the body's own limit is not reached",
    ),
    trigger=Text(
        "Een nadelig besluit rust op een gegeven van een ander, dat naar de eigen toets die "
        "uitkomst niet kan geven.",
        "A harmful decision rests on a fact from another body which, under the decider's own test, "
        "cannot give that outcome.",
    ),
    example=Text(
        "UWV meldt weken in het buitenland; de SVB schort op, al blijft dat aantal onder haar "
        "grens.",
        "UWV reports weeks abroad; the SVB suspends, though that number stays below its limit.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

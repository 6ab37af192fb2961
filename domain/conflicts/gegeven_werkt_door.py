"""GEGEVEN_WERKT_DOOR: a value that its own holder is not sure of is used by others as certain.

Who takes a value over sees the number and not the doubt; each then decides correctly by its own
law on a fact that nobody established (Awb 3:2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType
from domain.conflicts.consequences import consequences_of, monthly_harm, urgency_of
from domain.conflicts.detector import Detector
from domain.conflicts.facts import carriers, contradictions
from domain.conflicts.told_facts import fact_and_value
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Held, Picture
from domain.records import Body, FactUsed, Provision, Record
from domain.vocabulary import Certainty, FactOrigin, Law

LAW = (Provision(Law.AWB, "3:2"),)

_CERTAINTY = {
    Certainty.ESTIMATED: Text("geschat", "estimated"),
    Certainty.DISPUTED: Text("betwist", "disputed"),
}

NOT_SURE = frozenset(_CERTAINTY)


@dataclass(frozen=True, slots=True)
class _Spread:
    holder: Body
    fact: FactUsed
    carried_by: tuple[Held, ...]

    @property
    def bodies(self) -> tuple[Body, ...]:
        return in_order((self.holder, *(held.holder for held in self.carried_by)))


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per holder of an unsure value with the bodies that carry it on."""
    by_bodies: dict[tuple[Body, ...], list[_Spread]] = defaultdict(list)
    for spread in _spreads(picture):
        by_bodies[spread.bodies].append(spread)
    return tuple(_conflict(bodies, spreads, picture) for bodies, spreads in by_bodies.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """Whose unsure value is used by whom, and what that costs."""
    users, cost = _takers(conflict, picture), _cost(conflict)
    sources = texts.bodies(_sources(conflict, picture), picture)
    takers = texts.capital(texts.bodies(users, picture))
    verb, uses = ("gebruiken", "use") if len(users) > 1 else ("gebruikt", "uses")
    return Text(
        f"Bij {sources.nl} staat een gegeven dat niet zeker is: het is geschat of er is twijfel "
        f"over. {takers.nl} {verb} het alsof het vaststaat.{cost.nl} Als "
        f"{sources.nl} het gegeven verbetert, moeten de besluiten van de anderen ook worden "
        "herzien.",
        f"With {sources.en} there is a fact that is not certain: it is an estimate or it is in "
        f"doubt. {takers.en} {uses} it as if it were established.{cost.en} When "
        f"{sources.en} corrects the fact, the decisions of the others must be revised too.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """Every unsure value with its certainty at the source, and who took it over unchanged."""
    told = texts.joined(_told(spread, picture) for spread in _spreads_in(conflict, picture))
    cost = _cost(conflict)
    return Text(
        f"Niet uit een basisregistratie en toch met dezelfde waarde overgenomen: {told.nl}."
        f"{cost.nl}",
        f"Not from a base register and yet taken over with the same value: {told.en}.{cost.en}",
    )


def _cost(conflict: Conflict) -> Text:
    if not conflict.monthly_harm_cents:
        return Text("", "")
    harm = texts.amount(conflict.monthly_harm_cents)
    return Text(
        f" Besluiten die daarop rusten, kosten het huishouden {harm.nl} per maand.",
        f" Decisions that rest on it cost the household {harm.en} a month.",
    )


def _told(spread: _Spread, picture: Picture) -> Text:
    fact, sure = fact_and_value(spread.fact), _CERTAINTY[spread.fact.certainty]
    holder = texts.body(spread.holder, picture)
    takers = texts.bodies(in_order(held.holder for held in spread.carried_by), picture)
    return Text(
        f"{fact.nl}, {sure.nl} bij {holder.nl}, door {takers.nl}",
        f"{fact.en}, {sure.en} at {holder.en}, by {takers.en}",
    )


def _sources(conflict: Conflict, picture: Picture) -> tuple[Body, ...]:
    return in_order(spread.holder for spread in _spreads_in(conflict, picture))


def _takers(conflict: Conflict, picture: Picture) -> tuple[Body, ...]:
    spreads = _spreads_in(conflict, picture)
    return in_order(held.holder for spread in spreads for held in spread.carried_by)


def _spreads_in(conflict: Conflict, picture: Picture) -> list[_Spread]:
    named = set(conflict.records)
    return [
        spread
        for spread in _spreads(picture)
        if spread.fact.id in named and spread.bodies == conflict.bodies
    ]


def _spreads(picture: Picture) -> Iterator[_Spread]:
    for holder, fact in picture.of(FactUsed):
        if fact.certainty in NOT_SURE and fact.origin is not FactOrigin.BASE_REGISTER:
            carried_by = carriers(picture, holder, fact)
            if carried_by:
                yield _Spread(counted(holder), fact, carried_by)


def _conflict(bodies: tuple[Body, ...], spreads: list[_Spread], picture: Picture) -> Conflict:
    sources: list[Record] = [spread.fact for spread in spreads]
    carried = [held.record for spread in spreads for held in spread.carried_by]
    facts = {record.id for record in (*sources, *carried)}
    shown = {each.value for spread in spreads for each in contradictions(picture, spread.fact)}
    consequences = consequences_of(picture, facts, shown)
    return Conflict(
        type=ConflictType.GEGEVEN_WERKT_DOOR,
        bodies=bodies,
        records=refs((*sources, *carried)),
        provisions=provisions_of((*sources, *carried), LAW),
        monthly_harm_cents=monthly_harm(consequences),
        urgency=urgency_of(picture, consequences),
    )


DETECTOR = Detector(
    type=ConflictType.GEGEVEN_WERKT_DOOR,
    summary=Text(
        "Een onzeker gegeven werkt door bij andere organisaties",
        "An uncertain fact works on at other organisations",
    ),
    trigger=Text(
        "Een geschat of betwist gegeven, niet uit een basisregistratie, is met dezelfde waarde "
        "door een ander overgenomen.",
        "An estimated or disputed fact, not from a base register, was taken over by another with "
        "the same value.",
    ),
    example=Text(
        "De Belastingdienst schat het inkomen; Dienst Toeslagen en DUO gebruiken die schatting "
        "als vaststaand inkomen.",
        "The tax authority estimates the income; Dienst Toeslagen and DUO use the estimate as "
        "registered income.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

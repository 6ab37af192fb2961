"""KETENWEIGERING: a body refuses because another decided so, and that decision does not hold.

Who builds on the decision of another body must still see to it that the facts under his own
refusal are right (Awb 3:2); the household would else have to win twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType
from domain.conflicts.consequences import consequence_of, monthly_harm, urgency_of
from domain.conflicts.detector import Detector
from domain.conflicts.feit_onvolledig_onderzocht import (
    IncompleteInvestigation,
    incomplete_investigations,
    told_of,
)
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, DeterminationMade, Provision, Record, RecordRef
from domain.vocabulary import Law, Outcome

LAW = (Provision(Law.AWB, "3:2"), Provision(Law.AWB, "3:46"))


@dataclass(frozen=True, slots=True)
class _Link:
    refuser: Body
    refusal: DeterminationMade
    case: IncompleteInvestigation

    @property
    def bodies(self) -> tuple[Body, ...]:
        return in_order((self.refuser, self.case.holder))


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per pair of the body that refused and the body whose decision it rests on."""
    by_bodies: dict[tuple[Body, ...], list[_Link]] = defaultdict(list)
    for link in _links(picture):
        by_bodies[link.bodies].append(link)
    return tuple(_conflict(bodies, links, picture) for bodies, links in by_bodies.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """Who refused because of whose decision, and that the first one must be put right."""
    links, cost = _links_in(conflict, picture), _cost(conflict)
    refuser = texts.bodies(in_order(link.refuser for link in links), picture)
    first = texts.bodies(in_order(link.case.holder for link in links), picture)
    return Text(
        f"{texts.capital(refuser).nl} wees een aanvraag af, omdat {first.nl} eerder een besluit "
        f"nam. Maar dat eerdere besluit klopt niet met de papieren.{cost.nl} Als {first.nl} het "
        f"herstelt, moet ook {refuser.nl} opnieuw beslissen.",
        f"{texts.capital(refuser).en} refused an application because {first.en} had taken a "
        f"decision before. But that earlier decision does not agree with the papers.{cost.en} "
        f"When {first.en} puts it right, {refuser.en} must decide again too.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The refusal, and what is wrong with the decision it rests on."""
    links, cost = _links_in(conflict, picture), _cost(conflict)
    told = texts.joined(_told(link, picture) for link in links)
    return Text(
        f"Een afwijzing rust op een besluit van een ander dat zelf niet houdbaar is: {told.nl}."
        f"{cost.nl}",
        f"A refusal rests on a decision of another that does not hold itself: {told.en}.{cost.en}",
    )


def _cost(conflict: Conflict) -> Text:
    if not conflict.monthly_harm_cents:
        return Text("", "")
    harm = texts.amount(conflict.monthly_harm_cents)
    return Text(
        f" De afwijzing kost het huishouden {harm.nl} per maand.",
        f" The refusal costs the household {harm.en} a month.",
    )


def _told(link: _Link, picture: Picture) -> Text:
    refuser, first = texts.body(link.refuser, picture), texts.body(link.case.holder, picture)
    made, why = texts.date(link.refusal.made_on), told_of(link.case)
    return Text(
        f"de afwijzing van {refuser.nl} van {made.nl} rust op {first.nl}, en daar geldt {why.nl}",
        f"the refusal of {refuser.en} of {made.en} rests on {first.en}, where it is {why.en}",
    )


def _links_in(conflict: Conflict, picture: Picture) -> list[_Link]:
    return [link for link in _links(picture) if link.bodies == conflict.bodies]


def _links(picture: Picture) -> Iterator[_Link]:
    cases: dict[RecordRef, dict[int, IncompleteInvestigation]] = defaultdict(dict)
    for number, case in enumerate(incomplete_investigations(picture)):
        cases[case.determination.id][number] = case
    for holder, refusal in picture.of(DeterminationMade):
        if refusal.outcome is not Outcome.REFUSED:
            continue
        beneath: dict[int, IncompleteInvestigation] = {}
        for ref in refusal.rests_on:
            beneath |= cases.get(ref, {})
        for _, case in sorted(beneath.items(), key=lambda each: each[0]):
            if counted(case.holder) != counted(holder):
                yield _Link(counted(holder), refusal, case)


def _conflict(bodies: tuple[Body, ...], links: list[_Link], picture: Picture) -> Conflict:
    refusals = {link.refusal.id: link for link in links}
    beneath: dict[str, Record] = {}
    for link in links:
        beneath |= {each.id: each for each in (link.case.determination, link.case.fact)}
    shown = {each.id for link in links for each in link.case.shown}
    refused: list[Record] = [link.refusal for link in refusals.values()]
    consequences = [
        consequence_of(picture, link.refuser, link.refusal, link.refusal.rests_on)
        for link in refusals.values()
    ]
    return Conflict(
        type=ConflictType.KETENWEIGERING,
        bodies=bodies,
        records=(*refs(refused), *refs(beneath.values()), *sorted(shown)),
        provisions=provisions_of((*refused, *beneath.values()), LAW),
        monthly_harm_cents=monthly_harm(consequences),
        urgency=urgency_of(picture, consequences),
    )


DETECTOR = Detector(
    type=ConflictType.KETENWEIGERING,
    summary=Text(
        "Een afwijzing rust op een besluit van een ander dat niet klopt",
        "A refusal rests on a decision of another that is not right",
    ),
    trigger=Text(
        "Een afwijzing rust op een besluit van een andere organisatie, dat zelf rust op een "
        "onvolledig onderzocht feit.",
        "A refusal rests on a decision of another organisation, which itself rests on a fact that "
        "was not fully investigated.",
    ),
    example=Text(
        "De gemeente weigert bijstand omdat UWV de WW weigerde; UWV telde te weinig weken.",
        "The municipality refuses assistance because UWV refused unemployment benefit; UWV "
        "counted too few weeks.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

"""FEIT_ONVOLLEDIG_ONDERZOCHT: a body decided on its own finding, and papers show otherwise.

A body must gather the facts that matter before it decides (Awb 3:2), and bears that itself for
what it did not take from others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType
from domain.conflicts.consequences import Consequence, consequence_of, monthly_harm, urgency_of
from domain.conflicts.detector import Detector
from domain.conflicts.facts import contradictions, gives_outcome, harmful_determinations
from domain.conflicts.tested_facts import is_same_body, tested_fact
from domain.conflicts.told_facts import fact_and_value, limit_told, value_told
from domain.explanations import texts
from domain.household import FactShown
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, DeterminationMade, FactUsed, LimitTest, Provision
from domain.vocabulary import FactOrigin, Law

LAW = (Provision(Law.AWB, "3:2"), Provision(Law.AWB, "3:46"))


@dataclass(frozen=True, slots=True)
class IncompleteInvestigation:
    """A harmful decision, the own finding it tests, and what documents show instead."""

    holder: Body
    determination: DeterminationMade
    test: LimitTest
    fact: FactUsed
    shown: tuple[FactShown, ...]


def incomplete_investigations(picture: Picture) -> Iterator[IncompleteInvestigation]:
    """Every harmful decision on an own finding whose test is not met by the value shown."""
    for decider, determination in harmful_determinations(picture):
        tested, test = tested_fact(picture, determination), determination.test
        if tested is None or test is None:
            continue
        holder, fact = tested
        if is_same_body(decider, holder) and _is_own_finding(fact):
            shown = _not_met_by(test, contradictions(picture, fact))
            if shown:
                yield IncompleteInvestigation(decider, determination, test, fact, shown)


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per body that did not investigate enough."""
    by_body: dict[Body, list[IncompleteInvestigation]] = defaultdict(list)
    for case in incomplete_investigations(picture):
        by_body[counted(case.holder)].append(case)
    return tuple(_conflict(body, cases, picture) for body, cases in by_body.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """Who decided on a wrong finding, and that the papers show something else."""
    names, cost = texts.bodies(conflict.bodies, picture), _cost(conflict)
    return Text(
        f"{texts.capital(names).nl} heeft een feit zelf uitgezocht en daarop een nadelig besluit "
        "genomen. De papieren van het huishouden laten iets anders zien. Met dat feit was het "
        f"besluit anders uitgevallen.{cost.nl} {texts.capital(names).nl} moet het opnieuw "
        "onderzoeken.",
        f"{texts.capital(names).en} looked into a fact itself and took a harmful decision on it. "
        "The papers of the household show something else. With that fact the decision would have "
        f"been different.{cost.en} {texts.capital(names).en} must look into it again.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The own finding and the value shown, both against the limit of the test."""
    cases = _cases_in(conflict, picture)
    told, cost = texts.joined(told_of(case) for case in cases), _cost(conflict)
    return Text(
        f"Met de aangetoonde waarde is niet aan de eigen toets voldaan: {told.nl}.{cost.nl}",
        f"With the value shown the body's own test is not met: {told.en}.{cost.en}",
    )


def told_of(case: IncompleteInvestigation) -> Text:
    """The finding, the value shown and the limit of one decision, with its date."""
    fact, limit = fact_and_value(case.fact), limit_told(case.test)
    shown = texts.joined(value_told(each.fact, each.value) for each in case.shown)
    made = texts.date(case.determination.made_on)
    return Text(
        f"{fact.nl} volgens eigen onderzoek, aangetoond {shown.nl}, terwijl het besluit van "
        f"{made.nl} alleen juist is {limit.nl}",
        f"{fact.en} by own investigation, shown {shown.en}, while the decision of {made.en} is "
        f"only right {limit.en}",
    )


def _cost(conflict: Conflict) -> Text:
    if not conflict.monthly_harm_cents:
        return Text("", "")
    harm = texts.amount(conflict.monthly_harm_cents)
    return Text(
        f" Dat kost het huishouden {harm.nl} per maand.",
        f" That costs the household {harm.en} a month.",
    )


def _cases_in(conflict: Conflict, picture: Picture) -> list[IncompleteInvestigation]:
    named = frozenset(conflict.records)
    cases = incomplete_investigations(picture)
    return [case for case in cases if case.determination.id in named]


def _is_own_finding(fact: FactUsed) -> bool:
    """Found by the body itself: what was taken over from others is another type."""
    return fact.origin is FactOrigin.OWN_INVESTIGATION and fact.taken_from is None


def _not_met_by(test: LimitTest, shown: Iterable[FactShown]) -> tuple[FactShown, ...]:
    return tuple(each for each in shown if gives_outcome(test, each.value) is False)


def _conflict(body: Body, cases: list[IncompleteInvestigation], picture: Picture) -> Conflict:
    determinations = {case.determination.id: case.determination for case in cases}
    facts = {case.fact.id: case.fact for case in cases}
    shown = {each.id for case in cases for each in case.shown}
    consequences = [_consequence(case, picture) for case in cases]
    return Conflict(
        type=ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT,
        bodies=in_order((body,)),
        records=(*refs(determinations.values()), *refs(facts.values()), *sorted(shown)),
        provisions=provisions_of((*determinations.values(), *facts.values()), LAW),
        monthly_harm_cents=monthly_harm(consequences),
        urgency=urgency_of(picture, consequences),
    )


def _consequence(case: IncompleteInvestigation, picture: Picture) -> Consequence:
    values = {shown.value for shown in case.shown}
    return consequence_of(picture, case.holder, case.determination, {case.fact.id}, values)


DETECTOR = Detector(
    type=ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT,
    summary=Text(
        "Een besluit rust op een feit dat onvolledig is onderzocht",
        "A decision rests on a fact that was not fully investigated",
    ),
    trigger=Text(
        "Een nadelig besluit rust op een eigen bevinding die met documenten is weerlegd, en met de "
        "aangetoonde waarde is niet aan de toets voldaan.",
        "A harmful decision rests on an own finding that documents contradict, and with the value "
        "shown its test is not met.",
    ),
    example=Text(
        "UWV telt 24 gewerkte weken en weigert WW; loonstroken tonen er 27, en 26 is genoeg.",
        "UWV counts 24 weeks worked and refuses unemployment benefit; pay slips show 27, and 26 "
        "is enough.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

"""TERUGWERKENDE_KRACHT_BEPERKT: a wrong decision can be put right only for a part of its time.

The laws let a right start again for a limited time back (AKW 14, AOW 16, Pw 44), so that months
before it stay lost even when everybody agrees on the facts.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.consequences import consequence_of
from domain.conflicts.detector import Detector
from domain.conflicts.facts import contradictions, used_fact
from domain.conflicts.told_facts import fact_and_value, value_told
from domain.explanations import texts
from domain.household import FactShown
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, DeterminationMade, FactUsed, Provision
from domain.vocabulary import Law

LAW = (
    Provision(Law.AKW, "14", "5"),
    Provision(Law.AOW, "16", "2"),
    Provision(Law.PW, "44", "5"),
)


@dataclass(frozen=True, slots=True)
class _Limited:
    holder: Body
    determination: DeterminationMade
    effective_from: dt.date
    corrected_from: dt.date
    facts: tuple[tuple[FactUsed, tuple[FactShown, ...]], ...]


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per body whose law keeps it from putting all of a decision right."""
    by_body: dict[Body, list[_Limited]] = defaultdict(list)
    for limited in _limited(picture):
        by_body[limited.holder].append(limited)
    return tuple(_conflict(body, cases, picture) for body, cases in by_body.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """Which time stays lost, and what that comes to."""
    names, cost = texts.bodies(conflict.bodies, picture), _cost(conflict)
    return Text(
        f"Een besluit van {names.nl} rust op een feit dat volgens de papieren niet klopt. De wet "
        f"laat {names.nl} dat niet over de hele periode herstellen.{cost.nl} Voor die tijd is een "
        "andere oplossing nodig.",
        f"A decision of {names.en} rests on a fact that is wrong according to the papers. The law "
        f"does not let {names.en} put that right for the whole time.{cost.en} Another way out is "
        "needed for that time.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """From when the decision works, and from when it can be put right."""
    named, cost = frozenset(conflict.records), _cost(conflict)
    cases = [each for each in _limited(picture) if each.determination.id in named]
    told = texts.joined(_told(case) for case in cases)
    return Text(
        f"Herstel reikt minder ver terug dan het besluit zelf: {told.nl}.{cost.nl}",
        f"Correction reaches back less far than the decision itself: {told.en}.{cost.en}",
    )


def _cost(conflict: Conflict) -> Text:
    if not conflict.one_off_harm_cents:
        return Text("", "")
    harm = texts.amount(conflict.one_off_harm_cents)
    return Text(
        f" Daardoor blijft het huishouden {harm.nl} kwijt.",
        f" So the household stays {harm.en} short.",
    )


def _told(case: _Limited) -> Text:
    wrong = texts.joined(_contradicted(fact, shown) for fact, shown in case.facts)
    made, since = texts.date(case.determination.made_on), texts.date(case.effective_from)
    back = texts.date(case.corrected_from)
    return Text(
        f"het besluit van {made.nl} werkt vanaf {since.nl} en kan worden hersteld vanaf {back.nl}, "
        f"terwijl het rust op {wrong.nl}",
        f"the decision of {made.en} works from {since.en} and can be put right from {back.en}, "
        f"while it rests on {wrong.en}",
    )


def _contradicted(fact: FactUsed, shown: tuple[FactShown, ...]) -> Text:
    used = fact_and_value(fact)
    other = texts.joined(value_told(each.fact, each.value) for each in shown)
    return Text(f"{used.nl}, aangetoond {other.nl}", f"{used.en}, shown {other.en}")


def _limited(picture: Picture) -> Iterator[_Limited]:
    for holder, determination in picture.of(DeterminationMade):
        since, back = determination.effective_from, determination.can_be_corrected_from
        if since is not None and back is not None and back > since:
            facts = tuple(_contradicted_facts(determination, picture))
            if facts:
                yield _Limited(counted(holder), determination, since, back, facts)


def _contradicted_facts(
    determination: DeterminationMade, picture: Picture
) -> Iterator[tuple[FactUsed, tuple[FactShown, ...]]]:
    for ref in sorted(determination.rests_on):
        found = used_fact(picture, ref)
        shown = contradictions(picture, found[1]) if found else ()
        if found and shown:
            yield found[1], shown


def _conflict(body: Body, cases: list[_Limited], picture: Picture) -> Conflict:
    determinations = {case.determination.id: case.determination for case in cases}
    facts = {fact.id: fact for case in cases for fact, _ in case.facts}
    shown = {each.id for case in cases for _, found in case.facts for each in found}
    return Conflict(
        type=ConflictType.TERUGWERKENDE_KRACHT_BEPERKT,
        bodies=in_order((body,)),
        records=(*refs(determinations.values()), *refs(facts.values()), *sorted(shown)),
        provisions=provisions_of((*determinations.values(), *facts.values()), LAW),
        # what is still to come can be put right; only the months before stay lost
        monthly_harm_cents=None,
        urgency=HarmUrgency.HIGH,
        one_off_harm_cents=sum(_lost(case, picture) for case in cases) or None,
    )


def _lost(case: _Limited, picture: Picture) -> int:
    """What was lost per month, over the whole months that cannot be put right any more."""
    facts = {fact.id for fact, _ in case.facts}
    values = {each.value for _, shown in case.facts for each in shown}
    decision = consequence_of(picture, case.holder, case.determination, facts, values)
    months = _whole_months(case.effective_from, case.corrected_from)
    return (decision.lost_monthly_cents or 0) * months


def _whole_months(first: dt.date, until: dt.date) -> int:
    months = (until.year - first.year) * 12 + until.month - first.month
    return months - (until.day < first.day)


DETECTOR = Detector(
    type=ConflictType.TERUGWERKENDE_KRACHT_BEPERKT,
    summary=Text(
        "Een fout besluit kan maar voor een deel van de tijd worden hersteld",
        "A wrong decision can be put right for a part of its time only",
    ),
    trigger=Text(
        "Een besluit rust op een feit dat met documenten is weerlegd, en de wet laat herstel pas "
        "toe vanaf een dag na de ingangsdatum.",
        "A decision rests on a fact that documents contradict, and the law allows correction only "
        "from a day after it took effect.",
    ),
    example=Text(
        "De SVB stelde het pensioen vast op een verkeerde geboortedatum en kan een jaar terug.",
        "The SVB set the pension on a wrong date of birth and can go back one year.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

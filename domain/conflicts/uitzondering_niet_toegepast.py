"""UITZONDERING_NIET_TOEGEPAST: a body applied a rule, and not the exception that the law orders.

The exceptions and their conditions are data (`domain.legislation.room`). Room is none: what a body
may do is for a deviation, what it must do is for a correction (Awb 3:2, 3:46).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from domain.conflicts.bodies import in_order, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.consequences import Consequence, consequence_of, monthly_harm
from domain.conflicts.detector import Detector
from domain.conflicts.facts import harmful_determinations
from domain.conflicts.grounds import shown_refs
from domain.conflicts.known_for_exceptions import Situation, situations
from domain.explanations import texts
from domain.household import FactShown
from domain.legislation.acts import Act, Article
from domain.legislation.determination.lines import Answer
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.room import MandatoryException, exceptions_for
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, DeterminationMade, Provision
from domain.vocabulary import Law

LAW = (
    Provision(Law.AWB, "3:2"),
    Provision(Law.AWB, "3:46"),
    Provision(Law.PW, "19a"),
    Provision(Law.PW, "22a", "4"),
    Provision(Law.PW, "24a"),
)

_MONTHLY_PART_OF = {Article(Act.PW, "24a"): parameter("wkb_alo_kop")}
"""Exceptions that add a twelfth of an amount per year, where the others undo the lowering."""


@dataclass(frozen=True, slots=True)
class _Overlooked:
    decider: Body
    determination: DeterminationMade
    exception: MandatoryException
    shown: tuple[FactShown, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exception that a decision must apply still, and what it adds per month in euro cents:
    None for one that undoes what the decision took."""

    determination: DeterminationMade
    exception: MandatoryException
    added_monthly_cents: int | None


def left_out_in(conflict: Conflict, picture: Picture) -> tuple[LeftOut, ...]:
    """What the decisions in the conflict leave out."""
    return tuple(
        LeftOut(each.determination, each.exception, _added_per_month(each.exception, picture))
        for each in _found_in(conflict, picture)
    )


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per body that overlooked exceptions."""
    by_body: dict[Body, list[_Overlooked]] = defaultdict(list)
    for overlooked in _overlooked(picture):
        by_body[overlooked.decider].append(overlooked)
    return tuple(_conflict(body, found, picture) for body, found in by_body.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """That there is a right, what it gives, and what to ask for."""
    names, found = texts.bodies(conflict.bodies, picture), _found_in(conflict, picture)
    effects, cost = texts.joined(_effects(found)), _cost(conflict)
    return Text(
        f"{texts.capital(names).nl} heeft een regel toegepast, maar niet de uitzondering die "
        f"daarbij hoort. De wet zegt voor uw situatie: {effects.nl}.{cost.nl} Dit is geen gunst "
        "maar een recht: vraag om het besluit te herzien.",
        f"{texts.capital(names).en} applied a rule, but not the exception that goes with it. For "
        f"your situation the law says: {effects.en}.{cost.en} This is not a favour but a right: "
        "ask to have the decision revised.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """Which exception to which provision, and the conditions that hold."""
    told, cost = texts.joined(map(_told, _found_in(conflict, picture))), _cost(conflict)
    return Text(
        f"Een verplichte uitzondering is niet toegepast: {told.nl}.{cost.nl}",
        f"A mandatory exception was not applied: {told.en}.{cost.en}",
    )


def _cost(conflict: Conflict) -> Text:
    if not conflict.monthly_harm_cents:
        return Text("", "")
    harm = texts.amount(conflict.monthly_harm_cents)
    return Text(
        f" Het huishouden loopt {harm.nl} per maand mis.",
        f" The household misses {harm.en} a month.",
    )


def _effects(found: list[_Overlooked]) -> list[Text]:
    effects = {each.exception.effect.nl: each.exception.effect for each in found}
    return [effects[words] for words in sorted(effects)]


def _told(found: _Overlooked) -> Text:
    exception, made = found.exception, texts.date(found.determination.made_on)
    because = texts.joined(condition.words for condition in exception.conditions)
    article, rule = exception.article, exception.excepts
    return Text(
        f"{article} bij {rule} in het besluit van {made.nl} ({because.nl})",
        f"{article} with {rule} in the decision of {made.en} ({because.en})",
    )


def _found_in(conflict: Conflict, picture: Picture) -> list[_Overlooked]:
    named = frozenset(conflict.records)
    found = (each for each in _overlooked(picture) if each.determination.id in named)
    return sorted(found, key=lambda each: (each.determination.id, each.exception.id))


def _overlooked(picture: Picture) -> Iterator[_Overlooked]:
    for decider, determination in harmful_determinations(picture):
        candidates = _left_out(determination, picture)
        known = tuple(situations(picture, determination)) if candidates else ()
        for exception in candidates:
            fitting = [each for each in known if _must_be_applied(exception, each)]
            if fitting:
                shown = _shown_for(exception, fitting)
                yield _Overlooked(decider, determination, exception, shown)


def _left_out(determination: DeterminationMade, picture: Picture) -> tuple[MandatoryException, ...]:
    """The exceptions to what the decision applies that it does not name, without those that would
    leave the household worse off."""
    applied = determination.legal_basis
    candidates = {
        exception.id: exception
        for provision in applied
        for exception in _exceptions_to(provision.law, provision.article)
        if exception.in_force(picture.today)
        and not exception.against_household
        and _applies_rule(provision, exception)
        and not any(_names(each, exception) for each in applied)
    }
    return tuple(candidates.values())


@lru_cache(maxsize=1024)
def _exceptions_to(law: Law, article: str) -> tuple[MandatoryException, ...]:
    return exceptions_for(Provision(law, article))


def _applies_rule(provision: Provision, exception: MandatoryException) -> bool:
    """Whether the provision is, holds or lies in the rule that is excepted from."""
    rule = exception.excepts.paragraph
    return _lies_in(provision.paragraph, rule) or _lies_in(rule, provision.paragraph)


def _names(provision: Provision, exception: MandatoryException) -> bool:
    """Whether a decision that cites this provision cites the exception.

    Of one article that holds the rule and the exception, only the paragraph tells them apart.
    """
    article, rule = exception.article, exception.excepts
    if (provision.law.value, provision.article) != (article.act.value.short, article.number):
        return False
    cited = provision.paragraph
    if (article.act, article.number) == (rule.act, rule.number):
        return _lies_in(cited, article.paragraph)
    return _lies_in(cited, article.paragraph) or _lies_in(article.paragraph, cited)


def _lies_in(paragraph: str | None, whole: str | None) -> bool:
    """Whether a paragraph, as in "2 c", is the same as, or a part of, another; None is all."""
    if whole is None:
        return True
    parts, of = (paragraph or "").split(), whole.split()
    return parts[: len(of)] == of


def _must_be_applied(exception: MandatoryException, known: Situation) -> bool:
    facts = {name: fact.value for name, fact in known.items()}
    return exception.applies(facts) is Answer.YES


def _shown_for(exception: MandatoryException, fitting: list[Situation]) -> tuple[FactShown, ...]:
    shown = (
        fact
        for known in fitting
        for condition in exception.conditions
        if condition.fact in known
        for fact in known[condition.fact].shown
    )
    return tuple({fact.id: fact for fact in shown}.values())


def _conflict(body: Body, found: list[_Overlooked], picture: Picture) -> Conflict:
    determinations = {each.determination.id: each.determination for each in found}
    exceptions = {each.exception.article.provision for each in found} - {None}
    applied = {each for one in determinations.values() for each in one.legal_basis}
    provisions = {each for each in (*exceptions, *applied) if each is not None}
    return Conflict(
        type=ConflictType.UITZONDERING_NIET_TOEGEPAST,
        bodies=in_order((body,)),
        records=(
            *refs(determinations.values()),
            *shown_refs(fact for each in found for fact in each.shown),
        ),
        provisions=tuple(sorted(provisions, key=str)),
        monthly_harm_cents=monthly_harm(_missed(each, picture) for each in found),
        # it is a right: a request for revision brings it, without waiting for others
        urgency=HarmUrgency.HIGH,
    )


def _missed(found: _Overlooked, picture: Picture) -> Consequence:
    """What the exception itself adds per month; otherwise what the decision takes."""
    decision = found.determination
    taken = consequence_of(picture, found.decider, decision, frozenset(decision.rests_on))
    added = _added_per_month(found.exception, picture)
    return taken if added is None else replace(taken, lost_monthly_cents=added)


def _added_per_month(exception: MandatoryException, picture: Picture) -> int | None:
    per_year = _MONTHLY_PART_OF.get(exception.article)
    if per_year is None:
        return None
    return round(Fraction(last_known_on(per_year, picture.today)) / 12)


DETECTOR = Detector(
    type=ConflictType.UITZONDERING_NIET_TOEGEPAST,
    summary=Text(
        "Een uitzondering die moet worden toegepast, is vergeten",
        "An exception that must be applied was forgotten",
    ),
    trigger=Text(
        "Een nadelig besluit past een bepaling toe, de voorwaarden van een verplichte uitzondering "
        "daarop zijn vervuld, en het besluit noemt die uitzondering niet.",
        "A harmful decision applies a provision, the conditions of a mandatory exception to it "
        "hold, and the decision does not name that exception.",
    ),
    example=Text(
        "De norm is gehalveerd omdat de echtgenoot geen recht op bijstand heeft; de ophoging voor "
        "de kinderen is niet toegepast.",
        "The norm was halved because the husband has no right to assistance; the increase for the "
        "children was not applied.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

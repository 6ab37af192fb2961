"""Kindgebonden budget: what parents get for their children (Wet op het kindgebonden budget).

An amount per child, more from twelve and from sixteen, and more for a parent without a partner
(Wkgb 2 lid 2-6), less a share of the income above the threshold (lid 7-8). It is determined for
each calendar month apart (lid 11), to the cent as shown; the award over the year is in whole euros
(Awir 14 lid 4).
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import month_of
from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Determination,
    Figure,
    Period,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    any_of,
    not_,
    plain,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.toeslagen import _award, _children
from domain.legislation.regulations.toeslagen._assets import Limits, require_within
from domain.legislation.regulations.toeslagen._children import Asked
from domain.legislation.regulations.toeslagen._kindgebonden_budget_facts import (
    KindgebondenBudgetFacts,
)
from domain.vocabulary import Agency, Department, Scheme

_WHOLE = 100
_MONTHS = 12

_THRESHOLD = parameter("wkb_drempelinkomen")
_THRESHOLD_INCREASE = parameter("wkb_drempel_partner_verhoging")
_RATE = parameter("wkb_afbouw")
_SINGLE_PARENT = parameter("wkb_alo_kop")
_ASSETS_SINGLE = parameter("wkb_vermogen_alleenstaande")
_ASSETS_PARTNERS = parameter("wkb_vermogen_partners")

_ASSETS = Article(Act.WKGB, "1", "4")
_WITHOUT_PARTNER = Article(Act.WKGB, "2", "6")
_LESS_FOR_SINGLE = Article(Act.WKGB, "2", "7")
_LESS_FOR_PARTNERS = Article(Act.WKGB, "2", "8")
_PER_MONTH = Article(Act.WKGB, "2", "11")
_ONE_CHILD_ABROAD = Article(Act.WKGB, "2", "12")
_CHILDREN_ABROAD = Article(Act.WKGB, "2", "13")
_RESIDENCE = Article(Act.AWIR, "9")

_LIMITS = Limits(_ASSETS_SINGLE, _ASSETS_PARTNERS, _ASSETS)


def determine(facts: KindgebondenBudgetFacts, on: dt.date) -> Determination:
    """The budget for the month of this day, per year and per month, in euro cents."""
    working = Working(ID, facts, on)
    working.require(
        Text("rechtmatig verblijf", "lawful residence"),
        working.answer("lawful_residence"),
        _RESIDENCE,
    )
    partner = working.answer("has_partner")
    require_within(working, _LIMITS, partner)
    if partner is Answer.UNKNOWN:
        return working.undetermined()
    has_partner = partner is Answer.YES
    children = _children_that_count(working, facts, has_partner)
    if children is None:
        return working.undetermined()
    year = _less_by_income(working, _full_amount(working, children, has_partner), has_partner)
    working.require_compared(
        Text("er blijft een bedrag over", "an amount is left"),
        year,
        Relation.MORE,
        plain(0, Unit.EUROCENT_PER_YEAR),
        _LESS_FOR_PARTNERS if has_partner else _LESS_FOR_SINGLE,
    )
    month = working.divide(_MONTH, year, _MONTHS, _PER_MONTH, Unit.EUROCENT_PER_MONTH)
    working.result("per_month", _MONTH, working.rounded(_MONTH, month, Rounding.TO_CENT, None))
    working.result("per_year", _YEAR, working.rounded(_YEAR, year, Rounding.TO_CENT, None))
    _award.conclude_award(working, year)
    return working.conclude(Period(*month_of(on)))


def _children_that_count(
    working: Working, facts: KindgebondenBudgetFacts, has_partner: bool
) -> tuple[Asked, ...] | None:
    """The children with a claim; None when there is none, or it is not known of one of them."""
    children = working.listed("children", facts.children)
    if isinstance(children, Unknown):
        return None
    partner_unlawful = _partner_unlawful(working, has_partner)
    asked = [_children.asked(working, index, each) for index, each in enumerate(children)]
    answers = [_children.counts(working, each, partner_unlawful) for each in asked]
    working.require(
        Text("een kind waarvoor aanspraak bestaat", "a child for whom there is a claim"),
        any_of(*answers),
        _children.CLAIM,
    )
    if Answer.YES not in answers or Answer.UNKNOWN in answers:
        return None
    return tuple(each for each, answer in zip(asked, answers, strict=True) if answer is Answer.YES)


def _partner_unlawful(working: Working, has_partner: bool) -> Answer:
    """With such a partner only a child counts that is Dutch or resides lawfully (Wkgb 1 lid 5)."""
    if not has_partner:
        return Answer.NO
    unlawful = not_(working.answer("partner_lawful_residence"))
    if unlawful is Answer.YES:
        working.note(
            Text(
                "de partner verblijft niet rechtmatig: alleen een kind dat dat wel doet, telt",
                "the partner does not reside lawfully: only a child that does counts",
            ),
            _children.CHILD_RESIDENCE,
        )
    return unlawful


def _full_amount(working: Working, children: tuple[Asked, ...], has_partner: bool) -> Figure:
    terms = [term for child in children for term in _children.amounts(working, child)]
    if not has_partner:
        terms.append(working.parameter(_SINGLE_PARENT))
    by = _children.PER_YEAR if has_partner else _WITHOUT_PARTNER
    return _for_the_country(working, children, working.add(_FULL, *terms, by=by))


def _for_the_country(working: Working, children: tuple[Asked, ...], full: Figure) -> Figure:
    """A share of it for a child outside Europe (Wkgb 2 lid 12); for more than one child the
    minister's rules say how much (lid 13): that amount is a fact here."""
    in_europe = [_children.lives_in_europe(working, each) for each in children]
    if all(each is Answer.YES for each in in_europe):
        return full
    if Answer.NO not in in_europe:
        return working.without_value(full)
    if len(children) > 1:
        working.note(_BY_MINISTERIAL_ORDER, _CHILDREN_ABROAD)
        return working.fact("amount_for_children_abroad")
    factor = working.least(
        Text("verhoudingsgetal van ten hoogste 100", "ratio of at most 100"),
        _children.country_factor(working, children[0]),
        plain(_WHOLE, Unit.PERCENT),
        by=_ONE_CHILD_ABROAD,
    )
    share = Text("bedrag voor het woonland", "amount for the country of residence")
    return working.percentage(share, full, factor, _ONE_CHILD_ABROAD)


def _less_by_income(working: Working, full: Figure, has_partner: bool) -> Figure:
    by = _LESS_FOR_PARTNERS if has_partner else _LESS_FOR_SINGLE
    income, threshold = working.fact("income"), working.parameter(_THRESHOLD)
    if has_partner:
        together = Text("gezamenlijk toetsingsinkomen", "test income together")
        income = working.add(together, income, working.fact("partner_income"), by=by)
        raised = Text("verhoogd drempelinkomen", "raised threshold income")
        threshold = working.add(raised, threshold, working.parameter(_THRESHOLD_INCREASE), by=by)
    above = working.not_below_zero(
        Text("inkomen boven het drempelinkomen", "income above the threshold income"),
        working.subtract(
            Text("inkomen min drempelinkomen", "income less threshold income"),
            income,
            threshold,
            by=by,
        ),
        by,
    )
    less = working.percentage(
        Text("vermindering", "reduction"), above, working.parameter(_RATE), by
    )
    left = working.subtract(Text("na vermindering", "after reduction"), full, less, by=by)
    return working.not_below_zero(_YEAR, left, by)


ID = "kindgebonden_budget"

_YEAR = Text("jaarbedrag", "amount for the year")
_MONTH = Text("maandbedrag", "amount for the month")
_FULL = Text("bedrag voor het inkomen meetelt", "amount before income counts")
_BY_MINISTERIAL_ORDER = Text(
    "voor meer kinderen volgt het bedrag uit een ministeriële regeling",
    "for more children the amount follows from a ministerial order",
)

REGULATION = Regulation(
    id=ID,
    title=Text("Kindgebonden budget", "Child-related budget"),
    summary=Text(
        "Bijdrage in de kosten van kinderen, naar inkomen en vermogen.",
        "A contribution to the costs of children, by income and assets.",
    ),
    articles=(
        _ASSETS,
        _children.CHILD_RESIDENCE,
        _children.CLAIM,
        _children.PER_YEAR,
        _children.FROM_THE_NEXT_MONTH,
        _children.SIXTEEN,
        _WITHOUT_PARTNER,
        _LESS_FOR_SINGLE,
        _LESS_FOR_PARTNERS,
        _PER_MONTH,
        _ONE_CHILD_ABROAD,
        _CHILDREN_ABROAD,
        _RESIDENCE,
        _award.WHOLE_EUROS,
        _award.NOT_BELOW,
    ),
    facts=KindgebondenBudgetFacts,
    determine=determine,
    parameters=(
        *_children.PARAMETERS,
        _SINGLE_PARENT,
        _THRESHOLD,
        _THRESHOLD_INCREASE,
        _RATE,
        _ASSETS_SINGLE,
        _ASSETS_PARTNERS,
        _award.LEAST,
    ),
    granted=Text("Er is recht op kindgebonden budget", "There is a right to kindgebonden budget"),
    refused=Text(
        "Er is geen recht op kindgebonden budget", "There is no right to kindgebonden budget"
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.BELASTINGDIENST, Department.TOESLAGEN),),
    scheme=Scheme.KINDGEBONDEN_BUDGET,
)

__all__ = ["ID", "REGULATION", "KindgebondenBudgetFacts", "determine"]

"""The standard premium of zorgtoeslag: once, twice for partners, or by the country (Wzt 2, 4a)."""

from __future__ import annotations

import datetime as dt

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Text,
    Working,
    all_of,
    any_of,
    not_,
)
from domain.legislation.parameters import parameter

STANDARD_PREMIUM = parameter("zt_standaardpremie")

RENUMBERED = dt.date(2024, 11, 6)
"""The day on which the articles 2a and 3 became 3 and 4a (Stb. 2024, 291)."""

ABROAD = Article(Act.WZT, "4a", "1")
PARTNER_ABROAD = Article(Act.WZT, "4a", "4")
ABROAD_BEFORE = Article(Act.WZT, "3", "1")
PARTNER_ABROAD_BEFORE = Article(Act.WZT, "3", "3")
_ALLOWANCE = Article(Act.WZT, "2", "1")


def standard_premium(working: Working, has_partner: bool) -> Figure:
    """The standard premium of the insured, with that of a partner; by the country for who is
    insured by treaty."""
    premium = working.parameter(STANDARD_PREMIUM)
    match working.answer("lives_in_netherlands"):
        case Answer.YES:
            return _twice(working, premium) if has_partner else premium
        case Answer.UNKNOWN:
            return working.without_value(premium)
        case Answer.NO:
            by_treaty = working.answer("insured_by_treaty")
            own = _for_the_country(
                working, premium, by_treaty, "country_factor", _by(working, ABROAD)
            )
            return _with_that_of_partner(working, own, premium, by_treaty) if has_partner else own


def _twice(working: Working, premium: Figure) -> Figure:
    label = Text("tweemaal de standaardpremie", "twice the standard premium")
    return working.multiply(label, premium, 2, _ALLOWANCE)


def _with_that_of_partner(
    working: Working, own: Figure, premium: Figure, by_treaty: Answer
) -> Figure:
    """The premium of a partner without Dutch insurance is by the country too, when one of both is
    insured by treaty (Wzt 4a lid 3-4)."""
    elsewhere = not_(working.answer("partner_dutch_insurance"))
    if elsewhere is not Answer.NO and by_treaty is not Answer.YES:
        elsewhere = all_of(elsewhere, any_of(by_treaty, working.answer("partner_insured")))
    theirs = _for_the_country(
        working, premium, elsewhere, "partner_country_factor", _by(working, PARTNER_ABROAD)
    )
    together = Text("standaardpremie van beide partners", "standard premium of both partners")
    return working.add(together, own, theirs, by=_ALLOWANCE)


def _for_the_country(
    working: Working, premium: Figure, by_treaty: Answer, factor: str, by: Article
) -> Figure:
    """Only who is insured by treaty has a premium by the country; who lives abroad with Dutch
    insurance has the whole of it."""
    if by_treaty is Answer.NO:
        return premium
    if by_treaty is Answer.UNKNOWN:
        return working.without_value(premium)
    adjusted = Text("standaardpremie voor het woonland", "standard premium for the country")
    return working.percentage(adjusted, premium, working.fact(factor), by)


def _by(working: Working, article: Article) -> Article:
    """The article by the number that it had on the day."""
    before = {ABROAD: ABROAD_BEFORE, PARTNER_ABROAD: PARTNER_ABROAD_BEFORE}
    return article if working.on >= RENUMBERED else before[article]

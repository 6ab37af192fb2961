"""Zorgtoeslag: what the insured get towards their health premium (Wet op de zorgtoeslag).

The normpremie is a share of the threshold income plus a share of the test income above it (Wzt 2
lid 2-3); the allowance is what the standard premium is more (Wzt 2 lid 1). It is determined for
each calendar month apart (Wzt 2 lid 5), to the cent as shown; the award over the year is in whole
euros (Awir 14 lid 4).
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import first_of_month_after_age, month_of
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
    Working,
    not_,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.toeslagen import _award
from domain.legislation.regulations.toeslagen._assets import WITHIN_LIMIT, Limits, require_within
from domain.legislation.regulations.toeslagen._standard_premium import (
    ABROAD,
    ABROAD_BEFORE,
    PARTNER_ABROAD,
    PARTNER_ABROAD_BEFORE,
    RENUMBERED,
    STANDARD_PREMIUM,
    standard_premium,
)
from domain.legislation.regulations.toeslagen._zorgtoeslag_facts import Tested, ZorgtoeslagFacts
from domain.vocabulary import Agency, Department, Scheme

_ADULT_FROM_AGE = 18

_THRESHOLD = parameter("zt_drempelinkomen")
_SHARE_SINGLE = parameter("zt_pct_alleenstaande")
_SHARE_PARTNERS = parameter("zt_pct_partner")
_SHARE_ABOVE = parameter("zt_pct_afbouw")
_PARTNER_UNINSURED = parameter("zt_partner_niet_verzekerd")
_ASSETS_SINGLE = parameter("zt_vermogen_alleenstaande")
_ASSETS_PARTNERS = parameter("zt_vermogen_partners")

_WHO_IS_INSURED = Article(Act.WZT, "1", "1 onder c")
_ALLOWANCE = Article(Act.WZT, "2", "1")
_NORM_PREMIUM = Article(Act.WZT, "2", "2")
_UNINSURED_PARTNER = Article(Act.WZT, "2", "4")
_PER_MONTH = Article(Act.WZT, "2", "5")
_ASSETS = Article(Act.WZT, "3", "1")
_ASSETS_BEFORE = Article(Act.WZT, "2a", "1")
_RESIDENCE = Article(Act.AWIR, "9")
_RESIDENCE_OF_PARTNER = Article(Act.AWIR, "9", "2")

_LIMITS = Limits(_ASSETS_SINGLE, _ASSETS_PARTNERS, _ASSETS)
_LIMITS_BEFORE = Limits(_ASSETS_SINGLE, _ASSETS_PARTNERS, _ASSETS_BEFORE)


def determine(facts: ZorgtoeslagFacts, on: dt.date) -> Determination:
    """The allowance for the month of this day, per year and per month, in euro cents."""
    working = Working(ID, facts, on)
    _require_an_insured_adult(working)
    partner = working.answer("has_partner")
    _require_assets_within_limit(working, facts, partner)
    if partner is Answer.UNKNOWN:
        return working.undetermined()
    has_partner = partner is Answer.YES
    if has_partner:
        _require_lawful_residence_of_partner(working)
    premium = standard_premium(working, has_partner)
    norm = _norm_premium(working, has_partner)
    working.require_compared(
        Text("de normpremie is lager dan de standaardpremie", "the norm premium is the lower one"),
        norm,
        Relation.LESS,
        premium,
        _ALLOWANCE,
    )
    year = _share_of_an_insured_couple(
        working, working.subtract(_YEAR, premium, norm, by=_ALLOWANCE), has_partner
    )
    month = working.divide(_MONTH, year, 12, _PER_MONTH, Unit.EUROCENT_PER_MONTH)
    working.result("per_month", _MONTH, working.rounded(_MONTH, month, Rounding.TO_CENT, None))
    working.result("per_year", _YEAR, working.rounded(_YEAR, year, Rounding.TO_CENT, None))
    _award.conclude_award(working, year)
    return working.conclude(Period(*month_of(on)))


def _require_an_insured_adult(working: Working) -> None:
    adult_from = first_of_month_after_age(working.day("born"), _ADULT_FROM_AGE)
    working.require_days(
        Text("18 jaar vóór deze maand", "eighteen before this month"),
        adult_from,
        Relation.AT_MOST,
        working.on,
        _WHO_IS_INSURED,
    )
    working.require(
        Text("verzekerd voor de Zorgverzekeringswet", "insured under the Zorgverzekeringswet"),
        working.answer("insured"),
        _WHO_IS_INSURED,
    )
    working.require(
        Text("de verzekering is niet opgeschort", "the insurance is not suspended"),
        not_(working.answer("insurance_suspended")),
        _WHO_IS_INSURED,
    )
    working.require(
        Text("rechtmatig verblijf", "lawful residence"),
        working.answer("lawful_residence"),
        _RESIDENCE,
    )


def _require_lawful_residence_of_partner(working: Working) -> None:
    working.require(
        Text("rechtmatig verblijf van de partner", "lawful residence of the partner"),
        working.answer("partner_lawful_residence"),
        _RESIDENCE_OF_PARTNER,
    )


def _require_assets_within_limit(
    working: Working, facts: ZorgtoeslagFacts, partner: Answer
) -> None:
    limits = _LIMITS if working.on >= RENUMBERED else _LIMITS_BEFORE
    if facts.assets is Tested.WITHIN_LIMIT:
        working.note(_FOUND_WITHIN_LIMIT, limits.by)
        working.require(WITHIN_LIMIT, Answer.YES, limits.by)
        return
    require_within(working, limits, partner)


def _norm_premium(working: Working, has_partner: bool) -> Figure:
    income = working.fact("income")
    if has_partner:
        together = Text("gezamenlijk toetsingsinkomen", "test income together")
        income = working.add(together, income, working.fact("partner_income"), by=_NORM_PREMIUM)
    threshold = working.parameter(_THRESHOLD)
    share = working.parameter(_SHARE_PARTNERS if has_partner else _SHARE_SINGLE)
    over_threshold = working.not_below_zero(
        Text("inkomen boven het drempelinkomen", "income above the threshold income"),
        working.subtract(
            Text("inkomen min drempelinkomen", "income less threshold income"),
            income,
            threshold,
            by=_NORM_PREMIUM,
        ),
        _NORM_PREMIUM,
    )
    return working.add(
        _NORM_PREMIUM_LABEL,
        working.percentage(
            Text("deel over het drempelinkomen", "part on the threshold income"),
            threshold,
            share,
            _NORM_PREMIUM,
        ),
        working.percentage(
            Text("deel over het inkomen daarboven", "part on the income above it"),
            over_threshold,
            working.parameter(_SHARE_ABOVE),
            _NORM_PREMIUM,
        ),
        by=_NORM_PREMIUM,
    )


def _share_of_an_insured_couple(working: Working, year: Figure, has_partner: bool) -> Figure:
    """Half when the partner is not insured (Wzt 2 lid 4)."""
    if not has_partner:
        return year
    match working.answer("partner_insured"):
        case Answer.YES:
            return year
        case Answer.NO:
            return working.multiply(
                Text("helft, de partner is niet verzekerd", "half, the partner is not insured"),
                year,
                working.parameter(_PARTNER_UNINSURED),
                _UNINSURED_PARTNER,
            )
        case Answer.UNKNOWN:
            return working.without_value(year)


ID = "zorgtoeslag"

_YEAR = Text("jaarbedrag", "amount for the year")
_MONTH = Text("maandbedrag", "amount for the month")
_NORM_PREMIUM_LABEL = Text("normpremie", "norm premium")
_FOUND_WITHIN_LIMIT = Text(
    "het vermogen is door de dienst getoetst: niet boven de grens",
    "the agency has tested the assets: within the limit",
)

REGULATION = Regulation(
    id=ID,
    title=Text("Zorgtoeslag", "Health care allowance"),
    summary=Text(
        "Bijdrage in de premie van de zorgverzekering, naar inkomen en vermogen.",
        "A contribution to the health insurance premium, by income and assets.",
    ),
    articles=(
        *(_WHO_IS_INSURED, _ALLOWANCE, _NORM_PREMIUM, _UNINSURED_PARTNER, _PER_MONTH, _ASSETS),
        *(_ASSETS_BEFORE, ABROAD_BEFORE, PARTNER_ABROAD_BEFORE),
        *(ABROAD, PARTNER_ABROAD, _RESIDENCE, _RESIDENCE_OF_PARTNER),
        *(_award.WHOLE_EUROS, _award.NOT_BELOW),
    ),
    facts=ZorgtoeslagFacts,
    determine=determine,
    parameters=(
        STANDARD_PREMIUM,
        _THRESHOLD,
        _SHARE_SINGLE,
        _SHARE_PARTNERS,
        _SHARE_ABOVE,
        _PARTNER_UNINSURED,
        _ASSETS_SINGLE,
        _ASSETS_PARTNERS,
        _award.LEAST,
    ),
    granted=Text("Er is recht op zorgtoeslag", "There is a right to zorgtoeslag"),
    refused=Text("Er is geen recht op zorgtoeslag", "There is no right to zorgtoeslag"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.BELASTINGDIENST, Department.TOESLAGEN),),
    scheme=Scheme.ZORGTOESLAG,
)

__all__ = ["ID", "REGULATION", "Tested", "ZorgtoeslagFacts", "determine"]

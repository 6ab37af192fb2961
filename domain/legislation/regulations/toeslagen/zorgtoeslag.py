"""Zorgtoeslag: what the insured get towards their health premium (Wet op de zorgtoeslag).

The normpremie is a share of the threshold income plus a share of the test income above it (Wzt 2
lid 2-3); the allowance is what the standard premium is more (Wzt 2 lid 1). It is determined for
each calendar month apart (Wzt 2 lid 5). The law does not round: amounts are shown to the cent.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from domain.legislation.calendar import first_of_month_after_age, month_of
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Cents,
    Day,
    Determination,
    Facts,
    Figure,
    Number,
    Period,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    not_,
)
from domain.legislation.parameters import parameter
from domain.vocabulary import Agency, Department, Scheme

_ADULT_FROM_AGE = 18

_STANDARD_PREMIUM = parameter("zt_standaardpremie")
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
_ABROAD = Article(Act.WZT, "4a", "1")
_RESIDENCE = Article(Act.AWIR, "9")


class Tested(StrEnum):
    """What stands in place of the amount of the assets, for who knows no more than this."""

    WITHIN_LIMIT = "within_limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class ZorgtoeslagFacts(Facts):
    """One insured person in the month of the day asked, with the incomes of the whole year."""

    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN
    insured: Annotated[
        YesNo, About("heeft een Nederlandse zorgverzekering", "has Dutch health insurance")
    ] = UNKNOWN
    insurance_suspended: Annotated[
        YesNo,
        About(
            "de zorgverzekering is opgeschort wegens detentie",
            "the health insurance is suspended because of detention",
        ),
    ] = UNKNOWN
    lawful_residence: Annotated[
        YesNo, About("verblijft rechtmatig in Nederland", "resides lawfully in the Netherlands")
    ] = UNKNOWN
    lives_in_netherlands: Annotated[
        YesNo, About("woont in Nederland", "lives in the Netherlands")
    ] = UNKNOWN
    income: Annotated[
        Cents,
        About("toetsingsinkomen", "test income", Unit.EUROCENT_PER_YEAR),
    ] = UNKNOWN
    assets: Annotated[
        int | Tested | Unknown,
        About("rendementsgrondslag op 1 januari", "assets on 1 January", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN
    has_partner: Annotated[YesNo, About("heeft een toeslagpartner", "has an allowance partner")] = (
        UNKNOWN
    )
    partner_all_year: Annotated[
        YesNo,
        About(
            "heeft het hele jaar dezelfde toeslagpartner",
            "has the same allowance partner all year",
        ),
    ] = UNKNOWN
    partner_insured: Annotated[
        YesNo, About("de partner is verzekerd", "the partner is insured")
    ] = UNKNOWN
    partner_income: Annotated[
        Cents,
        About("toetsingsinkomen van de partner", "partner's test income", Unit.EUROCENT_PER_YEAR),
    ] = UNKNOWN
    partner_assets: Annotated[
        Cents,
        About(
            "rendementsgrondslag van de partner op 1 januari",
            "partner's assets on 1 January",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    country_factor: Annotated[
        Number,
        About(
            "verhoudingsgetal van het woonland in procenten",
            "ratio of the country of residence in percent",
            Unit.PERCENT,
            at_least=0,
        ),
    ] = UNKNOWN


def determine(facts: ZorgtoeslagFacts, on: dt.date) -> Determination:
    """The allowance for the month of this day, per year and per month, in euro cents."""
    working = Working(ID, facts, on)
    _require_an_insured_adult(working)
    partner = working.answer("has_partner")
    if partner is Answer.UNKNOWN:
        return working.undetermined()
    has_partner = partner is Answer.YES
    _require_assets_within_limit(working, facts, has_partner)
    premium = _standard_premium(working, has_partner)
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


def _require_assets_within_limit(
    working: Working, facts: ZorgtoeslagFacts, has_partner: bool
) -> None:
    if facts.assets is Tested.WITHIN_LIMIT:
        working.note(_FOUND_WITHIN_LIMIT, _ASSETS)
        working.require(_WITHIN_LIMIT, Answer.YES, _ASSETS)
        return
    assets = working.fact("assets")
    limit = _ASSETS_SINGLE
    if has_partner:
        all_year = working.answer("partner_all_year")
        if all_year is Answer.UNKNOWN:
            working.require(_WITHIN_LIMIT, Answer.UNKNOWN, _ASSETS)
            return
        if all_year is Answer.YES:
            together = Text("gezamenlijk vermogen", "assets together")
            assets = working.add(together, assets, working.fact("partner_assets"), by=_ASSETS)
            limit = _ASSETS_PARTNERS
    working.require_compared(
        _WITHIN_LIMIT, assets, Relation.AT_MOST, working.parameter(limit), _ASSETS
    )


def _standard_premium(working: Working, has_partner: bool) -> Figure:
    premium = working.parameter(_STANDARD_PREMIUM)
    if has_partner:
        twice = Text("tweemaal de standaardpremie", "twice the standard premium")
        premium = working.multiply(twice, premium, 2, _ALLOWANCE)
    lives_here = working.answer("lives_in_netherlands")
    if lives_here is Answer.YES:
        return premium
    if lives_here is Answer.UNKNOWN:
        return working.without_value(premium)
    adjusted = Text("standaardpremie voor het woonland", "standard premium for the country")
    return working.percentage(adjusted, premium, working.fact("country_factor"), _ABROAD)


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
_WITHIN_LIMIT = Text("vermogen niet boven de grens", "assets within the limit")

REGULATION = Regulation(
    id=ID,
    title=Text("Zorgtoeslag", "Health care allowance"),
    summary=Text(
        "Bijdrage in de premie van de zorgverzekering, naar inkomen en vermogen.",
        "A contribution to the health insurance premium, by income and assets.",
    ),
    articles=(_WHO_IS_INSURED, _ALLOWANCE, _NORM_PREMIUM, _UNINSURED_PARTNER, _ASSETS, _ABROAD),
    facts=ZorgtoeslagFacts,
    determine=determine,
    parameters=(
        _STANDARD_PREMIUM,
        _THRESHOLD,
        _SHARE_SINGLE,
        _SHARE_PARTNERS,
        _SHARE_ABOVE,
        _PARTNER_UNINSURED,
        _ASSETS_SINGLE,
        _ASSETS_PARTNERS,
    ),
    granted=Text("Er is recht op zorgtoeslag", "There is a right to zorgtoeslag"),
    refused=Text("Er is geen recht op zorgtoeslag", "There is no right to zorgtoeslag"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.BELASTINGDIENST, Department.TOESLAGEN),),
    scheme=Scheme.ZORGTOESLAG,
)

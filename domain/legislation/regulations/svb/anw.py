"""Anw: the survivor benefit, and what income takes off it (Anw 14-18, 29a).

Of income from work half the minimum wage is free, and a third of what is more; other income counts
whole (Anw 18). The orphan's benefit and the cap for a former spouse with maintenance (17 lid 4) are
not here. The law does not round: to the cent, as shown.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.calendar import month_of
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
    all_of,
    any_of,
    not_,
    plain,
)
from domain.legislation.parameters import parameter
from domain.legislation.pension_age import PENSION_AGE
from domain.legislation.regulations.svb._pension_age import pension_day
from domain.vocabulary import Agency

_THIRD = 3

_FULL = parameter("anw_bruto")
_SHARED_HOME = parameter("anw_bruto_gedeelde_woning")
_TOP_UP = parameter("anw_tegemoetkoming")
_FREE_SHARE = parameter("anw_vrijlating_arbeid")
_MINIMUM_WAGE = parameter("wml_maand")

_RIGHT = Article(Act.ANW, "14", "1")
_START = Article(Act.ANW, "14", "2")
_EXCLUDED = Article(Act.ANW, "15", "1")
_AFTER_PENSION_AGE = Article(Act.ANW, "15", "3")
_ENDS = Article(Act.ANW, "16", "1")
_AMOUNT = Article(Act.ANW, "17", "1")
_CARE_HOUSEHOLD = Article(Act.ANW, "17", "2")
_COUNTRY = Article(Act.ANW, "17", "3")
_SHARES_HOME = Article(Act.ANW, "17", "5")
_INCOME = Article(Act.ANW, "18", "1")
_FREE = Article(Act.ANW, "18", "2")
_WITH_IT = Article(Act.ANW, "29a", "1")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnwFacts(Facts):
    """One survivor in the month of the day asked."""

    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN
    partner_died_on: Annotated[
        Day, About("dag van overlijden van de partner", "day the partner died")
    ] = UNKNOWN
    deceased_was_insured: Annotated[
        YesNo, About("de overledene was verzekerd", "the deceased was insured")
    ] = UNKNOWN
    child_under_18: Annotated[
        YesNo,
        About(
            "heeft een ongehuwd kind jonger dan 18 dat niet tot een ander huishouden behoort",
            "has an unmarried child under 18 that is of no other household",
        ),
    ] = UNKNOWN
    disabled: Annotated[
        YesNo,
        About(
            "is arbeidsongeschikt sinds het overlijden of sinds het jongste kind 18 werd",
            "is unfit for work since the death or since the youngest child turned 18",
        ),
    ] = UNKNOWN
    death_was_to_be_expected: Annotated[
        YesNo,
        About(
            "het overlijden binnen een jaar na huwelijk of verzekering was te verwachten",
            "the death within a year of marriage or insurance was to be expected",
        ),
    ] = UNKNOWN
    caused_the_death: Annotated[
        YesNo,
        About(
            "heeft de echtgenoot opzettelijk van het leven beroofd",
            "took the spouse's life on purpose",
        ),
    ] = UNKNOWN
    joint_household: Annotated[
        YesNo,
        About(
            "is hertrouwd of voert een gezamenlijke huishouding",
            "has married again or keeps a joint household",
        ),
    ] = UNKNOWN
    household_is_for_care: Annotated[
        YesNo,
        About(
            "die huishouding is er voor de verzorging van een hulpbehoevende",
            "that household is for the care of somebody in need",
        ),
    ] = UNKNOWN
    shares_home: Annotated[
        YesNo,
        About(
            "deelt de woning met een meerderjarige die in de kosten meetelt",
            "shares the home with an adult who counts for the costs",
        ),
    ] = UNKNOWN
    lives_in_european_union: Annotated[
        YesNo,
        About(
            "woont in Nederland, de EU, de EER of Zwitserland",
            "lives in the Netherlands, the EU, the EEA or Switzerland",
        ),
    ] = UNKNOWN
    country_percentage: Annotated[
        Number,
        About("percentage van het woonland", "percentage of the country", Unit.PERCENT, at_least=0),
    ] = UNKNOWN
    work_income: Annotated[
        Cents,
        About("bruto-inkomen uit arbeid", "gross income from work", Unit.EUROCENT_PER_MONTH, 0),
    ] = UNKNOWN
    other_income: Annotated[
        Cents,
        About("bruto overig inkomen", "other gross income", Unit.EUROCENT_PER_MONTH, 0),
    ] = UNKNOWN


def determine(facts: AnwFacts, on: dt.date) -> Determination:
    """The gross benefit for the month of this day after income, in euro cents."""
    working = Working(ID, facts, on)
    _require_a_survivor(working)
    care = _require_no_household(working)
    country = _country(working)
    full = _of_country(working, _amount(working, care), country, _COUNTRY)
    counted = _income_counted(working, country)
    benefit = working.rounded(
        _MONTH,
        working.not_below_zero(
            _MONTH, working.subtract(_AFTER_INCOME, full, counted, by=_INCOME), _INCOME
        ),
        Rounding.TO_CENT,
        None,
    )
    working.result("per_month", _MONTH, benefit)
    if not isinstance(benefit.value, Unknown) and benefit.value > 0:
        top_up = _of_country(working, working.parameter(_TOP_UP), country, _WITH_IT)
        shown = working.rounded(_TOP_UP_MONTH, top_up, Rounding.TO_CENT, None)
        working.result("top_up_per_month", _TOP_UP_MONTH, shown)
    return working.conclude(Period(*month_of(on)))


def _require_a_survivor(working: Working) -> None:
    died = working.day("partner_died_on")
    start = UNKNOWN if isinstance(died, Unknown) else month_of(died)[0]
    started = Text("ingegaan in de maand van overlijden", "started in the month of the death")
    working.require_days(started, start, Relation.AT_MOST, working.on, _START)
    insured = Text("de overledene was verzekerd", "the deceased was insured")
    working.require(insured, working.answer("deceased_was_insured"), _RIGHT)
    child = working.answer("child_under_18")
    if child is not Answer.YES:
        child = any_of(child, working.answer("disabled"))
    working.require(Text("kind of arbeidsongeschikt", "child or unfit for work"), child, _RIGHT)
    excluded = working.answer("death_was_to_be_expected")
    if excluded is not Answer.YES:
        excluded = any_of(excluded, working.answer("caused_the_death"))
    working.require(
        Text("geen uitsluitingsgrond", "no ground of exclusion"), not_(excluded), _EXCLUDED
    )
    reached = pension_day(working, working.day("born"))
    before = Text("overleden vóór de pensioenleeftijd", "died before the pension age")
    working.require_days(before, died, Relation.LESS, reached, _AFTER_PENSION_AGE)
    not_yet = Text("pensioenleeftijd nog niet bereikt", "pension age not yet reached")
    working.require_days(not_yet, working.on, Relation.LESS, reached, _ENDS)


def _require_no_household(working: Working) -> Answer:
    """Whether a household for care is kept; any other joint household ends the right."""
    joint = working.answer("joint_household")
    care = Answer.NO
    if joint is not Answer.NO:
        care = all_of(joint, working.answer("household_is_for_care"))
    alone = Text(
        "geen gezamenlijke huishouding, behalve voor zorg", "no joint household, but for care"
    )
    working.require(alone, any_of(not_(joint), care), _ENDS)
    return care


def _amount(working: Working, care: Answer) -> Figure:
    if care is Answer.YES:
        working.note(_LOWER_AMOUNT, _CARE_HOUSEHOLD)
        return working.parameter(_SHARED_HOME)
    shares = working.answer("shares_home")
    match any_of(care, shares):
        case Answer.YES:
            working.note(_LOWER_AMOUNT, _SHARES_HOME)
            return working.parameter(_SHARED_HOME)
        case Answer.NO:
            return working.parameter(_FULL)
        case Answer.UNKNOWN:
            return working.without_value(working.parameter(_FULL))


def _country(working: Working) -> Figure:
    """The percentage of the country, a hundred within Europe (Anw 17 lid 3, 18 lid 4)."""
    here = working.answer("lives_in_european_union")
    whole = plain(100, Unit.PERCENT)
    if here is Answer.YES:
        return whole
    given = working.fact("country_percentage")
    return working.without_value(whole) if here is Answer.UNKNOWN else given


def _of_country(working: Working, amount: Figure, country: Figure, by: Article) -> Figure:
    if country.line < 0 and not isinstance(country.value, Unknown):
        return amount
    return working.percentage(Text("naar het woonland", "by the country"), amount, country, by)


def _income_counted(working: Working, country: Figure) -> Figure:
    work = working.fact("work_income")
    free = working.percentage(
        Text("vrij arbeidsinkomen", "free income from work"),
        working.parameter(_MINIMUM_WAGE),
        working.parameter(_FREE_SHARE),
        _FREE,
    )
    free = _of_country(working, free, country, _FREE)
    above = working.not_below_zero(
        Text("arbeidsinkomen daarboven", "income from work above it"),
        working.subtract(Text("arbeidsinkomen min vrij", "work less free"), work, free, by=_FREE),
        _FREE,
    )
    third = working.divide(Text("een derde daarvan", "a third of it"), above, _THIRD, _FREE)
    counted = working.subtract(
        Text("arbeidsinkomen dat meetelt", "income from work that counts"), above, third, by=_FREE
    )
    return working.add(
        Text("inkomen dat meetelt", "income that counts"),
        counted,
        working.fact("other_income"),
        by=_INCOME,
    )


ID = "anw"

_MONTH = Text("bruto-uitkering per maand", "gross benefit a month")
_AFTER_INCOME = Text("uitkering na aftrek van inkomen", "benefit less income")
_TOP_UP_MONTH = Text("tegemoetkoming per maand", "top-up a month")
_LOWER_AMOUNT = Text(
    "het bedrag van de helft van het netto-minimumloon geldt",
    "the amount of half the net minimum wage holds",
)

REGULATION = Regulation(
    id=ID,
    title=Text("Nabestaandenuitkering", "Survivor benefit (Anw)"),
    summary=Text(
        "Uitkering na het overlijden van de partner, met aftrek van inkomen.",
        "A benefit after the death of the partner, less income.",
    ),
    articles=(
        *(_RIGHT, _START, _EXCLUDED, _AFTER_PENSION_AGE, _ENDS, _AMOUNT, _CARE_HOUSEHOLD),
        *(_COUNTRY, _SHARES_HOME, _INCOME, _FREE, _WITH_IT),
    ),
    facts=AnwFacts,
    determine=determine,
    parameters=(PENSION_AGE, _FULL, _SHARED_HOME, _TOP_UP, _FREE_SHARE, _MINIMUM_WAGE),
    granted=Text("Er is recht op nabestaandenuitkering", "There is a right to survivor benefit"),
    refused=Text("Er is geen recht op nabestaandenuitkering", "There is no right to the benefit"),
    known_from=dt.date(2025, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.SVB),),
)

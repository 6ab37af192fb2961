"""The monthly instalment of a study loan (Wsf 6.5-6.10, 6.16, 6.19, 10a.4-10a.7).

Equal parts that pay off the debt with interest in the months that are left of the repayment phase,
not less than a minimum, and not more than the ability to pay. In the grace phase and in a pause
nothing is due; what is left at the end lapses. The phase is longer by the months of pause (6.7 lid
1, 10a.5 lid 2), and by the old rules by the years in which a partner's income was left out (10a.11
lid 2). Arrears (6.8) are no part of it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, NamedTuple

from domain.legislation.calendar import add_months, month_of
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
    plain,
)
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.duo._rules import ABOUT_RULES, RepaymentRules
from domain.vocabulary import Agency, Scheme

_MONTHS_A_YEAR = 12

_GRACE = parameter("duo_aanloopfase")
_SUSPENDED = parameter("llk_opschorting")

_INTEREST_RATE = Article(Act.WSF_2000, "6.3")
_INTEREST = Article(Act.WSF_2000, "6.4", "2")
_GRACE_PHASE = Article(Act.WSF_2000, "6.6", "2")
_SUSPENDED_AT_START = Article(Act.WSF_2000, "6.19a")
_LAPSES = Article(Act.WSF_2000, "6.16", "1")
_PARTNER_LEFT_OUT = Article(Act.WSF_2000, "10a.11", "2")

_PAUSE = Article(Act.WSF_2000, "6.7", "2")
_INSTALMENT = Article(Act.WSF_2000, "6.9", "2")
_BY_CAPACITY = Article(Act.WSF_2000, "6.10", "4")


class _Rule(NamedTuple):
    years: Parameter
    years_by: Article
    minimum: Parameter
    minimum_by: Article
    pause_by: Article = _PAUSE
    instalment_by: Article = _INSTALMENT
    capacity_by: Article = _BY_CAPACITY


_RULES = {
    RepaymentRules.SF35: _Rule(
        parameter("sf35_aflosfase"),
        Article(Act.WSF_2000, "6.7", "1"),
        parameter("sf35_minimum"),
        Article(Act.WSF_2000, "6.9", "3"),
    ),
    RepaymentRules.SF15_OLD: _Rule(
        parameter("sf15_aflosfase"),
        Article(Act.WSF_2000, "10a.4"),
        parameter("sf15_minimum"),
        Article(Act.WSF_2000, "10a.6", "3"),
        Article(Act.WSF_2000, "10a.5", "1"),
        Article(Act.WSF_2000, "10a.6", "2"),
        Article(Act.WSF_2000, "10a.7", "4"),
    ),
    RepaymentRules.LIFELONG_LEARNING: _Rule(
        parameter("llk_aflosfase"),
        Article(Act.WSF_2000, "6.19", "2 onder a"),
        parameter("llk_minimum"),
        Article(Act.WSF_2000, "6.19", "2 onder b"),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AflossingFacts(Facts):
    """One loan in the month of the day asked."""

    rules: Annotated[RepaymentRules | Unknown, ABOUT_RULES] = UNKNOWN
    repayment_period_from: Annotated[
        Day,
        About("eerste dag van de terugbetalingsperiode", "first day of the repayment period"),
    ] = UNKNOWN
    months_paused: Annotated[
        Number,
        About("gebruikte aflosvrije maanden", "months of pause used", Unit.MONTHS, at_least=0),
    ] = UNKNOWN
    years_partner_left_out: Annotated[
        Number,
        About(
            "jaren waarin het inkomen van de partner buiten beschouwing bleef (SF15-oud)",
            "years in which the partner's income was left out (SF15-old)",
            Unit.YEARS,
            at_least=0,
        ),
    ] = UNKNOWN
    on_pause: Annotated[
        YesNo, About("heeft nu een aflosvrije periode", "has a pause of repayment now")
    ] = UNKNOWN
    debt: Annotated[
        Cents,
        About(
            "schuld bij de laatste vaststelling van de termijn",
            "debt when the instalment was last fixed",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    months_left: Annotated[
        Number,
        About(
            "maanden van de aflosfase die toen resteerden",
            "months of the repayment phase left then",
            Unit.MONTHS,
            at_least=0,
        ),
    ] = UNKNOWN
    interest: Annotated[
        Fraction | int | Unknown,
        About("rente per jaar", "interest a year", Unit.PERCENT, at_least=0),
    ] = UNKNOWN
    capacity_counts: Annotated[
        YesNo,
        About(
            "draagkracht is (op aanvraag) vastgesteld",
            "the ability to pay is determined (on request)",
        ),
    ] = UNKNOWN
    capacity: Annotated[
        Cents,
        About("draagkracht per jaar", "ability to pay a year", Unit.EUROCENT_PER_YEAR, 0),
    ] = UNKNOWN


def determine(facts: AflossingFacts, on: dt.date) -> Determination:
    """What is due in the month of this day, in euro cents a month."""
    working = Working(ID, facts, on)
    rules = working.choice("rules", RepaymentRules)
    if isinstance(rules, Unknown):
        return working.undetermined()
    rule = _RULES[rules]
    _require_in_repayment_phase(working, rules, rule)
    instalment = _instalment(working, rule)
    due = _within_capacity(working, rule, instalment)
    working.result("per_month", _DUE, working.rounded(_DUE, due, Rounding.TO_CENT, None))
    working.result("statutory_per_month", _STATUTORY, instalment)
    return working.conclude(Period(*month_of(on)))


def _require_in_repayment_phase(working: Working, rules: RepaymentRules, rule: _Rule) -> None:
    started = working.day("repayment_period_from")
    lifelong = rules is RepaymentRules.LIFELONG_LEARNING
    before = working.parameter(_SUSPENDED if lifelong else _GRACE)
    years = working.parameter(rule.years)
    first = _later(started, before)
    end = _later(started if lifelong else first, years)
    working.require_days(
        Text("de aflosfase is begonnen", "the repayment phase has begun"),
        first,
        Relation.AT_MOST,
        working.on,
        _SUSPENDED_AT_START if lifelong else _GRACE_PHASE,
    )
    if not lifelong:
        end = _later(end, working.fact("months_paused"))
        working.require(_NOT_PAUSED, not_(working.answer("on_pause")), rule.pause_by)
    if rules is RepaymentRules.SF15_OLD:
        end = _later(end, working.fact("years_partner_left_out"))
    working.dated(_END, end, _AFTER_ALL_YEARS, rule.years_by)
    working.require_days(
        Text("de rest is nog niet tenietgegaan", "the rest has not lapsed yet"),
        working.on,
        Relation.LESS,
        end,
        _LAPSES,
    )


def _later(day: Day, period: Figure) -> Day:
    if isinstance(day, Unknown) or isinstance(period.value, Unknown):
        return UNKNOWN
    months = int(period.value) * (_MONTHS_A_YEAR if period.unit is Unit.YEARS else 1)
    return add_months(day, months)


def _instalment(working: Working, rule: _Rule) -> Figure:
    debt, months = working.fact("debt"), working.fact("months_left")
    some = working.require_compared(
        Text("er resteren maanden van de aflosfase", "months of the phase are left"),
        months,
        Relation.MORE,
        plain(0, Unit.MONTHS),
        rule.instalment_by,
    )
    interest = working.not_below_zero(
        Text("rente, niet onder nul", "interest, not below zero"),
        working.fact("interest"),
        _INTEREST_RATE,
    )
    least = working.rounded(
        _LEAST,
        working.divide(
            _LEAST,
            working.parameter(rule.minimum),
            _MONTHS_A_YEAR,
            rule.minimum_by,
            Unit.EUROCENT_PER_MONTH,
        ),
        Rounding.DOWN_TO_CENT,
        None,
    )
    if some is not Answer.YES:
        return working.without_value(least)
    equal = working.annuity(_EQUAL_PARTS, debt, interest, months, _INTEREST)
    return working.greatest(_STATUTORY, equal, least, by=rule.instalment_by)


def _within_capacity(working: Working, rule: _Rule, instalment: Figure) -> Figure:
    match working.answer("capacity_counts"):
        case Answer.NO:
            return instalment
        case Answer.UNKNOWN:
            return working.without_value(instalment)
        case Answer.YES:
            month = working.divide(
                Text("draagkracht per maand", "ability to pay a month"),
                working.fact("capacity"),
                _MONTHS_A_YEAR,
                rule.capacity_by,
                Unit.EUROCENT_PER_MONTH,
            )
            return working.least(_DUE, instalment, month, by=rule.capacity_by)


ID = "aflossing_studieschuld"

_DUE = Text("te betalen per maand", "due a month")
_STATUTORY = Text("wettelijk maandbedrag", "statutory monthly amount")
_EQUAL_PARTS = Text("gelijke maandelijkse delen", "equal monthly parts")
_LEAST = Text("minimum per maand", "least a month")
_NOT_PAUSED = Text("geen aflosvrije periode", "no pause of repayment")
_END = Text("einde van de aflosfase", "end of the repayment phase")
_AFTER_ALL_YEARS = Text(
    "na de jaren van de aflosfase en waarmee die is verlengd",
    "after the years of the phase and what it was lengthened by",
)

REGULATION = Regulation(
    id=ID,
    title=Text("Aflossing van een studieschuld", "Repayment of a study debt"),
    summary=Text(
        "Het maandbedrag waarmee een studieschuld wordt terugbetaald, binnen de draagkracht.",
        "The monthly amount by which a study debt is paid back, within the ability to pay.",
    ),
    articles=(
        *(_INTEREST_RATE, _INTEREST, _GRACE_PHASE, _SUSPENDED_AT_START, _LAPSES),
        *dict.fromkeys(
            part for rule in _RULES.values() for part in rule if isinstance(part, Article)
        ),
        _PARTNER_LEFT_OUT,
    ),
    facts=AflossingFacts,
    determine=determine,
    parameters=(
        *(_GRACE, _SUSPENDED),
        *(each for rule in _RULES.values() for each in (rule.years, rule.minimum)),
    ),
    granted=Text("Er moet worden afgelost", "There is an instalment to pay"),
    refused=Text("Er hoeft nu niet te worden afgelost", "Nothing has to be paid now"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.DUO),),
    scheme=Scheme.STUDENT_LOAN,
)

"""What a student debtor can pay in a calendar year, by income (Wsf 6.10-6.14, 6.19, 10a.8).

A share of the income of two years ago above a base that follows the minimum wage of that year; at
the debtor's request of a later year, when the income fell far enough. The minister may leave the
law aside for what is grossly unfair (11.5). The law does not round: to the cent, as shown. Not in
here: the income under which the capacity by the old rules is nil, which ministerial rules set each
year (10a.8 lid 7).
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from domain.legislation.calendar import year_of
from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Determination,
    Figure,
    Period,
    Regulation,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    plain,
)
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.duo import _bands
from domain.legislation.regulations.duo._base_income import (
    INCOME_FALL,
    MINIMUM_WAGE,
    WITH_HOLIDAY,
    CountedYear,
    counted_year,
)
from domain.legislation.regulations.duo._capacity_facts import DraagkrachtFacts, PartnerDebt
from domain.legislation.regulations.duo._rules import RepaymentRules
from domain.vocabulary import Agency, Scheme

_MONTHS_A_YEAR = 12

_INCOME = Article(Act.WSF_2000, "6.10", "1")
_BASE = Article(Act.WSF_2000, "6.10", "2")
_CAPACITY = Article(Act.WSF_2000, "6.10", "3")
_OTHER_YEAR = Article(Act.WSF_2000, "6.12", "1")
_PARTNER_TOO = Article(Act.WSF_2000, "6.14", "1 onder a en b")
_LEFT_BY_PARTNER = Article(Act.WSF_2000, "6.14", "1 onder c")
_PARTNER_OLD_RULES = Article(Act.WSF_2000, "6.14", "2")
_LIFELONG = Article(Act.WSF_2000, "6.19", "2")
_HARDSHIP = Article(Act.WSF_2000, "11.5")


class _Rule(NamedTuple):
    share: Parameter
    base_single: Parameter
    base_partner: Parameter
    base_parent: Parameter


_RULES = {
    RepaymentRules.SF35: _Rule(
        parameter("sf35_draagkracht"),
        parameter("sf35_voet_alleen"),
        parameter("sf35_voet_partner"),
        parameter("sf35_voet_ouder_zonder_partner"),
    ),
    RepaymentRules.LIFELONG_LEARNING: _Rule(
        parameter("llk_draagkracht"),
        parameter("llk_voet_alleen"),
        parameter("llk_voet_partner_of_ouder"),
        parameter("llk_voet_partner_of_ouder"),
    ),
}


def determine(facts: DraagkrachtFacts, on: dt.date) -> Determination:
    """The ability to pay in the year of this day, per year and per month, in euro cents."""
    working = Working(ID, facts, on)
    rules = working.choice("rules", RepaymentRules)
    year = counted_year(working)
    if isinstance(rules, Unknown) or year is None:
        return working.undetermined()
    if rules is RepaymentRules.SF15_OLD:
        capacity = _bands.capacity_by_bands(working, year)
    else:
        capacity = _capacity_above_base(working, rules, year)
    by = _bands.CAPACITY_BY_BANDS if rules is RepaymentRules.SF15_OLD else _CAPACITY
    month = working.divide(_MONTH, capacity, _MONTHS_A_YEAR, by, Unit.EUROCENT_PER_MONTH)
    working.result("per_year", _YEAR, working.rounded(_YEAR, capacity, Rounding.TO_CENT, None))
    working.result("per_month", _MONTH, working.rounded(_MONTH, month, Rounding.TO_CENT, None))
    working.note(_MAY_DEVIATE, _HARDSHIP)
    return working.conclude(Period(*year_of(on)))


def _capacity_above_base(working: Working, rules: RepaymentRules, year: CountedYear) -> Figure:
    rule = _RULES[rules]
    partner = working.answer("has_partner")
    income = year.income
    if partner is Answer.YES:
        theirs = "partner_income_other_year" if year.other_year else "partner_income"
        together = Text("draagkrachtinkomen", "income that counts")
        income = working.add(together, income, working.fact(theirs), by=_INCOME)
    base = working.percentage(
        Text("draagkrachtvrije voet", "capacity-free base"),
        year.taxable_minimum,
        _base_share(working, rule, partner),
        _BASE,
    )
    above = working.not_below_zero(_ABOVE, working.subtract(_ABOVE, income, base, by=_BASE), _BASE)
    capacity = working.percentage(_YEAR, above, working.parameter(rule.share), _CAPACITY)
    if partner is Answer.UNKNOWN:
        return working.without_value(capacity)
    if partner is Answer.NO or rules is RepaymentRules.LIFELONG_LEARNING:
        return capacity
    return _beside_the_partner(working, capacity, year.income, income)


def _base_share(working: Working, rule: _Rule, partner: Answer) -> Figure:
    if partner is Answer.YES:
        return working.parameter(rule.base_partner)
    match working.answer("parent_without_partner"):
        case Answer.YES:
            return working.parameter(rule.base_parent)
        case Answer.NO:
            return working.parameter(rule.base_single)
        case Answer.UNKNOWN:
            return working.without_value(working.parameter(rule.base_single))


def _beside_the_partner(
    working: Working, capacity: Figure, own: Figure, together: Figure
) -> Figure:
    """What is left for this debtor when the partner pays back a study loan too (Wsf 6.14)."""
    debt = working.choice("partner_debt", PartnerDebt)
    if isinstance(debt, Unknown):
        return working.without_value(capacity)
    if debt is PartnerDebt.NONE:
        return capacity
    if debt is PartnerDebt.SF15_OLD:
        less = working.subtract(
            Text("draagkracht na de partner", "capacity after the partner"),
            capacity,
            working.fact("partner_pays"),
            by=_PARTNER_OLD_RULES,
        )
        return working.not_below_zero(_YEAR, less, _PARTNER_OLD_RULES)
    if isinstance(capacity.value, Unknown) or capacity.value == 0:
        return capacity
    share = working.divide(
        Text("aandeel in het inkomen", "share of the income"),
        working.not_below_zero(Text("eigen inkomen", "own income"), own, _PARTNER_TOO),
        together,
        _PARTNER_TOO,
        Unit.RATIO,
    )
    mine = working.least(
        Text("aandeel, ten hoogste het geheel", "share, at most the whole"),
        share,
        plain(1),
        by=_PARTNER_TOO,
    )
    own_part = Text("eigen deel van de draagkracht", "own part of the ability to pay")
    return working.add(
        _YEAR,
        working.multiply(own_part, capacity, mine, _PARTNER_TOO),
        working.fact("left_by_partner"),
        by=_LEFT_BY_PARTNER,
    )


ID = "draagkracht_studieschuld"

_YEAR = Text("draagkracht per jaar", "ability to pay a year")
_MONTH = Text("draagkracht per maand", "ability to pay a month")
_ABOVE = Text("inkomen boven de draagkrachtvrije voet", "income above the capacity-free base")
_MAY_DEVIATE = Text(
    "voor een onbillijkheid van overwegende aard kan de minister afwijken",
    "for what is grossly unfair the minister may deviate",
)

REGULATION = Regulation(
    id=ID,
    title=Text("Draagkracht studieschuld", "Ability to pay back a study debt"),
    summary=Text(
        "Wat een debiteur van DUO naar inkomen ten hoogste per jaar kan terugbetalen.",
        "What a debtor of DUO can pay back at most in a year, by income.",
    ),
    articles=(
        *(_INCOME, _BASE, _CAPACITY, _OTHER_YEAR, _PARTNER_TOO, _LEFT_BY_PARTNER),
        *(_PARTNER_OLD_RULES, _LIFELONG),
        *(_bands.CAPACITY_BY_BANDS, _HARDSHIP),
    ),
    facts=DraagkrachtFacts,
    determine=determine,
    parameters=(
        *(MINIMUM_WAGE, WITH_HOLIDAY, INCOME_FALL),
        *dict.fromkeys(each for rule in _RULES.values() for each in rule),
        *_bands.PARAMETERS,
    ),
    granted=Text("Er is een draagkracht vastgesteld", "An ability to pay is determined"),
    refused=Text("Er is geen draagkracht vastgesteld", "No ability to pay is determined"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.DUO),),
    scheme=Scheme.STUDENT_LOAN,
)

"""The protected amount before anything is taken off: by the formula, without a registered address,
in an institution, with high housing costs, an own home, or abroad (Rv 475da, 475e)."""

from __future__ import annotations

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Relation,
    Text,
    Working,
    all_of,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.every_body._bvv_formula import by_the_formula
from domain.legislation.regulations.every_body._bvv_situation import (
    LivingSituation,
    situation_of,
)

_NO_ADDRESS_SHARE = parameter("bvv_geen_adres")
_COUPLES_NORM = parameter("pw_gehuwden")
_HIGH_COSTS_SHARE = parameter("bvv_hoge_woonkosten")
_RENT_LIMIT = parameter("ht_max_huur")

_INCOME = Article(Act.RV, "475d", "1")
_ADDRESS = Article(Act.RV, "475da", "4")
_HOUSING_COSTS = Article(Act.RV, "475da", "5")
_OWN_HOME = Article(Act.RV, "475da", "7")
_INSIGHT = Article(Act.RV, "475e", "1")
_INSTITUTION = Article(Act.RV, "475e", "2")

_INSIGHT_GIVEN = Text(
    "woont vast elders en geeft inzicht in leefsituatie en inkomen",
    "lives fixedly elsewhere and gives insight into situation and income",
)
_FOR_A_TIME = Text(
    "de verhoging duurt zolang er deze woonkosten zijn, ten hoogste de termijn van de minister",
    "the addition lasts as long as there are these costs, at most for the minister's term",
)

BASE_ARTICLES = (_INCOME, _ADDRESS, _HOUSING_COSTS, _OWN_HOME, _INSIGHT, _INSTITUTION)
BASE_PARAMETERS = (
    _NO_ADDRESS_SHARE,
    _HIGH_COSTS_SHARE,
    *dict.fromkeys(
        each
        for situation in LivingSituation
        for each in (situation.figures.income_limit, situation.figures.institution_norm)
    ),
)


def in_an_institution(working: Working, partner: Answer) -> Figure | None:
    """The price due for care, two thirds of the norm there and the amount on top of it."""
    if partner is Answer.UNKNOWN:
        return None
    situation = situation_of(partner is Answer.YES, has_children=False)
    norm = working.parameter(situation.figures.institution_norm)
    two = working.multiply(
        Text("tweemaal de norm in een inrichting", "twice the norm in an institution"),
        norm,
        2,
        _INSTITUTION,
    )
    two_thirds = Text("twee derde van de norm", "two thirds of the norm")
    return working.add(
        Text("beslagvrije voet in een inrichting", "protected amount in an institution"),
        working.fact("institution_price"),
        working.divide(two_thirds, two, 3, _INSTITUTION),
        working.parameter(situation.figures.care_in_norm),
        by=_INSTITUTION,
    )


def at_home(working: Working, partner: Answer) -> Figure | None:
    """Rv 475da with all that may be added to it; None when it cannot be said which rule holds."""
    registered = working.answer("registered_address")
    if registered is Answer.YES:
        return _with_additions(working, partner)
    if registered is Answer.UNKNOWN:
        return None
    match _gives_insight(working):
        case Answer.YES:
            amount = _with_additions(working, partner)
        case Answer.NO:
            amount = _without_address(working)
        case Answer.UNKNOWN:
            return None
    return None if amount is None else _abroad(working, amount)


def _gives_insight(working: Working) -> Answer:
    residence = working.answer("fixed_residence")
    if residence is Answer.NO:
        return residence
    answer = all_of(residence, working.answer("gives_insight"))
    if answer is Answer.YES:
        working.note(_INSIGHT_GIVEN, _INSIGHT)
    return answer


def _without_address(working: Working) -> Figure:
    return working.percentage(
        Text("beslagvrije voet zonder woonadres", "protected amount without an address"),
        working.parameter(_COUPLES_NORM),
        working.parameter(_NO_ADDRESS_SHARE),
        _ADDRESS,
    )


def _abroad(working: Working, amount: Figure) -> Figure | None:
    match working.answer("lives_abroad"):
        case Answer.NO:
            return amount
        case Answer.UNKNOWN:
            return None
        case Answer.YES:
            return working.percentage(
                Text("beslagvrije voet voor het woonland", "protected amount for the country"),
                amount,
                working.fact("country_factor"),
                _ADDRESS,
            )


def _with_additions(working: Working, partner: Answer) -> Figure | None:
    situation = _situation(working, partner)
    if situation is None:
        return None
    income = _taxable_income(working, situation)
    amount = by_the_formula(working, situation, income)
    with_costs = _high_housing_costs(working, situation, amount)
    return None if with_costs is None else _own_home(working, situation, income, with_costs)


def _situation(working: Working, partner: Answer) -> LivingSituation | None:
    children = working.answer("has_children")
    if Answer.UNKNOWN in (partner, children):
        return None
    return situation_of(partner is Answer.YES, children is Answer.YES)


def _taxable_income(working: Working, situation: LivingSituation) -> Figure:
    income = working.fact("taxable_income")
    if not situation.has_partner:
        return income
    together = Text("belastbaar inkomen samen", "taxable income together")
    return working.add(together, income, working.fact("partner_taxable_income"), by=_INCOME)


def _high_housing_costs(
    working: Working, situation: LivingSituation, amount: Figure
) -> Figure | None:
    """On request, what the housing costs are above 110% of the rent limit; for a time that the
    minister sets, with at most six months more (lid 5-6)."""
    asked = working.answer("asks_for_housing_costs")
    if asked is not Answer.YES:
        return amount if asked is Answer.NO else None
    limit = working.percentage(
        Text("huurgrens met een tiende erbij", "rent limit and a tenth"),
        working.parameter(_RENT_LIMIT),
        working.parameter(_HIGH_COSTS_SHARE),
        _HOUSING_COSTS,
    )
    above = working.subtract(
        Text("woonkosten boven die grens", "housing costs above that limit"),
        working.fact("housing_costs"),
        limit,
        by=_HOUSING_COSTS,
    )
    if situation.has_partner:
        above = working.subtract(
            Text("wat de echtgenoot daarvan niet kan betalen", "what the partner cannot pay of it"),
            above,
            working.fact("partner_pays_of_housing"),
            by=_HOUSING_COSTS,
        )
    extra = working.not_below_zero(
        Text("verhoging voor hoge woonkosten", "addition for high housing costs"),
        above,
        _HOUSING_COSTS,
    )
    working.note(_FOR_A_TIME, _HOUSING_COSTS)
    label = Text("met hoge woonkosten", "with high housing costs")
    return working.add(label, amount, extra, by=_HOUSING_COSTS)


def _own_home(
    working: Working, situation: LivingSituation, income: Figure, amount: Figure
) -> Figure | None:
    """On request and under the income limit, by the amount of the Besluit beslagvrije voet."""
    asked = working.answer("asks_for_own_home")
    if asked is Answer.NO:
        return amount
    holds = all_of(asked, working.answer("own_home"))
    if holds is not Answer.YES:
        return amount if holds is Answer.NO else None
    under_limit = working.compare(
        Text("inkomen onder de grens voor een eigen woning", "income under the own home limit"),
        income,
        Relation.LESS,
        working.parameter(situation.figures.income_limit),
        _OWN_HOME,
    )
    if under_limit is not Answer.YES:
        return amount if under_limit is Answer.NO else None
    label = Text("met de verhoging voor een eigen woning", "with the addition for an own home")
    return working.add(label, amount, working.fact("own_home_addition"), by=_OWN_HOME)

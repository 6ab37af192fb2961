"""The protected amount by the formula of Rv 475da lid 1-3: 95% of the norm, and what health care
allowance, rent allowance and child budget fall short of because of the income.

Until 2026 the part for the rent was a square in the income, since then it is a line. No part is
below zero: each makes up for an allowance that is lower, and none lowers the amount.
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.determination import Act, Article, Figure, Text, Unit, Working
from domain.legislation.parameters import parameter
from domain.legislation.regulations.every_body._bvv_situation import LivingSituation

_LINEAR_RENT_FROM = dt.date(2026, 1, 1)
_MONTHS = 12
_CENTS_PER_EURO = 100

_SHARE_OF_NORM = parameter("bvv_deel_norm")
_THRESHOLD = parameter("zt_drempelinkomen")
_CARE_SHARE = parameter("zt_pct_afbouw")
_PREMIUM = parameter("zt_standaardpremie")
_RENT_LIMIT = parameter("ht_max_huur")
_CHILD_SHARE = parameter("wkb_afbouw")
_CHILD_THRESHOLD_RAISE = parameter("wkb_drempel_partner_verhoging")
_LEAST_NORM_RENT = parameter("ht_normhuur_minimum")

_MAXIMUM = Article(Act.RV, "475da", "1")
FORMULA = Article(Act.RV, "475da", "2")
_CARE_AT_MOST = Article(Act.RV, "475da", "3")

FORMULA_PARAMETERS = (
    _SHARE_OF_NORM,
    _THRESHOLD,
    _CARE_SHARE,
    _PREMIUM,
    _RENT_LIMIT,
    _CHILD_SHARE,
    _CHILD_THRESHOLD_RAISE,
    _LEAST_NORM_RENT,
    *dict.fromkeys(
        each
        for situation in LivingSituation
        for each in (
            situation.figures.maximum,
            situation.figures.norm,
            situation.figures.care_in_norm,
            situation.figures.rent_share,
            situation.figures.rent_starts_at,
            situation.figures.basic_rent,
            situation.figures.old_rent_square,
            situation.figures.old_rent_income,
        )
    ),
)


def by_the_formula(working: Working, situation: LivingSituation, income: Figure) -> Figure:
    """Rv 475da lid 1-3, a month, for this taxable income a year of the debtor and the partner."""
    working.note(_situation_words(situation), _MAXIMUM)
    whole = sum_of_parts(working, situation, income, _rent_part(working, situation, income))
    return working.least(
        Text("beslagvrije voet, ten hoogste het maximum", "protected amount, at most the maximum"),
        whole,
        working.parameter(situation.figures.maximum),
        by=_MAXIMUM,
    )


def sum_of_parts(
    working: Working, situation: LivingSituation, income: Figure, rent: Figure
) -> Figure:
    """Norm, care, rent and children together, before the maximum."""
    norm = working.percentage(
        Text("deel van de bijstandsnorm", "share of the assistance norm"),
        working.parameter(situation.figures.norm),
        working.parameter(_SHARE_OF_NORM),
        FORMULA,
    )
    parts = [norm, _care_part(working, situation, income), rent]
    if situation.has_children:
        parts.append(_child_part(working, situation, income))
    label = Text("norm en compensaties samen", "norm and compensations together")
    return working.add(label, *parts, by=FORMULA)


def highest_rent_part(working: Working, situation: LivingSituation) -> Figure:
    """H less J: the rent limit less the basic rent (from 2026), or the least norm rent."""
    linear = working.on >= _LINEAR_RENT_FROM
    return working.subtract(
        Text("hoogste compensatie voor de huur", "highest compensation for the rent"),
        working.parameter(_RENT_LIMIT),
        working.parameter(situation.figures.basic_rent if linear else _LEAST_NORM_RENT),
        by=FORMULA,
    )


def _care_part(working: Working, situation: LivingSituation, income: Figure) -> Figure:
    reduction = _reduction(
        working,
        Text("lagere zorgtoeslag per maand", "lower health care allowance a month"),
        _above(working, income, working.parameter(_THRESHOLD)),
        working.parameter(_CARE_SHARE),
    )
    premium = working.parameter(_PREMIUM)
    if situation.has_partner:
        twice = Text("tweemaal de standaardpremie", "twice the standard premium")
        premium = working.multiply(twice, premium, 2, _CARE_AT_MOST)
    month = Text("standaardpremie per maand", "standard premium a month")
    at_most = working.subtract(
        Text("hoogste compensatie voor de zorg", "highest compensation for health care"),
        working.divide(month, premium, _MONTHS, _CARE_AT_MOST, Unit.EUROCENT_PER_MONTH),
        working.parameter(situation.figures.care_in_norm),
        by=_CARE_AT_MOST,
    )
    label = Text("compensatie voor de zorgtoeslag", "compensation for health care allowance")
    return working.least(label, reduction, at_most, by=_CARE_AT_MOST)


def _rent_part(working: Working, situation: LivingSituation, income: Figure) -> Figure:
    if working.on < _LINEAR_RENT_FROM:
        return _square_rent_part(working, situation, income)
    reduction = _reduction(
        working,
        Text("lagere huurtoeslag per maand", "lower rent allowance a month"),
        _above(working, income, working.parameter(situation.figures.rent_starts_at)),
        working.parameter(situation.figures.rent_share),
    )
    at_most = highest_rent_part(working, situation)
    label = Text("compensatie voor de huurtoeslag", "compensation for rent allowance")
    return working.least(label, reduction, at_most, by=FORMULA)


def _square_rent_part(working: Working, situation: LivingSituation, income: Figure) -> Figure:
    """(F x C2 + G x C) - J. The factors are for euros and C is in cents: F is divided by 100.

    The harvest does not print what J stands for; the norm rent of Wht 17 lid 2 gives all maxima of
    2024 and 2025 to the cent.
    """
    per_euro = working.divide(
        Text("factor voor het kwadraat van het inkomen", "factor for the square of the income"),
        working.parameter(situation.figures.old_rent_square),
        _CENTS_PER_EURO,
        FORMULA,
    )
    per_cent_of_income = working.add(
        Text("deel van het inkomen dat de normhuur is", "share of the income that is norm rent"),
        working.multiply(
            Text("oplopend met het inkomen", "rising with the income"),
            income,
            per_euro,
            FORMULA,
            Unit.RATIO,
        ),
        working.parameter(situation.figures.old_rent_income),
        by=FORMULA,
    )
    rent = working.multiply(
        Text("normhuur per maand", "norm rent a month"),
        income,
        per_cent_of_income,
        FORMULA,
        Unit.EUROCENT_PER_MONTH,
    )
    above = Text("normhuur boven de laagste normhuur", "norm rent above the least norm rent")
    return working.not_below_zero(
        Text("compensatie voor de huurtoeslag", "compensation for rent allowance"),
        working.subtract(above, rent, working.parameter(_LEAST_NORM_RENT), by=FORMULA),
        FORMULA,
    )


def _child_part(working: Working, situation: LivingSituation, income: Figure) -> Figure:
    threshold = working.parameter(_THRESHOLD)
    if situation.has_partner:
        threshold = working.add(
            Text("drempelinkomen met een partner", "threshold income with a partner"),
            threshold,
            working.parameter(_CHILD_THRESHOLD_RAISE),
            by=FORMULA,
        )
    return _reduction(
        working,
        Text("compensatie voor het kindgebonden budget", "compensation for child budget"),
        _above(working, income, threshold),
        working.parameter(_CHILD_SHARE),
    )


def _above(working: Working, income: Figure, threshold: Figure) -> Figure:
    return working.not_below_zero(
        Text("inkomen boven de drempel", "income above the threshold"),
        working.subtract(
            Text("inkomen min de drempel", "income less the threshold"),
            income,
            threshold,
            by=FORMULA,
        ),
        FORMULA,
    )


def _reduction(working: Working, label: Text, above: Figure, share: Figure) -> Figure:
    year = Text("verlaging per jaar", "reduction a year")
    reduction = working.percentage(year, above, share, FORMULA)
    return working.divide(label, reduction, _MONTHS, FORMULA, Unit.EUROCENT_PER_MONTH)


def _situation_words(situation: LivingSituation) -> Text:
    words = situation.figures.words
    return Text(
        f"de leefsituatie is die van {words.nl}", f"the living situation is that of {words.en}"
    )

"""How the law derives the amounts of Rv 475da lid 1 and 7 from other parameters (lid 8 and 9).

The amounts themselves are parameters; this is the law's own check on them, from 2026 on.
"""

from __future__ import annotations

from domain.legislation.determination import Act, Article, Figure, Rounding, Text, Unit, Working
from domain.legislation.parameters import parameter
from domain.legislation.regulations.every_body._bvv_formula import (
    highest_rent_part,
    sum_of_parts,
)
from domain.legislation.regulations.every_body._bvv_situation import LivingSituation

_MONTHS = 12
_PERCENT = 100

_RENT_LIMIT = parameter("ht_max_huur")
_QUALITY_LIMIT = parameter("ht_kwaliteitskortingsgrens")
_CAP = parameter("ht_aftoppingsgrens_1_2")
_SHARE_TO_CAP = parameter("ht_pct_kwaliteit_aftopping")
_SHARE_ABOVE_CAP = parameter("ht_pct_boven_aftopping")

_MAXIMA = Article(Act.RV, "475da", "8")
_LIMITS = Article(Act.RV, "475da", "9")


def derived_maximum(working: Working, situation: LivingSituation) -> Figure:
    """The protected amount at the income where the whole rent limit is compensated (lid 8)."""
    rent = working.parameter(_RENT_LIMIT)
    income = _income_with_reduction(working, situation, rent, _MAXIMA)
    whole = sum_of_parts(working, situation, income, highest_rent_part(working, situation))
    label = Text("hoogste beslagvrije voet", "highest protected amount")
    return working.rounded(label, whole, Rounding.TO_CENT, _MAXIMA)


def derived_income_limit(working: Working, situation: LivingSituation) -> Figure:
    """The income where the reduction of rent allowance is the highest norm rent (lid 9)."""
    income = _income_with_reduction(working, situation, _highest_norm_rent(working), _LIMITS)
    label = Text("inkomensgrens voor een eigen woning", "income limit for an own home")
    return working.rounded(label, income, Rounding.TO_CENT, _LIMITS)


def _income_with_reduction(
    working: Working, situation: LivingSituation, reduction: Figure, by: Article
) -> Figure:
    year = working.multiply(
        Text("verlaging per jaar", "reduction a year"),
        reduction,
        _MONTHS,
        by,
        Unit.EUROCENT_PER_YEAR,
    )
    share = working.parameter(situation.figures.rent_share)
    above = working.divide(
        Text("inkomen boven het inkomensijkpunt", "income above the reference income"),
        working.multiply(Text("honderdvoud", "a hundred times"), year, _PERCENT, by),
        share,
        by,
    )
    start = working.parameter(situation.figures.rent_starts_at)
    label = Text("inkomen waarbij die verlaging hoort", "income with that reduction")
    return working.add(label, start, above, by=by)


def _highest_norm_rent(working: Working) -> Figure:
    quality, cap = working.parameter(_QUALITY_LIMIT), working.parameter(_CAP)
    to_cap = working.percentage(
        Text("deel tot de aftoppingsgrens", "share up to the cap"),
        working.subtract(
            Text("stuk tot de aftoppingsgrens", "up to the cap"), cap, quality, by=_LIMITS
        ),
        working.parameter(_SHARE_TO_CAP),
        _LIMITS,
    )
    limit = working.parameter(_RENT_LIMIT)
    above = working.percentage(
        Text("deel boven de aftoppingsgrens", "share above the cap"),
        working.subtract(
            Text("stuk boven de aftoppingsgrens", "above the cap"), limit, cap, by=_LIMITS
        ),
        working.parameter(_SHARE_ABOVE_CAP),
        _LIMITS,
    )
    label = Text("maximale normhuur", "highest norm rent")
    whole = working.add(label, quality, to_cap, above, by=_LIMITS)
    # The published limits come out only when this amount is in whole cents.
    return working.rounded(label, whole, Rounding.TO_CENT, _LIMITS)

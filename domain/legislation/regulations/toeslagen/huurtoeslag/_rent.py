"""The rent that counts, the basic rent, and how much of the rest the allowance bears."""

from __future__ import annotations

from collections.abc import Callable

from domain.legislation.determination import Act, Answer, Article, Figure, Relation, Text, Working
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.toeslagen.huurtoeslag._household import (
    Household,
    full_rent_limit_applies,
)

_LARGE_FROM_SIZE = 3

LIMIT = parameter("ht_max_huur")
LIMIT_FOR_THE_YOUNG = parameter("ht_max_huur_jong")
NORM_RENT = parameter("ht_normhuur_minimum")
NORM_RENT_INCREASE = parameter("ht_verhoging_normhuur")
BASIC_RENT_REDUCTION = parameter("ht_verlaging_basishuur")
QUALITY_LIMIT = parameter("ht_kwaliteitskortingsgrens")
CAP_FOR_TWO = parameter("ht_aftoppingsgrens_1_2")
CAP_FOR_THREE = parameter("ht_aftoppingsgrens_3plus")
SHARE_BELOW_CAP = parameter("ht_pct_kwaliteit_aftopping")
SHARE_ABOVE_CAP = parameter("ht_pct_boven_aftopping")

RENT_LIMIT = Article(Act.WHT, "13", "1")
BASIC_RENT = Article(Act.WHT, "16")
LEAST_NORM_RENT = Article(Act.WHT, "17", "3")
CAP = Article(Act.WHT, "20", "2")
ALLOWANCE = Article(Act.WHT, "21", "1")
_REDUCTION_OF_BASIC_RENT = Article(Act.WET_VERLAGING_EIGEN_BIJDRAGE_HUURTOESLAG, "1")
_WHOLLY = Article(Act.WHT, "21", "1 onder a")
_BELOW_CAP = Article(Act.WHT, "21", "1 onder b")
_ABOVE_CAP = Article(Act.WHT, "21", "1 onder c")


def rent_limit(
    working: Working, household: Household, rent: Figure, grown_from: int
) -> Figure | None:
    """The limit on the rent for this household; None when the rent is below any limit."""
    for_the_young = working.parameter(LIMIT_FOR_THE_YOUNG)
    below = Text("huur niet boven de laagste grens", "rent not above the lowest limit")
    if working.compare(below, rent, Relation.AT_MOST, for_the_young, RENT_LIMIT) is Answer.YES:
        return None
    match full_rent_limit_applies(working, household, grown_from):
        case Answer.YES:
            return working.parameter(LIMIT)
        case Answer.NO:
            return for_the_young
        case Answer.UNKNOWN:
            return working.without_value(for_the_young)


def up_to_limit(working: Working, rent: Figure, limit: Figure | None, by: Article) -> Figure:
    """The rent up to the limit: nothing is granted for what lies above it."""
    if limit is None:
        return rent
    return working.least(Text("huur tot de grens", "rent up to the limit"), rent, limit, by=by)


def least_norm_rent(working: Working, reduction: Parameter) -> Figure:
    """The norm rent at the minimum income point (Wht 17 lid 2-3)."""
    return working.subtract(
        Text("normhuur", "norm rent"),
        working.parameter(NORM_RENT),
        working.parameter(reduction),
        by=LEAST_NORM_RENT,
    )


def basic_rent(working: Working, norm_rent: Figure) -> Figure:
    """The part of the rent that the tenant bears (Wht 16)."""
    raised = working.add(
        Text("normhuur met verhoging", "norm rent with its increase"),
        norm_rent,
        working.parameter(NORM_RENT_INCREASE),
        by=BASIC_RENT,
    )
    return working.subtract(
        Text("basishuur", "basic rent"),
        raised,
        working.parameter(BASIC_RENT_REDUCTION),
        by=_REDUCTION_OF_BASIC_RENT,
    )


def allowance(
    working: Working,
    household: Household,
    rent: Figure,
    basic: Figure,
    counts_above_cap: Callable[[], Answer],
) -> Figure:
    """The allowance for the rent above the basic rent, in its three bands (Wht 21).

    `counts_above_cap` is asked only when there is rent above the capping limit.
    """
    quality = working.parameter(QUALITY_LIMIT)
    cap = _cap(working, household)
    wholly = _part(working, _UP_TO_QUALITY_LIMIT, rent, basic, None, quality, _WHOLLY)
    below = working.percentage(
        Text("vergoed daarvan", "borne of it"),
        _part(working, _UP_TO_CAP, rent, basic, quality, cap, _BELOW_CAP),
        working.parameter(SHARE_BELOW_CAP),
        _BELOW_CAP,
    )
    above = _borne_above_cap(working, rent, basic, cap, counts_above_cap)
    bands = (wholly, below) if above is None else (wholly, below, above)
    return working.add(
        Text("vergoede huur boven de basishuur", "rent borne above the basic rent"),
        *bands,
        by=ALLOWANCE,
    )


def _cap(working: Working, household: Household) -> Figure:
    large = household.size >= _LARGE_FROM_SIZE
    return working.parameter(CAP_FOR_THREE if large else CAP_FOR_TWO)


def _borne_above_cap(
    working: Working,
    rent: Figure,
    basic: Figure,
    cap: Figure,
    counts: Callable[[], Answer],
) -> Figure | None:
    reached = Text("huur boven de aftoppingsgrens", "rent above the capping limit")
    if working.compare(reached, rent, Relation.MORE, cap, _ABOVE_CAP) is Answer.NO:
        return None
    counted = counts()
    if counted is Answer.NO:
        return None
    part = _part(working, _ABOVE, rent, basic, cap, None, _ABOVE_CAP)
    if counted is Answer.UNKNOWN:
        part = working.without_value(part)
    share = working.parameter(SHARE_ABOVE_CAP)
    return working.percentage(Text("vergoed daarvan", "borne of it"), part, share, _ABOVE_CAP)


def _part(
    working: Working,
    label: Text,
    rent: Figure,
    basic: Figure,
    lower: Figure | None,
    upper: Figure | None,
    by: Article,
) -> Figure:
    """The rent between two limits, as far as it lies above the basic rent (Wht 21 lid 1-3)."""
    ends, starts = rent, basic
    if upper is not None:
        ends = working.least(Text("tot", "up to"), rent, upper, by=by)
    if lower is not None:
        starts = working.greatest(Text("vanaf", "from"), basic, lower, by=by)
    between = working.subtract(Text("verschil", "difference"), ends, starts, by=by)
    return working.not_below_zero(label, between, by)


_UP_TO_QUALITY_LIMIT = Text(
    "huur boven de basishuur tot de kwaliteitskortingsgrens",
    "rent above the basic rent up to the quality discount limit",
)
_UP_TO_CAP = Text(
    "huur tussen de kwaliteitskortingsgrens en de aftoppingsgrens",
    "rent between the quality discount limit and the capping limit",
)
_ABOVE = Text("huur boven de aftoppingsgrens", "rent above the capping limit")

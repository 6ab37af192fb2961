"""Golden values: the maxima and limits that Rv 475da itself prints, derived from other parameters,
and the sum of 475da lid 2 worked by hand."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import (
    Facts,
    MissingKind,
    Outcome,
    Period,
    Rounding,
    Unit,
    Working,
)
from domain.legislation.parameters import parameter, value_on
from domain.legislation.regulations.every_body._bvv_facts import BeslagvrijeVoetFacts
from domain.legislation.regulations.every_body._bvv_formula import (
    highest_rent_part,
    sum_of_parts,
)
from domain.legislation.regulations.every_body._bvv_maxima import (
    derived_income_limit,
    derived_maximum,
)
from domain.legislation.regulations.every_body._bvv_situation import LivingSituation
from domain.legislation.regulations.every_body.beslagvrije_voet import REGULATION
from tests.support.law import determined, without

IN_2024, IN_2025 = dt.date(2024, 8, 1), dt.date(2025, 8, 1)
EARLY_2026, LATE_2026 = dt.date(2026, 3, 1), dt.date(2026, 8, 1)
HALF_YEARS = [dt.date(year, month, 1) for year in (2024, 2025, 2026) for month in (1, 7)]

SINGLE = BeslagvrijeVoetFacts(
    periodic_income=True,
    monthly_income=250_000,
    has_partner=False,
    has_children=False,
    taxable_income=2_000_000,
    in_institution=False,
    registered_address=True,
    asks_for_housing_costs=False,
    asks_for_own_home=False,
    own_income_not_seized=0,
    company_car_tax=0,
    designated_benefit=False,
    withheld_for_cak=0,
)
COUPLE = replace(
    SINGLE,
    monthly_income=400_000,
    has_partner=True,
    partner_taxable_income=0,
    partner_income_not_seized=0,
)
NO_ADDRESS = replace(
    SINGLE,
    registered_address=False,
    fixed_residence=False,
    gives_insight=False,
    lives_abroad=False,
)
IN_INSTITUTION = BeslagvrijeVoetFacts(
    periodic_income=True,
    monthly_income=250_000,
    in_institution=True,
    institution_price=100_000,
    has_partner=False,
    own_income_not_seized=0,
    company_car_tax=0,
    withheld_for_cak=0,
)


def _month(facts: BeslagvrijeVoetFacts, on: dt.date) -> int:
    return determined(REGULATION, facts, on).cents("per_month")


@pytest.mark.parametrize(
    ("situation", "maximum", "limit"),
    [
        # Rv 475da lid 1 and 7 as they stand on 14 July 2026 (MinBZK/regelrecht-corpus)
        (LivingSituation.SINGLE, 220_848, 5_568_278),
        (LivingSituation.SINGLE_PARENT, 254_375, 7_108_909),
        (LivingSituation.COUPLE, 290_579, 7_108_909),
        (LivingSituation.COUPLE_WITH_CHILDREN, 317_968, 7_108_909),
    ],
)
def test_the_maxima_and_limits_of_2026_follow_to_the_cent(
    situation: LivingSituation, maximum: int, limit: int
) -> None:
    working = Working("derived", Facts(), LATE_2026)
    assert derived_maximum(working, situation).value == maximum
    assert derived_income_limit(working, situation).value == limit


PRINTED_OTHERWISE = {
    # what lid 8 gives is 3.155,3021; the Staatscourant printed a cent more
    (LivingSituation.COUPLE_WITH_CHILDREN, dt.date(2026, 1, 1)): 1,
    # for parents the printed amounts of July 2024 go with an income some 830 euros lower
    (LivingSituation.SINGLE_PARENT, dt.date(2024, 7, 1)): -468,
    (LivingSituation.COUPLE_WITH_CHILDREN, dt.date(2024, 7, 1)): -468,
}
"""Cents that the printed maximum is more than what lid 8 gives."""


@pytest.mark.parametrize("on", HALF_YEARS)
@pytest.mark.parametrize("situation", LivingSituation)
def test_the_printed_maxima_of_every_half_year_follow_to_the_cent(
    situation: LivingSituation, on: dt.date
) -> None:
    printed = value_on(situation.figures.maximum, on)
    more = PRINTED_OTHERWISE.get((situation, on), 0)
    assert printed - more == _derived(situation, on)


@pytest.mark.parametrize("situation", LivingSituation)
def test_the_printed_limits_of_2025_follow_from_the_square_of_the_old_law(
    situation: LivingSituation,
) -> None:
    """Lid 9: the norm rent at the limit is the highest norm rent: 697,79 in 2025."""
    on = IN_2025
    limit = value_on(situation.figures.income_limit, on) / Fraction(100)
    square = value_on(situation.figures.old_rent_square, on)
    line = value_on(situation.figures.old_rent_income, on)
    assert round(square * limit * limit + line * limit, 2) == Fraction(69_779, 100)


def _derived(situation: LivingSituation, on: dt.date) -> int:
    working = Working("derived", Facts(), on)
    if on.year >= 2026:
        found = derived_maximum(working, situation)
    else:
        income = working.given(
            "income", situation.figures.words, _old_income(situation, on), Unit.EUROCENT_PER_YEAR
        )
        rent = highest_rent_part(working, situation)
        whole = sum_of_parts(working, situation, income, rent)
        found = working.rounded(situation.figures.words, whole, Rounding.TO_CENT, None)
    assert isinstance(found.value, int)
    return found.value


def _old_income(situation: LivingSituation, on: dt.date) -> int:
    """Lid 8 as it was: the income whose norm rent, a square in it, is the rent limit."""
    square = float(value_on(situation.figures.old_rent_square, on))
    line = float(value_on(situation.figures.old_rent_income, on))
    rent = int(value_on(parameter("ht_max_huur"), on)) / 100
    root = math.sqrt(line * line + 4 * square * rent)
    return round((root - line) / (2 * square) * 100)


@pytest.mark.parametrize(
    ("facts", "on", "month"),
    [
        # 95% of 1.419,46 and of 2.027,79: income below every threshold, by hand
        (SINGLE, LATE_2026, 134_849),
        (COUPLE, LATE_2026, 192_640),
        # 95% of 1.308,45 and of 1.369,06: no more than that at a low income under the old law
        (SINGLE, IN_2024, 124_303),
        (SINGLE, IN_2025, 130_061),
        # 30.000: care (30.000 - 29.736) x 13,73% / 12 = 3,0206; rent (30.000 - 23.425) x 27% / 12
        # = 147,9375; 1.348,487 + 3,0206 + 147,9375
        (replace(SINGLE, taxable_income=3_000_000), LATE_2026, 149_945),
        # single parent at 33.000: care 3.264 x 13,73% / 12 = 37,3456; rent 1.500 x 22% / 12 =
        # 27,50; children 3.264 x 7,6% / 12 = 20,672; with 1.348,487
        (
            replace(SINGLE, has_children=True, taxable_income=3_300_000),
            LATE_2026,
            143_400,
        ),
        # couple with children at 45.000: care 15.264 x 13,73% / 12 = 174,6456; rent 13.500 x 22%
        # / 12 = 247,50; children (45.000 - 29.736 - 9.405) x 7,6% / 12 = 37,107; with 1.926,4005
        (
            replace(
                COUPLE,
                has_children=True,
                taxable_income=2_500_000,
                partner_taxable_income=2_000_000,
            ),
            LATE_2026,
            238_565,
        ),
        # high income: the maximum, whatever the income
        (
            replace(SINGLE, monthly_income=900_000, taxable_income=15_000_000),
            LATE_2026,
            220_848,
        ),
        # 2025 at 30.000, by hand: norm rent 4,38698e-7 x 30.000^2 + 4,46392665e-4 x 30.000 =
        # 408,21998; less 238,01 = 170,20998; care 1.594 x 13,7% / 12 = 18,19817; with 1.300,607
        (replace(SINGLE, taxable_income=3_000_000), IN_2025, 148_902),
    ],
)
def test_it_is_the_norm_and_the_compensations(
    facts: BeslagvrijeVoetFacts, on: dt.date, month: int
) -> None:
    assert _month(facts, on) == month


def test_without_an_address_it_is_the_half_of_the_couples_share() -> None:
    # 47,5% of 2.027,79 = 963,20025 (Rv 475da lid 4)
    assert _month(NO_ADDRESS, LATE_2026) == 96_320
    insight = replace(NO_ADDRESS, fixed_residence=True, gives_insight=True)
    assert _month(insight, LATE_2026) == _month(SINGLE, LATE_2026)
    abroad = replace(insight, lives_abroad=True, country_factor=50)
    assert abs(2 * _month(abroad, LATE_2026) - _month(SINGLE, LATE_2026)) <= 1


def test_in_an_institution_it_is_the_price_and_two_thirds_of_the_norm() -> None:
    # 1.000 + 2/3 x 449,44 + 47 = 1.346,6267 (Rv 475e lid 2, Pw 23)
    assert _month(IN_INSTITUTION, LATE_2026) == 134_663
    couple = replace(IN_INSTITUTION, has_partner=True, partner_income_not_seized=0)
    # 1.000 + 2/3 x 699,11 + 106 = 1.572,0733
    assert _month(couple, LATE_2026) == 157_207


def test_the_partners_income_counts_up_to_half() -> None:
    # 1.926,40 less 500; and less no more than half of it (Rv 475db lid 1 onder a)
    some = replace(COUPLE, partner_income_not_seized=50_000)
    assert _month(some, LATE_2026) == 142_640
    much = replace(COUPLE, partner_income_not_seized=500_000)
    assert _month(much, LATE_2026) == 96_320
    own = replace(much, own_income_not_seized=90_000, company_car_tax=10_000)
    assert _month(own, LATE_2026) == 0


def test_a_twentieth_of_the_income_is_always_for_creditors() -> None:
    # 95% of 1.000 (Rv 475dc lid 1)
    low = determined(REGULATION, replace(SINGLE, monthly_income=100_000), LATE_2026)
    assert low.cents("per_month") == 95_000
    assert low.cents("room_per_month") == 5_000
    # stated by the norm: 95% of 1.419,46 less 400 (lid 2)
    benefit = replace(
        SINGLE,
        monthly_income=140_000,
        designated_benefit=True,
        assistance_norm=141_946,
        income_beside_benefit=40_000,
    )
    assert _month(benefit, LATE_2026) == 94_849


def test_the_twentieth_is_of_all_own_income_and_the_room_is_in_what_is_seized() -> None:
    """Rv 475dc lid 1 speaks of all payments of 475c lid 1 onder a-i; 475b lid 1 of the seized."""
    both = replace(SINGLE, monthly_income=100_000, own_income_not_seized=30_000)
    found = determined(REGULATION, both, LATE_2026)
    # 1.348,487 less 300; 95% of 1.300 is 1.235
    assert found.cents("per_month") == 104_849
    assert found.cents("room_per_month") == 0
    # 1.348,487 less 10, with 95% of 1.010 below it
    little = replace(both, own_income_not_seized=1_000)
    assert _month(little, LATE_2026) == 95_950


def test_stated_by_the_norm_it_does_not_hold_for_twelve_months() -> None:
    """Rv 475d lid 7."""
    benefit = replace(
        SINGLE,
        monthly_income=141_946,
        designated_benefit=True,
        assistance_norm=141_946,
        income_beside_benefit=0,
    )
    low = determined(REGULATION, replace(benefit, monthly_income=140_000), LATE_2026)
    assert low.period == Period(dt.date(2026, 8, 1), dt.date(2026, 8, 31))
    exactly = determined(REGULATION, benefit, LATE_2026)
    assert exactly.period == Period(dt.date(2026, 8, 1), dt.date(2027, 7, 31))


def test_high_housing_costs_and_an_own_home_add_to_it_on_request() -> None:
    # 1.200 less 110% of 932,93 = 173,777; with 1.348,487 (Rv 475da lid 5)
    costs = replace(SINGLE, asks_for_housing_costs=True, housing_costs=120_000)
    assert _month(costs, LATE_2026) == 152_226
    low = replace(costs, housing_costs=90_000)
    assert _month(low, LATE_2026) == _month(SINGLE, LATE_2026)
    shared = replace(
        COUPLE,
        asks_for_housing_costs=True,
        housing_costs=120_000,
        partner_pays_of_housing=17_377,
    )
    assert _month(shared, LATE_2026) == 192_641
    home = replace(SINGLE, asks_for_own_home=True, own_home=True, own_home_addition=10_000)
    assert _month(home, LATE_2026) == 144_849
    at_limit = replace(home, monthly_income=900_000, taxable_income=5_568_278)
    # 1.348,487 + 129,5833 + the highest norm rent, 725,80
    assert _month(at_limit, LATE_2026) == 220_387
    below = replace(at_limit, taxable_income=5_568_277)
    assert _month(below, LATE_2026) == 230_387


def test_what_is_withheld_for_the_cak_lowers_only_what_is_paid_out() -> None:
    # Zvw 18f lid 5
    found = determined(REGULATION, replace(SINGLE, withheld_for_cak=20_000), LATE_2026)
    assert found.cents("per_month") == 134_849
    assert found.cents("paid_out_at_least") == 114_849
    assert found.cents("room_per_month") == 250_000 - 134_849


def test_what_is_withheld_for_the_cak_cannot_be_seized() -> None:
    """Rv 475a lid 2; only when more is withheld than is protected does it make a difference."""
    nothing_protected = replace(SINGLE, own_income_not_seized=200_000, withheld_for_cak=20_000)
    found = determined(REGULATION, nothing_protected, LATE_2026)
    assert found.cents("per_month") == 0
    assert found.cents("room_per_month") == 230_000


def test_a_payment_without_a_protected_amount_is_refused() -> None:
    kinderbijslag = replace(SINGLE, periodic_income=False)
    assert determined(REGULATION, kinderbijslag, LATE_2026).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *(
            (SINGLE, name)
            for name in (
                "periodic_income",
                "monthly_income",
                "has_partner",
                "has_children",
                "taxable_income",
                "in_institution",
                "registered_address",
                "asks_for_housing_costs",
                "asks_for_own_home",
                "own_income_not_seized",
                "company_car_tax",
                "withheld_for_cak",
            )
        ),
        *((COUPLE, name) for name in ("partner_taxable_income", "partner_income_not_seized")),
        *((replace(SINGLE, monthly_income=100_000), name) for name in ("designated_benefit",)),
        *(
            (replace(NO_ADDRESS, fixed_residence=True), name)
            for name in (
                "gives_insight",
                "lives_abroad",
            )
        ),
        *((IN_INSTITUTION, name) for name in ("institution_price", "has_partner")),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: BeslagvrijeVoetFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), LATE_2026)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_a_half_year_whose_amounts_are_not_known_is_said_to_be_so() -> None:
    found = determined(REGULATION, SINGLE, dt.date(2027, 1, 1))
    assert found.outcome is Outcome.UNDETERMINED
    assert MissingKind.PARAMETER in {missing.kind for missing in found.missing}


def test_it_holds_for_twelve_months() -> None:
    period = determined(REGULATION, SINGLE, dt.date(2026, 8, 1)).period
    assert period is not None
    assert period.last == dt.date(2027, 7, 31)


INCOMES = st.integers(0, 9_000_000)
DAYS = st.sampled_from(HALF_YEARS)
BOTH = st.sampled_from(
    [SINGLE, COUPLE, replace(SINGLE, has_children=True), replace(COUPLE, has_children=True)]
)


@given(BOTH, INCOMES, st.integers(0, 100_000), DAYS)
def test_more_taxable_income_protects_more_and_a_cent_never_makes_a_jump(
    facts: BeslagvrijeVoetFacts, income: int, more: int, on: dt.date
) -> None:
    def month(cents: int) -> int:
        rich = replace(facts, monthly_income=1_000_000, taxable_income=cents)
        return _month(rich, on)

    first, second = month(income), month(income + more)
    assert 0 <= second - first <= more * 15 // 100 + 1


@given(INCOMES, INCOMES, DAYS)
def test_what_is_protected_and_the_room_are_the_income(
    income: int, taxable: int, on: dt.date
) -> None:
    found = determined(
        REGULATION, replace(SINGLE, monthly_income=income, taxable_income=taxable), on
    )
    assert found.cents("room_per_month") + found.cents("per_month") == income
    assert 20 * found.cents("room_per_month") >= income - 20


@given(INCOMES, DAYS)
def test_a_couple_is_never_protected_less_than_a_single(income: int, on: dt.date) -> None:
    single = replace(SINGLE, monthly_income=1_000_000, taxable_income=income)
    couple = replace(COUPLE, monthly_income=1_000_000, taxable_income=income)
    assert _month(couple, on) >= _month(single, on)


@given(st.dates(dt.date(2026, 7, 1), dt.date(2026, 12, 31)), INCOMES)
def test_the_day_within_a_half_year_changes_nothing(on: dt.date, income: int) -> None:
    facts = replace(SINGLE, taxable_income=income)
    assert _month(facts, on) == _month(facts, LATE_2026)

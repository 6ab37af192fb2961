"""Golden values: the maxima that Dienst Toeslagen published, and the sum of Wkgb 2 worked by
hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, MissingKind, Outcome, abouts
from domain.legislation.regulations.toeslagen._children import BudgetChild
from domain.legislation.regulations.toeslagen._kindgebonden_budget_facts import (
    KindgebondenBudgetFacts,
)
from domain.legislation.regulations.toeslagen.kindgebonden_budget import REGULATION
from tests.support.law import determined, without

IN_2024, IN_2025, IN_2026 = dt.date(2024, 5, 5), dt.date(2025, 5, 5), dt.date(2026, 5, 5)
EVERY_YEAR = st.sampled_from([IN_2024, IN_2025, IN_2026])


def child(born: dt.date) -> BudgetChild:
    """A child that lives with the parent from birth."""
    return BudgetChild(born=born, in_household_since=born, child_benefit=True, lives_in_europe=True)


SMALL, TEEN, OLDEST = (
    child(dt.date(2020, 6, 15)),
    child(dt.date(2011, 6, 15)),
    child(dt.date(2009, 4, 15)),
)
PARENT = KindgebondenBudgetFacts(
    lawful_residence=True,
    income=2_000_000,
    assets=0,
    has_partner=False,
    children=(SMALL,),
)
COUPLE = replace(
    PARENT,
    has_partner=True,
    partner_all_year=True,
    partner_lawful_residence=True,
    partner_income=0,
    partner_assets=0,
)


def per_year(facts: KindgebondenBudgetFacts, on: dt.date) -> int:
    """The budget in cents, nothing when it is refused."""
    found = determined(REGULATION, facts, on)
    assert found.outcome is not Outcome.UNDETERMINED
    return found.cents("per_year") if found.outcome is Outcome.GRANTED else 0


@pytest.mark.parametrize(
    ("facts", "on", "year_cents"),
    [
        # "Berekening kindgebonden budget 2026" (tg0811z61fd), step 1: 5.996 and 8.576, 2.580 and
        # 5.160; step 2: 724 and 964 more
        (PARENT, IN_2026, 599600),
        (replace(PARENT, children=(SMALL, SMALL)), IN_2026, 857600),
        (COUPLE, IN_2026, 258000),
        (replace(COUPLE, children=(SMALL, SMALL)), IN_2026, 516000),
        (replace(COUPLE, children=(TEEN,)), IN_2026, 258000 + 72400),
        (replace(COUPLE, children=(OLDEST,)), IN_2026, 258000 + 96400),
        # announced in September 2024 and 2023: 2.511 + 3.389, 2.436 + 3.480
        (PARENT, IN_2025, 590000),
        (COUPLE, IN_2025, 251100),
        (PARENT, IN_2024, 591600),
        (COUPLE, IN_2024, 243600),
        # Wkgb 2 lid 4-5 of 2024: 694 for a child of 13
        (replace(COUPLE, children=(child(dt.date(2011, 1, 1)),)), IN_2024, 243600 + 69400),
    ],
)
def test_at_an_income_below_the_threshold_it_is_the_maximum(
    facts: KindgebondenBudgetFacts, on: dt.date, year_cents: int
) -> None:
    assert per_year(facts, on) == year_cents


def test_a_month_is_a_twelfth() -> None:
    # CONFLICTS.md: 295,33 for a child of 17 and 284,67 for a parent alone
    found = determined(REGULATION, replace(PARENT, children=(OLDEST,)), IN_2026)
    assert found.cents("per_month") == 29533 + 28467
    couple = determined(REGULATION, replace(COUPLE, children=(OLDEST,)), IN_2026)
    assert couple.cents("per_month") == 29533
    assert found.period is not None
    assert (found.period.first, found.period.last) == (dt.date(2026, 5, 1), dt.date(2026, 5, 31))


@pytest.mark.parametrize(
    ("facts", "on", "less"),
    [
        # 7,60% of 40.000 - 29.736
        (replace(PARENT, income=4_000_000), IN_2026, 78006),
        # 7,60% of 60.000 - 39.141 (published threshold for partners)
        (replace(COUPLE, income=3_000_000, partner_income=3_000_000), IN_2026, 158528),
        # 7,10% of 40.000 - 28.406, 6,75% of 40.000 - 35.849
        (replace(PARENT, income=4_000_000), IN_2025, 82317),
        (replace(COUPLE, income=4_000_000), IN_2024, 28019),
        (replace(COUPLE, income=3_914_100), IN_2026, 0),
        (replace(PARENT, income=2_973_600), IN_2026, 0),
    ],
)
def test_above_the_threshold_it_falls_with_the_share_of_the_law(
    facts: KindgebondenBudgetFacts, on: dt.date, less: int
) -> None:
    poor = replace(facts, income=0)
    if facts.has_partner is True:
        poor = replace(poor, partner_income=0)
    assert per_year(poor, on) - per_year(facts, on) == less


@pytest.mark.parametrize(
    ("born", "on", "year_cents"),
    [
        # from the month after birth, also when born on the first
        (dt.date(2026, 3, 15), dt.date(2026, 3, 31), 0),
        (dt.date(2026, 3, 15), dt.date(2026, 4, 1), 258000),
        (dt.date(2026, 3, 1), dt.date(2026, 3, 31), 0),
        # twelve on 20 May: more from June
        (dt.date(2014, 5, 20), dt.date(2026, 5, 31), 258000),
        (dt.date(2014, 5, 20), dt.date(2026, 6, 1), 258000 + 72400),
        # sixteen on 20 May: more from June
        (dt.date(2010, 5, 20), dt.date(2026, 5, 31), 258000 + 72400),
        (dt.date(2010, 5, 20), dt.date(2026, 6, 1), 258000 + 96400),
        # eighteen on 20 May: up to and including May
        (dt.date(2008, 5, 20), dt.date(2026, 5, 31), 258000 + 96400),
        (dt.date(2008, 5, 20), dt.date(2026, 6, 1), 0),
        # born on 29 February: eighteen on 1 March 2026, twelve on 29 February 2024
        (dt.date(2008, 2, 29), dt.date(2026, 3, 31), 258000 + 96400),
        (dt.date(2008, 2, 29), dt.date(2026, 4, 1), 0),
    ],
)
def test_the_months_are_those_of_the_law(born: dt.date, on: dt.date, year_cents: int) -> None:
    assert per_year(replace(COUPLE, children=(child(born),)), on) == year_cents


def test_a_child_that_comes_later_counts_from_the_month_after() -> None:
    joined = replace(SMALL, in_household_since=dt.date(2026, 4, 10))
    facts = replace(COUPLE, children=(joined,))
    assert per_year(facts, dt.date(2026, 4, 30)) == 0
    assert per_year(facts, dt.date(2026, 5, 1)) == 258000


@pytest.mark.parametrize(
    ("facts", "on"),
    [
        (replace(PARENT, lawful_residence=False), IN_2026),
        (replace(PARENT, children=()), IN_2026),
        (replace(PARENT, children=(replace(SMALL, child_benefit=False),)), IN_2026),
        (replace(PARENT, assets=14_601_101), IN_2026),
        (replace(PARENT, assets=14_021_301), IN_2024),
        (replace(COUPLE, assets=9_000_000, partner_assets=9_463_301), IN_2026),
        (replace(COUPLE, income=8_000_000), IN_2026),
        # refused whatever the income is
        (replace(PARENT, children=(), income=UNKNOWN), IN_2026),
    ],
)
def test_it_is_refused(facts: KindgebondenBudgetFacts, on: dt.date) -> None:
    assert determined(REGULATION, facts, on).outcome is Outcome.REFUSED


def test_the_assets_of_a_partner_of_part_of_the_year_do_not_count() -> None:
    rich = replace(COUPLE, partner_assets=20_000_000)
    assert per_year(rich, IN_2026) == 0
    assert per_year(replace(rich, partner_all_year=False), IN_2026) == 258000


def test_with_a_partner_without_lawful_residence_only_a_child_that_has_it_counts() -> None:
    family = replace(COUPLE, partner_lawful_residence=False)
    lawful = replace(SMALL, lawful_residence=True)
    unlawful = replace(SMALL, lawful_residence=False)
    assert per_year(replace(family, children=(lawful, unlawful)), IN_2026) == 258000
    assert per_year(replace(family, children=(unlawful,)), IN_2026) == 0


def test_for_a_child_outside_europe_a_share_counts() -> None:
    abroad = replace(SMALL, lives_in_europe=False, country_factor=60)
    assert per_year(replace(COUPLE, children=(abroad,)), IN_2026) == 154800
    dear = replace(abroad, country_factor=130)
    assert per_year(replace(COUPLE, children=(dear,)), IN_2026) == 258000
    # for more children the amount follows from the minister's rules
    two = replace(COUPLE, children=(abroad, SMALL))
    found = determined(REGULATION, two, IN_2026)
    assert {missing.name for missing in found.missing} == {"amount_for_children_abroad"}
    assert per_year(replace(two, amount_for_children_abroad=400_000), IN_2026) == 400000


@pytest.mark.parametrize(
    "name",
    [
        *("lawful_residence", "income", "assets", "has_partner", "children"),
        *("partner_all_year", "partner_income", "partner_assets"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(COUPLE, name), IN_2026)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@pytest.mark.parametrize("name", ["born", "in_household_since", "child_benefit", "lives_in_europe"])
def test_a_missing_fact_of_a_child_is_named(name: str) -> None:
    unknown = {name: UNKNOWN}
    facts = replace(COUPLE, children=(SMALL, replace(TEEN, **unknown)))
    found = determined(REGULATION, facts, IN_2026)
    assert found.outcome is Outcome.UNDETERMINED
    assert f"children[1].{name}" in {missing.name for missing in found.missing}


def test_a_partner_whose_residence_is_unknown_matters_only_for_a_child_without_it() -> None:
    unknown = without(COUPLE, "partner_lawful_residence")
    sure = replace(unknown, children=(replace(SMALL, lawful_residence=True),))
    assert per_year(sure, IN_2026) == 258000
    unsure = replace(unknown, children=(replace(SMALL, lawful_residence=False),))
    found = determined(REGULATION, unsure, IN_2026)
    assert found.outcome is Outcome.UNDETERMINED
    assert "partner_lawful_residence" in {missing.name for missing in found.missing}


def test_a_year_whose_amounts_are_not_known_is_said_to_be_so() -> None:
    for on, what in (
        (dt.date(2023, 12, 31), MissingKind.LAW),
        (dt.date(2027, 1, 1), MissingKind.PARAMETER),
    ):
        found = determined(REGULATION, PARENT, on)
        assert found.outcome is Outcome.UNDETERMINED
        assert what in {missing.kind for missing in found.missing}


def test_only_the_threshold_of_2024_is_unverified() -> None:
    unverified = {
        on.year: {taken.parameter.id for taken in determined(REGULATION, PARENT, on).unverified}
        for on in (IN_2024, IN_2025, IN_2026)
    }
    assert unverified == {2024: {"wkb_drempelinkomen"}, 2025: set(), 2026: set()}


families = st.builds(
    lambda facts, children: replace(facts, children=children),
    st.sampled_from([PARENT, COUPLE]),
    st.lists(st.sampled_from([SMALL, TEEN, OLDEST]), min_size=1, max_size=5).map(tuple),
)


@given(families, st.integers(0, 12_000_000), st.integers(0, 100_000), EVERY_YEAR)
def test_more_income_never_gives_more_and_a_cent_never_makes_a_jump(
    family: KindgebondenBudgetFacts, income: int, more: int, on: dt.date
) -> None:
    first = per_year(replace(family, income=income), on)
    second = per_year(replace(family, income=income + more), on)
    assert 0 <= second <= first
    assert first - second <= more * 8 // 100 + 1


@given(families, st.integers(0, 12_000_000), EVERY_YEAR)
def test_another_child_never_lowers_it(
    family: KindgebondenBudgetFacts, income: int, on: dt.date
) -> None:
    assert isinstance(family.children, tuple)
    more = replace(family, income=income, children=(*family.children, SMALL))
    assert per_year(more, on) >= per_year(replace(family, income=income), on)


@given(st.integers(0, 9_000_000), st.integers(0, 9_000_000), EVERY_YEAR)
def test_whose_of_the_partners_the_income_is_makes_no_difference(
    one: int, other: int, on: dt.date
) -> None:
    first = replace(COUPLE, income=one, partner_income=other)
    second = replace(COUPLE, income=other, partner_income=one)
    assert per_year(first, on) == per_year(second, on)


@given(families, EVERY_YEAR)
def test_the_twelve_months_come_to_the_year(family: KindgebondenBudgetFacts, on: dt.date) -> None:
    found = determined(REGULATION, family, on)
    assert abs(12 * found.cents("per_month") - found.cents("per_year")) <= 6


@given(families, st.integers(0, 30), EVERY_YEAR)
def test_the_day_within_a_month_makes_no_difference(
    family: KindgebondenBudgetFacts, days: int, on: dt.date
) -> None:
    first = on.replace(day=1)
    assert per_year(family, first + dt.timedelta(days=days)) == per_year(family, first)


def test_own_assets_above_the_limit_for_partners_refuse_whatever_is_not_known() -> None:
    rich = replace(COUPLE, assets=18_463_301)
    for name in ("partner_assets", "partner_all_year", "has_partner"):
        assert determined(REGULATION, without(rich, name), IN_2026).outcome is Outcome.REFUSED
        within = without(replace(rich, assets=18_463_300), name)
        assert determined(REGULATION, within, IN_2026).outcome is Outcome.UNDETERMINED


def test_the_award_over_the_year_is_in_whole_euros_and_at_least_24() -> None:
    # 5.996,00 - 7,60% of 10.000,00 = 5.236,00; of 10.005,00: 5.235,62 (Awir 14 lid 4)
    found = determined(REGULATION, replace(PARENT, income=3_974_100), IN_2026)
    assert found.cents("per_year") == 523562
    assert found.cents("award_per_year") == 523600
    # 2.580,00 - 7,60% of 33.650,00 = 22,60: less than 24 is not awarded (lid 5)
    little = replace(COUPLE, income=3_914_100 + 3_365_000)
    found = determined(REGULATION, little, IN_2026)
    assert found.cents("per_year") == 2260
    assert found.cents("award_per_year") == 0


def test_child_benefit_that_fails_on_schooling_alone_does_not_take_the_budget_away() -> None:
    # Wkgb 2 lid 1 leaves AKW 7 lid 2 out: the duty of schooling, no longer the child's earnings
    label = abouts(BudgetChild)["child_benefit"].label
    assert "onderwijs" in label.nl
    assert "verdien" not in label.nl

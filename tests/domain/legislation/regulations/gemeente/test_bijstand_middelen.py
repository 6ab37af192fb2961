"""Golden values: the exemptions that velsen.nl prints for July 2024 ("25% inkomsten uit arbeid,
maximum € 269", "12,5% ... € 167,79", "15% ... € 170,18"), and sums of Pw 31-34 by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Language, Outcome, sentences
from domain.legislation.regulations.gemeente._means import Earner, MeansFacts
from domain.legislation.regulations.gemeente.bijstand_middelen import REGULATION
from tests.support.law import determined, without

JULY_2024, IN_2025, JULY_2026 = dt.date(2024, 7, 1), dt.date(2025, 8, 1), dt.date(2026, 7, 1)
GROWN, OLD, YOUNG = dt.date(1985, 3, 2), dt.date(1950, 3, 2), dt.date(2002, 3, 2)

NOTHING = MeansFacts(
    born=GROWN,
    has_partner=False,
    has_children=False,
    co_residents=(),
    cares_elsewhere=False,
    in_institution=False,
    no_recourse_to_parents=False,
    lowering_by_college=0,
    receives_assistance=True,
    earners=(),
    private_pension=0,
    other_income=0,
    gifts=0,
    assets=0,
    assets_left_out=0,
    debts=0,
    limit_used=0,
    owns_home=False,
)
EARNER = Earner(
    born=GROWN,
    earnings=80000,
    furthers_work=True,
    months_exempt=0,
    parent_months_exempt=0,
    limited_hours=False,
    wage_subsidy_exempt=False,
)
PARENT = replace(NOTHING, has_children=True, youngest_child_born=dt.date(2018, 1, 1))
WITHOUT_RIGHT = replace(
    NOTHING,
    has_partner=True,
    partner_born=GROWN,
    partner_has_right=False,
    partner_in_institution=False,
    income_of_partner_without_right=0,
)
GIVEN = replace(NOTHING, gifts=30000, gifts_earlier=100000, gifts_accepted=0, gifts_recur=True)


def earning(earner: Earner, facts: MeansFacts = NOTHING) -> MeansFacts:
    return replace(facts, earners=(earner,))


@pytest.mark.parametrize(
    ("facts", "on", "cents"),
    [
        (NOTHING, JULY_2026, 0),
        # 25% of 800,00 exempt; of 2.000,00 no more than 269,00 (velsen.nl) and 285,00
        (earning(EARNER), JULY_2026, 60000),
        (earning(replace(EARNER, earnings=200000)), JULY_2024, 173100),
        (earning(replace(EARNER, earnings=200000)), JULY_2026, 171500),
        # nothing exempt: before the right, after six months, under 27, or if it does not help
        (earning(EARNER, replace(NOTHING, receives_assistance=False)), JULY_2026, 80000),
        (earning(replace(EARNER, months_exempt=6)), JULY_2026, 80000),
        (earning(replace(EARNER, born=YOUNG)), JULY_2026, 80000),
        (earning(replace(EARNER, furthers_work=False)), JULY_2026, 80000),
        # of pension age without those limits
        (earning(replace(EARNER, born=OLD, months_exempt=30)), JULY_2026, 60000),
        # single parent after six months: 12,5%, at most 167,79 (velsen.nl)
        (earning(replace(EARNER, months_exempt=6), PARENT), JULY_2026, 70000),
        (earning(replace(EARNER, months_exempt=6, earnings=200000), PARENT), JULY_2024, 183221),
        (
            earning(replace(EARNER, months_exempt=6, parent_months_exempt=30), PARENT),
            JULY_2026,
            80000,
        ),
        # limited hours: 15%, at most 170,18 (velsen.nl); also under 27
        (earning(replace(EARNER, months_exempt=6, limited_hours=True)), JULY_2026, 68000),
        (earning(replace(EARNER, born=YOUNG, limited_hours=True)), JULY_2026, 68000),
        (
            earning(replace(EARNER, months_exempt=6, limited_hours=True, earnings=200000)),
            JULY_2024,
            182982,
        ),
        (earning(replace(EARNER, months_exempt=6, wage_subsidy_exempt=True)), JULY_2026, 68000),
        # private pension above 26,50, once of pension age (33 lid 5)
        (replace(NOTHING, born=OLD, private_pension=10000), JULY_2026, 7350),
        (replace(NOTHING, born=OLD, private_pension=2000), JULY_2026, 0),
        (replace(NOTHING, private_pension=10000), JULY_2026, 10000),
        # gifts: 1.200 a year exempt, 1.000 used, so 100 of these 300 count (31 lid 2 onder m)
        (GIVEN, JULY_2026, 10000),
        (replace(GIVEN, gifts_accepted=4000), JULY_2026, 6000),
        (replace(GIVEN, gifts_earlier=0), JULY_2026, 0),
        # before 2026 only what the college accepted was left out
        (replace(GIVEN, gifts_accepted=4000), IN_2025, 26000),
        # half norm 1.013,895 + 1.500,00 - 2.027,79 = 486,105 (32 lid 3)
        (replace(WITHOUT_RIGHT, income_of_partner_without_right=150000), JULY_2026, 48611),
        (replace(WITHOUT_RIGHT, income_of_partner_without_right=100000), JULY_2026, 0),
        # and with own income of 500,00 the same: it lowers that assistance as much
        (
            replace(WITHOUT_RIGHT, income_of_partner_without_right=150000, other_income=50000),
            JULY_2026,
            98611,
        ),
    ],
)
def test_the_income_that_counts(facts: MeansFacts, on: dt.date, cents: int) -> None:
    assert determined(REGULATION, facts, on).cents("per_month") == cents


@pytest.mark.parametrize(
    ("facts", "on", "cents"),
    [
        # limits: 7.575 (velsen.nl, 2024), 8.000 and 16.000 (2026)
        (replace(NOTHING, assets=757500), JULY_2024, 0),
        (replace(NOTHING, assets=757600), JULY_2024, 100),
        (replace(NOTHING, assets=900000), JULY_2026, 100000),
        (replace(NOTHING, assets=900000, debts=50000, assets_left_out=50000), JULY_2026, 0),
        (replace(NOTHING, assets=1_700_000, has_children=True), JULY_2026, 100000),
        # until 2026 what was used of the limit was gone (34 lid 4)
        (replace(NOTHING, assets=500000, limit_used=300000), JULY_2024, 42500),
        (replace(NOTHING, assets=500000, limit_used=300000), JULY_2026, 0),
        # one-off gift of 100,00 above the exemption on top of the limit
        (replace(GIVEN, gifts_recur=False, assets=800000), JULY_2026, 10000),
        # 70.000 - 67.500 in a home that can be sold, with 7.000 elsewhere: 1.500 above 8.000
        (
            replace(
                NOTHING,
                owns_home=True,
                home_equity=7_000_000,
                home_can_be_used=True,
                assets=700000,
            ),
            JULY_2026,
            150000,
        ),
        (replace(NOTHING, owns_home=True, home_equity=6_750_000), JULY_2026, 0),
    ],
)
def test_the_assets_above_the_limit(facts: MeansFacts, on: dt.date, cents: int) -> None:
    assert determined(REGULATION, facts, on).cents("assets") == cents


def test_a_home_that_need_not_be_sold_can_make_it_a_loan() -> None:
    facts = replace(NOTHING, owns_home=True, home_equity=9_000_000, home_can_be_used=False)
    found = determined(REGULATION, facts, JULY_2026)
    assert (found.result("home_for_loan"), found.cents("assets")) == (True, 0)


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        (NOTHING, "earners"),
        (NOTHING, "other_income"),
        (NOTHING, "private_pension"),
        (NOTHING, "gifts"),
        (NOTHING, "assets"),
        (NOTHING, "debts"),
        (NOTHING, "assets_left_out"),
        (NOTHING, "owns_home"),
        (NOTHING, "has_partner"),
        (NOTHING, "has_children"),
        (earning(EARNER), "receives_assistance"),
        (earning(replace(EARNER, months_exempt=6), PARENT), "youngest_child_born"),
        (replace(NOTHING, owns_home=True), "home_equity"),
        (replace(NOTHING, owns_home=True, home_equity=9_000_000), "home_can_be_used"),
        (GIVEN, "gifts_earlier"),
        (GIVEN, "gifts_accepted"),
        (GIVEN, "gifts_recur"),
        (WITHOUT_RIGHT, "income_of_partner_without_right"),
        (WITHOUT_RIGHT, "partner_has_right"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: MeansFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), JULY_2026)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@pytest.mark.parametrize("field", ["born", "earnings", "months_exempt", "furthers_work"])
def test_an_earner_of_whom_something_is_not_known_leaves_it_open(field: str) -> None:
    unknown = replace(EARNER, **{field: UNKNOWN})
    found = determined(REGULATION, earning(unknown), JULY_2026)
    assert found.outcome is Outcome.UNDETERMINED
    assert f"earners[0].{field}" in {missing.name for missing in found.missing}


@given(st.integers(0, 500_000), st.integers(1, 50_000), st.sampled_from([0, 6]))
def test_more_earnings_never_count_for_less_nor_for_more_than_they_are(
    cents: int, more: int, months: int
) -> None:
    def counted(earnings: int) -> int:
        earner = replace(EARNER, earnings=earnings, months_exempt=months)
        return determined(REGULATION, earning(earner, PARENT), JULY_2026).cents("per_month")

    first, second = counted(cents), counted(cents + more)
    assert 0 <= first <= second <= cents + more
    assert second - first <= more + 1


@given(st.integers(0, 400_000), st.integers(0, 150_000))
def test_of_a_partner_without_a_right_never_more_counts_than_there_is(
    partners: int, own: int
) -> None:
    facts = replace(WITHOUT_RIGHT, income_of_partner_without_right=partners, other_income=own)
    counted = determined(REGULATION, facts, JULY_2026).cents("per_month")
    assert own <= counted <= own + partners


@pytest.mark.parametrize(
    ("on", "accepted", "said"),
    [
        (dt.date(2026, 3, 1), 4_000, True),
        (dt.date(2026, 3, 1), 0, False),
        (JULY_2026, 4_000, False),
        (IN_2025, 4_000, False),
    ],
)
def test_it_says_where_the_text_on_further_gifts_is_not_certain(
    on: dt.date, accepted: int, said: bool
) -> None:
    """Pw 31 lid 2 onder s: not in the text of 1 January 2026 (regelrecht-corpus)."""
    found = determined(REGULATION, replace(GIVEN, gifts_accepted=accepted), on)
    assert said == any("1 juli 2026" in each for each in sentences(found, Language.NL))


def test_whether_it_is_a_loan_is_not_known_without_the_equity() -> None:
    """Pw 50 lid 2: only equity above the exemption can make it a loan."""
    facts = replace(NOTHING, owns_home=True, home_can_be_used=False)
    found = determined(REGULATION, facts, JULY_2026)
    assert found.outcome is Outcome.UNDETERMINED
    assert {missing.name for missing in found.missing} == {"home_equity"}

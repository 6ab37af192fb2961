"""Golden values: published tables of municipalities and centres, and the sum worked by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, MissingKind, Outcome
from domain.legislation.regulations.toeslagen._kot_facts import (
    Care,
    ChildInCare,
    KinderopvangtoeslagFacts,
    Occupation,
)
from domain.legislation.regulations.toeslagen.kinderopvangtoeslag import REGULATION
from tests.support.law import determined, without

IN_2024, IN_2025, IN_2026 = dt.date(2024, 5, 5), dt.date(2025, 5, 5), dt.date(2026, 5, 5)

CHILD = ChildInCare(
    care=Care.DAY_CARE,
    registered=True,
    own_child=True,
    in_secondary_school=False,
    hours=100,
    price=1_123,
)
SINGLE = KinderopvangtoeslagFacts(
    lawful_residence=True,
    applied=dt.date(2024, 1, 1),
    occupation=Occupation.WORK,
    has_partner=False,
    income=2_000_000,
    children=(CHILD,),
)
COUPLE = replace(
    SINGLE,
    has_partner=True,
    partner_lawful_residence=True,
    partner_lives_in_europe=True,
    partner_occupation=Occupation.STUDY,
    partner_is_family=False,
    partner_income=0,
)


def allowance(facts: KinderopvangtoeslagFacts, on: dt.date) -> int:
    return determined(REGULATION, facts, on).cents("per_month")


def test_the_highest_percentage_of_2026_is_what_municipalities_publish() -> None:
    # woerden.nl: below 24.149 euro of 11,23 an hour 10,78 is paid; 100 hours: 96% of 1.123,00
    assert allowance(SINGLE, IN_2026) == 107_808


def test_in_2025_a_parent_pays_what_a_centre_publishes() -> None:
    # kinderopvangkoos.nl, below 47.403 euro: 11,58 an hour, 220 hours a year: 23,80 a month to pay
    facts = replace(SINGLE, children=(replace(CHILD, hours=220, price=1_158),))
    assert round((220 * 1_158 - allowance(facts, IN_2025)) / 12) == 2_380


@pytest.mark.parametrize(
    ("income", "first", "following"),
    # Stb. 2025, 233, bijlage I: borders of bands
    [
        (5_641_200, 960, 960),
        (5_641_300, 955, 956),
        (5_818_499, 955, 956),
        (5_818_500, 948, 956),
        (10_369_400, 721, 905),
        (10_369_500, 696, 902),
        (16_565_800, 365, 814),
        (23_569_700, 365, 691),
        (23_569_800, 365, 682),
        (90_000_000, 365, 682),
    ],
)
def test_in_2026_the_percentage_is_that_of_the_table(
    income: int, first: int, following: int
) -> None:
    one = replace(SINGLE, income=income, children=(replace(CHILD, price=1_000),))
    assert allowance(one, IN_2026) == 100 * first
    less = replace(CHILD, price=1_000, hours=50)
    two = replace(one, children=(less, replace(CHILD, price=1_000)))
    assert allowance(two, IN_2026) == 100 * first + 50 * following


@pytest.mark.parametrize(
    ("care", "on", "highest"),
    # belastingdienst.nl, maximumuurtarief 2024, 2025 and 2026
    [
        (Care.DAY_CARE, IN_2024, 1_025),
        (Care.OUT_OF_SCHOOL, IN_2024, 912),
        (Care.CHILDMINDER, IN_2024, 753),
        (Care.DAY_CARE, IN_2025, 1_071),
        (Care.OUT_OF_SCHOOL, IN_2025, 952),
        (Care.CHILDMINDER, IN_2025, 810),
        (Care.DAY_CARE, IN_2026, 1_123),
        (Care.OUT_OF_SCHOOL, IN_2026, 998),
        (Care.CHILDMINDER, IN_2026, 849),
    ],
)
def test_of_price_and_hours_no_more_counts_than_the_maximum(
    care: Care, on: dt.date, highest: int
) -> None:
    facts = replace(SINGLE, children=(replace(CHILD, care=care, hours=250, price=2_000),))
    assert allowance(facts, on) == (230 * highest * 96 + 50) // 100


def test_with_as_many_hours_the_child_with_the_highest_costs_is_the_first() -> None:
    # belastingdienst.nl: "Is het aantal opvanguren gelijk, dan is het kind met de hoogste
    # opvangkosten het 1e kind": 36,5% of 1.000,00 and 68,2% of 800,00
    children = (replace(CHILD, price=800), replace(CHILD, price=1_000))
    facts = replace(SINGLE, income=30_000_000, children=children)
    assert allowance(facts, IN_2026) == 36_500 + 54_560


@pytest.mark.parametrize(
    "facts",
    [
        replace(SINGLE, occupation=Occupation.NONE),
        replace(SINGLE, occupation=Occupation.LONG_TERM_CARE),
        replace(SINGLE, lawful_residence=False),
        replace(SINGLE, children=()),
        replace(SINGLE, children=(replace(CHILD, registered=False),)),
        replace(SINGLE, children=(replace(CHILD, own_child=False),)),
        replace(SINGLE, children=(replace(CHILD, in_secondary_school=True),)),
        replace(SINGLE, children=(replace(CHILD, hours=0),)),
        replace(COUPLE, partner_occupation=Occupation.NONE),
        replace(COUPLE, partner_occupation=Occupation.DETENTION),
        replace(COUPLE, partner_lawful_residence=False),  # Awir 9 lid 2
        # refused whatever the income is
        replace(SINGLE, occupation=Occupation.NONE, income=UNKNOWN),
    ],
)
def test_it_is_refused(facts: KinderopvangtoeslagFacts) -> None:
    assert determined(REGULATION, facts, IN_2026).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "facts",
    [
        COUPLE,
        replace(COUPLE, partner_occupation=Occupation.LONG_TERM_CARE),
        replace(COUPLE, occupation=Occupation.LONG_TERM_CARE),
        replace(COUPLE, occupation=Occupation.DETENTION),
        replace(COUPLE, partner_occupation=Occupation.NONE, partner_is_family=True),
    ],
)
def test_a_couple_has_the_right_of_a_single_with_their_income(
    facts: KinderopvangtoeslagFacts,
) -> None:
    assert allowance(facts, IN_2026) == 107_808


def test_it_goes_back_three_months_before_the_month_of_the_application() -> None:
    facts = replace(SINGLE, applied=dt.date(2026, 5, 31))
    assert determined(REGULATION, facts, dt.date(2026, 2, 1)).outcome is Outcome.GRANTED
    assert determined(REGULATION, facts, dt.date(2026, 1, 31)).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "name",
    [
        *("lawful_residence", "applied", "occupation", "has_partner", "partner_occupation"),
        *("income", "partner_income", "children", "partner_lawful_residence"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(COUPLE, name), IN_2026)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@pytest.mark.parametrize(
    ("child", "name"),
    [
        (replace(CHILD, care=UNKNOWN), "care"),
        (replace(CHILD, registered=UNKNOWN), "registered"),
        (replace(CHILD, own_child=UNKNOWN), "own_child"),
        (replace(CHILD, in_secondary_school=UNKNOWN), "in_secondary_school"),
        (replace(CHILD, hours=UNKNOWN), "hours"),
        (replace(CHILD, price=UNKNOWN), "price"),
    ],
)
def test_a_missing_fact_of_a_child_is_named(child: ChildInCare, name: str) -> None:
    found = determined(REGULATION, replace(SINGLE, children=(CHILD, child)), IN_2026)
    assert found.outcome is Outcome.UNDETERMINED
    assert f"children[1].{name}" in {missing.name for missing in found.missing}


@pytest.mark.parametrize(
    ("on", "income"), [(IN_2024, 2_829_900), (IN_2025, 4_740_400), (dt.date(2027, 1, 1), 0)]
)
def test_a_percentage_that_is_not_known_is_said_to_be_so(on: dt.date, income: int) -> None:
    found = determined(REGULATION, replace(SINGLE, income=income), on)
    assert found.outcome is Outcome.UNDETERMINED
    assert {missing.kind for missing in found.missing} == {MissingKind.PARAMETER}
    if on.year < 2027:
        below = determined(REGULATION, replace(SINGLE, income=income - 1), on)
        assert below.outcome is Outcome.GRANTED


@given(st.integers(0, 30_000_000), st.integers(0, 1_000_000), st.integers(1, 260))
def test_more_income_never_gives_more_and_more_hours_never_less(
    income: int, more: int, hours: int
) -> None:
    children = (replace(CHILD, hours=hours), replace(CHILD, hours=20))
    facts = replace(SINGLE, income=income, children=children)
    richer = replace(facts, income=income + more)
    assert 0 < allowance(richer, IN_2026) <= allowance(facts, IN_2026)
    longer = replace(facts, children=(replace(CHILD, hours=hours + 1), children[1]))
    assert allowance(longer, IN_2026) >= allowance(facts, IN_2026)


@given(st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)))
def test_within_a_year_the_day_changes_nothing(on: dt.date) -> None:
    # 78,9% of 1.123,00 = 886,047
    assert allowance(replace(SINGLE, income=9_000_000), on) == 88_605


def test_the_award_over_the_year_is_in_whole_euros() -> None:
    # 12 x 1.078,08 = 12.936,96 (Awir 14 lid 4)
    assert determined(REGULATION, SINGLE, IN_2026).cents("award_per_year") == 1_293_700


@pytest.mark.parametrize(
    ("facts", "until_2025", "from_2026"),
    [
        # Wko 1.6 lid 10 until 2026; since then Awir 3c makes that partner none, on request
        (
            replace(COUPLE, partner_occupation=Occupation.DETENTION),
            Outcome.GRANTED,
            Outcome.REFUSED,
        ),
        # Wko 1.6 lid 3: where the partner lives matters no more from 2026
        (replace(COUPLE, partner_lives_in_europe=False), Outcome.REFUSED, Outcome.GRANTED),
        (replace(COUPLE, partner_lives_in_europe=UNKNOWN), Outcome.UNDETERMINED, Outcome.GRANTED),
    ],
)
def test_the_law_on_partners_changed_on_1_january_2026(
    facts: KinderopvangtoeslagFacts, until_2025: Outcome, from_2026: Outcome
) -> None:
    facts = replace(facts, applied=dt.date(2025, 12, 31))
    assert determined(REGULATION, facts, dt.date(2025, 12, 31)).outcome is until_2025
    assert determined(REGULATION, facts, dt.date(2026, 1, 1)).outcome is from_2026

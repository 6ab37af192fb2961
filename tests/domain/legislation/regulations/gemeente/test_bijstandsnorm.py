"""Golden values: the norm tables that municipalities print (velsen.nl "Bijstandsnormen per 1 juli
2024"; gemeente Westland 2024), the amounts in the Participatiewet itself, and sums by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, MissingKind, Outcome
from domain.legislation.regulations.gemeente._co_residents import CoResident
from domain.legislation.regulations.gemeente._household import HouseholdFacts
from domain.legislation.regulations.gemeente._norm_articles import NormArticle
from domain.legislation.regulations.gemeente.bijstandsnorm import REGULATION
from tests.support.law import determined, without

JULY_2024 = dt.date(2024, 7, 1)
IN_2024, IN_2025 = dt.date(2024, 5, 5), dt.date(2025, 5, 5)
JAN_2026, JULY_2026 = dt.date(2026, 1, 1), dt.date(2026, 7, 1)
DAYS = (IN_2024, JULY_2024, IN_2025, dt.date(2025, 8, 1), JAN_2026, JULY_2026)

GROWN, YOUNG, OLD = dt.date(1985, 3, 2), dt.date(2007, 1, 2), dt.date(1950, 3, 2)

SINGLE = HouseholdFacts(
    born=GROWN,
    has_partner=False,
    has_children=False,
    co_residents=(),
    cares_elsewhere=False,
    in_institution=False,
    no_recourse_to_parents=False,
    lowering_by_college=0,
)
COUPLE = replace(
    SINGLE,
    has_partner=True,
    partner_born=GROWN,
    partner_has_right=True,
    partner_in_institution=False,
    partner_no_recourse_to_parents=False,
)
SHARER = CoResident(
    born=GROWN,
    commercial_agreement=False,
    close_relative=True,
    same_landlord=False,
    in_education=False,
)
WITHOUT_RIGHT = replace(
    COUPLE,
    partner_has_right=False,
    has_children=True,
    child_lawfully_resident=True,
    allowance_partner=True,
)
YOUNG_2024 = dt.date(2005, 1, 2)


def norm(facts: HouseholdFacts, on: dt.date) -> int:
    return determined(REGULATION, facts, on).cents("per_month")


def sharing(facts: HouseholdFacts, sharers: int) -> HouseholdFacts:
    return replace(facts, co_residents=(SHARER,) * sharers)


@pytest.mark.parametrize(
    ("facts", "cents", "article"),
    [
        # velsen.nl, norms from 1 July 2024
        (replace(SINGLE, born=YOUNG_2024), 32303, NormArticle.YOUNG_SINGLE),
        (SINGLE, 130845, NormArticle.SINGLE),
        (COUPLE, 186921, NormArticle.COUPLE),
        (
            replace(COUPLE, born=YOUNG_2024, partner_born=YOUNG_2024),
            64606,
            NormArticle.YOUNG_COUPLE,
        ),
        (
            replace(COUPLE, born=YOUNG_2024, partner_born=YOUNG_2024, has_children=True),
            101990,
            NormArticle.YOUNG_COUPLE_CHILDREN,
        ),
        (replace(COUPLE, born=YOUNG_2024), 125764, NormArticle.MIXED_COUPLE),
        (
            replace(COUPLE, partner_born=YOUNG_2024, has_children=True),
            163148,
            NormArticle.MIXED_COUPLE_CHILDREN,
        ),
        (replace(SINGLE, born=OLD), 145685, NormArticle.SINGLE_PENSIONER),
        (replace(COUPLE, born=OLD), 197664, NormArticle.COUPLE_ONE_PENSIONER),
        (replace(COUPLE, born=OLD, partner_born=OLD), 197664, NormArticle.COUPLE_PENSIONERS),
        (sharing(SINGLE, 1), 93461, NormArticle.SHARED),
        (sharing(SINGLE, 2), 80999, NormArticle.SHARED),
        (sharing(SINGLE, 3), 74768, NormArticle.SHARED),
        (sharing(SINGLE, 4), 71030, NormArticle.SHARED),
        (sharing(SINGLE, 5), 68538, NormArticle.SHARED),
        # 414,31 + 42,00 and 644,45 + 95,00
        (replace(SINGLE, in_institution=True), 45631, NormArticle.INSTITUTION),
        (
            replace(COUPLE, in_institution=True, partner_in_institution=True),
            73945,
            NormArticle.INSTITUTION,
        ),
        # one of them in: 414,31 + 42,00 + 1.308,45 (23 lid 3)
        (
            replace(COUPLE, partner_in_institution=True),
            176476,
            NormArticle.ONE_IN_INSTITUTION,
        ),
        # twice 43 1/3% of 1.869,21 (22a lid 2)
        (sharing(COUPLE, 1), 161998, NormArticle.SHARED_COUPLE),
        # 323,03 and 696,87 plus 50% of 1.869,21: the young spouse is no person in the formula
        (sharing(replace(COUPLE, born=YOUNG_2024), 1), 125764, NormArticle.SHARED_MIXED),
        (
            sharing(replace(COUPLE, born=YOUNG_2024, has_children=True), 1),
            163148,
            NormArticle.SHARED_MIXED_CHILDREN,
        ),
        # half of 1.869,21 (24); no supplement for children before 2026
        (WITHOUT_RIGHT, 93461, NormArticle.PARTNER_WITHOUT_RIGHT),
    ],
)
def test_the_norm_of_july_2024_is_as_printed(
    facts: HouseholdFacts, cents: int, article: NormArticle
) -> None:
    found = determined(REGULATION, facts, JULY_2024)
    assert (found.cents("per_month"), found.result("article")) == (cents, article)


@pytest.mark.parametrize(
    ("facts", "on", "cents"),
    [
        # gemeente Westland 2024 and Participatiewet 2024-01-01: 21, 22
        (SINGLE, IN_2024, 128383),
        (COUPLE, IN_2024, 183404),
        (replace(SINGLE, born=OLD), IN_2024, 142576),
        # 50% of 1.834,04
        (sharing(SINGLE, 1), IN_2024, 91702),
        # Participatiewet 2025-01-01 and 2026-07-01
        (SINGLE, IN_2025, 134545),
        (SINGLE, JULY_2026, 141946),
        (COUPLE, JULY_2026, 202779),
        # 43 1/3% and 40% of 2.027,79
        (sharing(SINGLE, 2), JULY_2026, 87871),
        (sharing(SINGLE, 3), JULY_2026, 81112),
        # 350,42 + 762,24 (20 lid 3, from 2026)
        (replace(SINGLE, born=YOUNG, no_recourse_to_parents=True), JULY_2026, 111266),
        # 1.364,32 + 762,24 is more than 2.027,79 (20 lid 4)
        (replace(COUPLE, born=YOUNG, no_recourse_to_parents=True), JULY_2026, 202779),
        # half of 2.027,79 and a twelfth of 3.416,00 (24, 24a)
        (WITHOUT_RIGHT, JULY_2026, 129856),
        (replace(WITHOUT_RIGHT, allowance_partner=False), JULY_2026, 101390),
        (replace(WITHOUT_RIGHT, has_children=False), JULY_2026, 101390),
        # with a cost sharer the spouse of 21 counts too: 43 1/3% (22a lid 1)
        (sharing(replace(WITHOUT_RIGHT, has_children=False), 1), JULY_2026, 87871),
        # half of 700,84 (24 onder b)
        (replace(WITHOUT_RIGHT, born=YOUNG, has_children=False), JULY_2026, 35042),
        # 50,00 lower by the college (27)
        (replace(SINGLE, lowering_by_college=5000), JULY_2026, 136946),
    ],
)
def test_the_norm_is_that_of_the_day(facts: HouseholdFacts, on: dt.date, cents: int) -> None:
    assert norm(facts, on) == cents


def test_the_holiday_allowance_is_4_8_percent_of_the_norm() -> None:
    # 4,8% of 1.419,46 = 68,134 (19 lid 3)
    found = determined(REGULATION, SINGLE, JULY_2026)
    assert found.cents("holiday_allowance") == 6813
    assert found.cents("without_holiday_allowance") == 135133


@pytest.mark.parametrize(
    "resident",
    [
        replace(SHARER, born=dt.date(1999, 7, 2)),  # 27 tomorrow
        replace(SHARER, commercial_agreement=True, close_relative=False),
        replace(SHARER, same_landlord=True),
        replace(SHARER, in_education=True),
        replace(SHARER, in_education=True, commercial_agreement=UNKNOWN, same_landlord=UNKNOWN),
        replace(SHARER, born=UNKNOWN, in_education=True),
        replace(
            SHARER, born=dt.date(2008, 1, 1), commercial_agreement=UNKNOWN, in_education=UNKNOWN
        ),
    ],
)
def test_who_is_no_cost_sharer_does_not_lower_the_norm(resident: CoResident) -> None:
    assert norm(replace(SINGLE, co_residents=(resident,)), JULY_2026) == 141946


@pytest.mark.parametrize(
    "resident",
    [
        replace(SHARER, born=dt.date(1999, 7, 1)),  # 27 today
        replace(SHARER, commercial_agreement=True),  # but a close relative
    ],
)
def test_who_is_a_cost_sharer_lowers_it(resident: CoResident) -> None:
    assert norm(replace(SINGLE, co_residents=(resident,)), JULY_2026) == 101390


def test_caring_elsewhere_keeps_the_norm_whole_from_2026_only() -> None:
    carer = replace(sharing(SINGLE, 1), cares_elsewhere=True)
    assert norm(carer, JAN_2026) == 140150
    # 50% of 1.955,80
    assert norm(carer, dt.date(2025, 12, 31)) == 97790


def test_a_21st_birthday_gives_the_adult_norm_and_a_leap_day_counts_in_march() -> None:
    born = dt.date(2004, 2, 29)
    assert norm(replace(SINGLE, born=born), dt.date(2025, 2, 28)) == 33217
    assert norm(replace(SINGLE, born=born), dt.date(2025, 3, 1)) == 134545


def test_the_67th_birthday_gives_the_pension_norm() -> None:
    born = dt.date(1959, 7, 2)
    assert norm(replace(SINGLE, born=born), JULY_2026) == 141946
    assert norm(replace(SINGLE, born=born), dt.date(2026, 7, 2)) == 158734


@pytest.mark.parametrize(
    "facts",
    [
        replace(SINGLE, born=dt.date(2008, 7, 2)),  # 18 tomorrow
        replace(SINGLE, born=YOUNG, in_institution=True),
        replace(SINGLE, born=dt.date(2008, 7, 2), co_residents=UNKNOWN),
    ],
)
def test_it_is_refused(facts: HouseholdFacts) -> None:
    assert determined(REGULATION, facts, JULY_2026).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        (SINGLE, "born"),
        (SINGLE, "has_partner"),
        (SINGLE, "co_residents"),
        (SINGLE, "cares_elsewhere"),
        (SINGLE, "in_institution"),
        (SINGLE, "lowering_by_college"),
        (replace(SINGLE, born=YOUNG), "no_recourse_to_parents"),
        (COUPLE, "partner_born"),
        (COUPLE, "partner_has_right"),
        (COUPLE, "partner_in_institution"),
        (replace(COUPLE, partner_born=YOUNG), "has_children"),
        (replace(COUPLE, partner_born=YOUNG), "partner_no_recourse_to_parents"),
        (WITHOUT_RIGHT, "has_children"),
        (WITHOUT_RIGHT, "child_lawfully_resident"),
        (WITHOUT_RIGHT, "allowance_partner"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: HouseholdFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), JULY_2026)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@pytest.mark.parametrize("field", ["born", "commercial_agreement", "same_landlord", "in_education"])
def test_a_co_resident_of_whom_something_is_not_known_leaves_it_open(field: str) -> None:
    unknown = replace(SHARER, close_relative=False, **{field: UNKNOWN})
    found = determined(REGULATION, replace(SINGLE, co_residents=(unknown,)), JULY_2026)
    assert found.outcome is Outcome.UNDETERMINED
    assert f"co_residents[0].{field}" in {missing.name for missing in found.missing}


def test_a_half_year_whose_norms_are_not_known_is_said_to_be_so() -> None:
    found = determined(REGULATION, SINGLE, dt.date(2027, 1, 1))
    assert found.outcome is Outcome.UNDETERMINED
    assert MissingKind.PARAMETER in {missing.kind for missing in found.missing}


def test_where_the_law_is_silent_the_college_sets_the_norm() -> None:
    young = sharing(replace(COUPLE, born=YOUNG, no_recourse_to_parents=True), 1)
    inside = replace(WITHOUT_RIGHT, partner_in_institution=True)
    for facts in (young, inside):
        found = determined(REGULATION, facts, JULY_2026)
        assert {missing.name for missing in found.missing} == {"norm_by_college"}
        assert norm(replace(facts, norm_by_college=90000), JULY_2026) == 90000


@given(st.integers(0, 8), st.sampled_from(DAYS), st.sampled_from([SINGLE, COUPLE, WITHOUT_RIGHT]))
def test_another_cost_sharer_never_raises_the_norm(
    sharers: int, on: dt.date, facts: HouseholdFacts
) -> None:
    fewer, more = norm(sharing(facts, sharers), on), norm(sharing(facts, sharers + 1), on)
    assert 0 < more <= fewer


@given(st.integers(1, 8), st.sampled_from(DAYS))
def test_a_couple_that_shares_has_twice_what_each_would_have(sharers: int, on: dt.date) -> None:
    couple, single = norm(sharing(COUPLE, sharers), on), norm(sharing(SINGLE, sharers + 1), on)
    assert abs(couple - 2 * single) <= 1


@given(st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31)))
def test_within_a_half_year_a_day_changes_nothing(on: dt.date) -> None:
    first = dt.date(on.year, 1 if on.month < 7 else 7, 1)
    assert norm(SINGLE, on) == norm(SINGLE, first)
    assert norm(sharing(COUPLE, 2), on) == norm(sharing(COUPLE, 2), first)


@pytest.mark.parametrize(
    ("born", "on", "article"),
    [
        # rijksoverheid.nl, "Wanneer gaat mijn AOW in": 67 for who was born after 28 February 1957
        (dt.date(1957, 2, 28), dt.date(2024, 1, 1), NormArticle.SINGLE_PENSIONER),
        (dt.date(1957, 2, 28), dt.date(2024, 2, 27), NormArticle.SINGLE_PENSIONER),
        # born in March 1957: at 67
        (dt.date(1957, 3, 1), dt.date(2024, 1, 1), NormArticle.SINGLE),
        (dt.date(1957, 3, 1), dt.date(2024, 2, 29), NormArticle.SINGLE),
        (dt.date(1957, 3, 1), dt.date(2024, 3, 1), NormArticle.SINGLE_PENSIONER),
        (dt.date(1959, 7, 1), dt.date(2026, 6, 30), NormArticle.SINGLE),
        (dt.date(1959, 7, 1), dt.date(2026, 7, 1), NormArticle.SINGLE_PENSIONER),
    ],
)
def test_who_reached_the_lower_pension_age_of_an_earlier_year_keeps_it(
    born: dt.date, on: dt.date, article: NormArticle
) -> None:
    """AOW 7a lid 1: the age is that of the calendar year in which it is reached."""
    found = determined(REGULATION, replace(SINGLE, born=born), on)
    assert found.result("article") is article

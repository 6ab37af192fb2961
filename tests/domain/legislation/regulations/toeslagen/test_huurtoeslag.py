"""Golden values: tables that were published in 2024 and 2025, the basic rent as published, and
sums of the articles worked by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Determination, MissingKind, Outcome
from domain.legislation.parameters import parameter, value_on
from domain.legislation.regulations.toeslagen.huurtoeslag import (
    REGULATION,
    HuurtoeslagFacts,
    Resident,
)
from tests.support.law import determined, without

IN_2024, IN_2025, IN_2026 = dt.date(2024, 5, 5), dt.date(2025, 5, 5), dt.date(2026, 5, 5)
LAST_OLD, FIRST_NEW = dt.date(2025, 12, 31), dt.date(2026, 1, 1)
EVERY_YEAR = st.sampled_from([IN_2024, IN_2025, IN_2026])
EXTRA_IN_APRIL_2024 = 305  # rijksoverheid.nl, 27 March 2024: 3.05 more a month since 1 January

SINGLE = HuurtoeslagFacts(
    born=dt.date(1985, 3, 2),
    tenant=True,
    self_contained=True,
    all_registered=True,
    others_registered=False,
    lawful_residence=True,
    income=2_000_000,
    assets=0,
    has_partner=False,
    residents=(),
    rent=70_000,
    services_shared_energy=0,
    services_cleaning=0,
    services_caretaker=0,
    services_common_rooms=0,
    pensioner_on_1_january=False,
    pensioner_now=False,
    dwelling_adapted=False,
)
COUPLE = replace(
    SINGLE,
    has_partner=True,
    partner_all_year=True,
    partner_born=dt.date(1986, 4, 3),
    partner_lawful_residence=True,
    partner_income=0,
    partner_assets=0,
)
CHILD = Resident(
    born=dt.date(2015, 6, 1),
    descendant=True,
    fostered=False,
    lawful_residence=True,
    all_year=True,
    income=0,
    assets=0,
)
LODGER = replace(CHILD, born=dt.date(1990, 1, 1), descendant=False)
PENSIONERS = replace(
    COUPLE,
    born=dt.date(1950, 1, 1),
    partner_born=dt.date(1950, 1, 1),
    pensioner_on_1_january=True,
    pensioner_now=True,
)
YOUNG = replace(SINGLE, born=dt.date(2004, 6, 15), rent=60_000, disabled=False)


def per_month(facts: HuurtoeslagFacts, on: dt.date) -> int:
    """The allowance in cents, nothing when it is refused."""
    found = determined(REGULATION, facts, on)
    assert found.outcome is not Outcome.UNDETERMINED
    return found.cents("per_month") if found.outcome is Outcome.GRANTED else 0


def basic_rent(facts: HuurtoeslagFacts, on: dt.date) -> int:
    """The part that the tenant bears, in cents."""
    return determined(REGULATION, facts, on).cents("basic_rent")


@pytest.mark.parametrize(
    ("income_euros", "euros"),
    [
        # nosnews.nl and metronieuws.nl, January 2025, as Dienst Toeslagen calculates: one person of
        # 27, rent 900
        *((22_000, 498), (23_500, 482), (25_000, 449), (26_500, 414), (28_000, 378)),
        *((29_500, 339), (31_000, 299), (32_500, 257), (34_000, 215), (35_500, 185)),
        *((37_000, 153), (39_500, 98), (41_000, 72), (43_500, 35), (45_000, 11), (46_500, 0)),
    ],
)
def test_the_table_published_for_2025_comes_out(income_euros: int, euros: int) -> None:
    facts = replace(SINGLE, income=income_euros * 100, rent=90_000)
    assert per_month(facts, IN_2025) // 100 == euros


@pytest.mark.parametrize(
    ("rent", "income_euros", "euros"),
    [
        # boggouda.nl, 2024: two persons of 67 or older; made before the extra reduction of April
        *((87_966, 29_293, 485), (87_966, 29_775, 476), (87_966, 30_775, 457)),
        *((87_966, 35_775, 352), (87_966, 39_775, 254), (87_966, 43_775, 171)),
        *((87_966, 48_775, 79), (87_966, 53_775, 10), (67_966, 35_775, 272), (67_966, 43_775, 91)),
        *((57_966, 34_775, 237), (57_966, 42_775, 51), (47_966, 36_775, 126)),
        *((37_900, 31_775, 144), (27_900, 32_775, 23), (20_000, 29_293, 11)),
    ],
)
def test_the_table_published_for_pensioners_in_2024_comes_out(
    rent: int, income_euros: int, euros: int
) -> None:
    found = per_month(replace(PENSIONERS, income=income_euros * 100, rent=rent), IN_2024)
    # whole euros in the table; of the extra reduction 40% to 100% is borne, by the band
    assert euros * 100 + EXTRA_IN_APRIL_2024 * 40 // 100 <= found
    assert found < (euros + 1) * 100 + EXTRA_IN_APRIL_2024


@pytest.mark.parametrize(
    ("facts", "on", "published"),
    [
        # Besluit and Wet verlaging eigen bijdrage huurtoeslag, as published for the year
        (SINGLE, IN_2025, 19905),
        (COUPLE, IN_2025, 19724),
        (SINGLE, IN_2026, 20252),
        (COUPLE, IN_2026, 20071),
        # 226,67 - 37,72, and 1,82 or 3,63 less for the elderly
        (SINGLE, IN_2024, 18895),
        (COUPLE, IN_2024, 18895),
        (replace(SINGLE, pensioner_on_1_january=True), IN_2024, 18713),
        (PENSIONERS, IN_2024, 18532),
    ],
)
def test_at_a_low_income_the_basic_rent_is_the_least(
    facts: HuurtoeslagFacts, on: dt.date, published: int
) -> None:
    assert basic_rent(facts, on) == published


@pytest.mark.parametrize(("suffix", "facts"), [("1p", SINGLE), ("mp", COUPLE)])
@pytest.mark.parametrize("on", [IN_2025, IN_2026])
def test_the_least_basic_rent_is_the_parameter_that_other_rules_take(
    suffix: str, facts: HuurtoeslagFacts, on: dt.date
) -> None:
    assert basic_rent(facts, on) == value_on(parameter(f"ht_basishuur_{suffix}"), on)


@pytest.mark.parametrize(
    ("facts", "on", "norm_rent", "reduction"),
    [
        # Wht 18: the norm rent at the reference income point
        (replace(SINGLE, income=3_262_500), IN_2025, 48378 - 227, 3714),
        (replace(COUPLE, income=4_247_500), IN_2025, 48378 - 454, 3714),
        (replace(SINGLE, income=3_055_000), IN_2024, 46074 - 182, 3772),
        (replace(COUPLE, income=3_970_000), IN_2024, 46074 - 363, 3772),
        (
            replace(SINGLE, income=3_057_500, pensioner_on_1_january=True),
            IN_2024,
            46074 - 227,
            3772,
        ),
        (replace(PENSIONERS, income=3_987_500), IN_2024, 46074 - 454, 3772),
    ],
)
def test_at_the_reference_income_the_norm_rent_is_that_of_the_law(
    facts: HuurtoeslagFacts, on: dt.date, norm_rent: int, reduction: int
) -> None:
    # rounded up to the cent (Wht 19 lid 3), from factors of twelve decimals
    assert 0 <= basic_rent(facts, on) - (norm_rent - reduction) <= 1


@pytest.mark.parametrize(
    ("facts", "cents"),
    [
        # CONFLICTS.md: 426,85 at a rent of 700: 295,68 + 65% of 201,80
        (SINGLE, 42685),
        # 2026 at the limit: 295,68 + 65% of 214,82 + 40% of 219,91
        (replace(SINGLE, rent=93_293), 52328),
        (replace(SINGLE, rent=150_000), 52328),
        # several: 297,49 + 65% of 214,82 + 40% of 219,91; with three 65% of 265,94 + 40% of 168,79
        (replace(COUPLE, rent=93_293), 52509),
        (replace(COUPLE, rent=93_293, residents=(CHILD,)), 53787),
        # 27% of 30.000 - 23.425 and 22% of 40.000 - 31.500, by twelve
        (replace(SINGLE, income=3_000_000), 42685 - 14794),
        (replace(COUPLE, income=4_000_000), 42866 - 15583),
        # service costs do not count any more
        (replace(SINGLE, services_cleaning=1_200), 42685),
    ],
)
def test_from_2026_it_is_the_rent_above_the_basic_rent_less_a_share_of_income(
    facts: HuurtoeslagFacts, cents: int
) -> None:
    assert per_month(facts, IN_2026) == cents


def test_until_2026_service_costs_count_each_up_to_twelve_euros() -> None:
    # 700 + 12 + 5: 278,15 + 65% of 205,76 + 40% of 34,04
    facts = replace(SINGLE, services_cleaning=5_000, services_caretaker=500)
    assert per_month(facts, IN_2025) == 27815 + 13374 + 1362


def test_in_2024_only_some_get_something_above_the_capping_limit() -> None:
    # 454,47 - 188,95 + 65% of 195,96 = 392,89, and 40% of 49,57 = 19,83 above it
    assert per_month(COUPLE, IN_2024) == 39289
    assert per_month(SINGLE, IN_2024) == 41272
    assert per_month(replace(COUPLE, dwelling_adapted=True), IN_2024) == 41272
    assert per_month(replace(COUPLE, pensioner_now=True), IN_2024) == 41272


@pytest.mark.parametrize(
    ("facts", "on"),
    [
        (replace(SINGLE, tenant=False), IN_2026),
        (replace(SINGLE, self_contained=False, designated=False), IN_2026),
        (replace(SINGLE, all_registered=False), IN_2026),
        (replace(SINGLE, others_registered=True), IN_2026),
        (replace(SINGLE, lawful_residence=False), IN_2026),
        (replace(COUPLE, partner_lawful_residence=False), IN_2026),
        (replace(SINGLE, residents=(replace(LODGER, lawful_residence=False),)), IN_2026),
        (replace(SINGLE, assets=3_847_901), IN_2026),
        (replace(SINGLE, assets=3_695_201), IN_2024),
        (replace(COUPLE, assets=5_000_000, partner_assets=2_695_801), IN_2026),
        (replace(SINGLE, residents=(replace(LODGER, assets=3_847_901),)), IN_2026),
        (replace(SINGLE, rent=20_252), IN_2026),
        (replace(SINGLE, income=6_000_000), IN_2026),
        (replace(SINGLE, rent=90_008, rent_limit_exception=False), IN_2025),
        (replace(YOUNG, rent_limit_exception=False), IN_2025),
        # refused whatever the income is
        (replace(SINGLE, tenant=False, income=UNKNOWN), IN_2026),
    ],
)
def test_it_is_refused(facts: HuurtoeslagFacts, on: dt.date) -> None:
    assert determined(REGULATION, facts, on).outcome is Outcome.REFUSED


def test_a_rent_above_the_limit_was_a_bar_until_2026_and_is_none_since() -> None:
    dear = replace(SINGLE, rent=93_300, rent_limit_exception=False)
    assert per_month(dear, LAST_OLD) == 0
    assert per_month(dear, FIRST_NEW) > 0
    # with an exception nothing is granted for what lies above (Wht 13 lid 3, until 2026)
    excepted = replace(dear, rent_limit_exception=True)
    assert per_month(excepted, LAST_OLD) == per_month(replace(dear, rent=90_007), LAST_OLD)


def test_the_assets_count_together_only_with_a_partner_of_all_the_year() -> None:
    rich_partner = replace(COUPLE, partner_assets=7_695_900)
    assert per_month(rich_partner, IN_2026) == 0
    assert per_month(replace(rich_partner, partner_all_year=False), IN_2026) > 0


def test_the_assets_of_a_resident_of_part_of_the_year_do_not_count() -> None:
    rich = replace(LODGER, assets=3_847_901)
    assert per_month(replace(SINGLE, residents=(rich,)), IN_2026) == 0
    assert per_month(replace(SINGLE, residents=(replace(rich, all_year=False),)), IN_2026) > 0


@pytest.mark.parametrize(
    ("born", "on", "granted"),
    [
        # eighteen on the second of June: from July on; on the first: from June on (Awir 5)
        (dt.date(2008, 6, 2), dt.date(2026, 6, 30), False),
        (dt.date(2008, 6, 2), dt.date(2026, 7, 1), True),
        (dt.date(2008, 6, 1), dt.date(2026, 6, 1), True),
        # born on 29 February: eighteen on 1 March 2026
        (dt.date(2008, 2, 29), dt.date(2026, 2, 28), False),
        (dt.date(2008, 2, 29), dt.date(2026, 3, 1), True),
    ],
)
def test_it_is_for_adults_from_the_first_of_the_month(
    born: dt.date, on: dt.date, granted: bool
) -> None:
    facts = replace(YOUNG, born=born, minor_equal_to_adult=False)
    assert (per_month(facts, on) > 0) is granted


def test_a_minor_with_a_child_or_without_parents_is_as_an_adult() -> None:
    minor = replace(YOUNG, born=dt.date(2010, 1, 1))
    assert per_month(replace(minor, minor_equal_to_adult=True), IN_2026) > 0
    assert per_month(replace(minor, minor_equal_to_adult=False), IN_2026) == 0


def test_the_young_get_nothing_for_rent_above_their_own_limit() -> None:
    # 2026: 498,20 - 202,52
    young = replace(YOUNG, born=dt.date(2006, 6, 15))
    assert per_month(young, IN_2026) == 29568
    for grown in (
        replace(young, born=dt.date(2005, 5, 1)),
        replace(young, disabled=True),
        replace(young, residents=(CHILD,)),
        replace(young, residents=(LODGER,)),
    ):
        assert per_month(grown, IN_2026) > 29568


def test_the_age_for_the_full_limit_went_from_23_to_21() -> None:
    aged_22 = replace(YOUNG, born=dt.date(2003, 6, 15), rent_limit_exception=False)
    assert per_month(aged_22, LAST_OLD) == 0
    assert per_month(aged_22, FIRST_NEW) > 29568


def test_a_child_under_23_counts_only_for_income_above_what_is_exempt() -> None:
    earning = replace(CHILD, born=dt.date(2003, 1, 2), income=1_621_800)
    family = replace(SINGLE, income=3_150_000, residents=(earning,))
    # 10.000 above 6.218 counts: 22% of it, by twelve
    without_income = replace(family, residents=(replace(earning, income=0),))
    lower = per_month(without_income, IN_2026) - per_month(family, IN_2026)
    assert lower == 18333
    # 23 on 1 January: all of it counts
    older = replace(family, residents=(replace(earning, born=dt.date(2003, 1, 1)),))
    assert per_month(family, IN_2026) - per_month(older, IN_2026) == 11400
    # a lodger's income counts wholly
    lodger = replace(family, residents=(replace(earning, descendant=False),))
    assert per_month(lodger, IN_2026) == per_month(older, IN_2026)


@pytest.mark.parametrize(
    ("name", "on"),
    [
        *((name, IN_2026) for name in ("born", "tenant", "self_contained", "all_registered")),
        *((name, IN_2026) for name in ("others_registered", "lawful_residence", "rent")),
        *((name, IN_2026) for name in ("income", "assets", "has_partner", "residents")),
        *((name, IN_2026) for name in ("partner_all_year", "partner_lawful_residence")),
        *((name, IN_2026) for name in ("partner_income", "partner_assets")),
        *((name, IN_2025) for name in ("services_cleaning", "services_caretaker", "income")),
        *((name, IN_2025) for name in ("services_shared_energy", "services_common_rooms")),
        *((name, IN_2024) for name in ("pensioner_on_1_january", "pensioner_now")),
        ("dwelling_adapted", IN_2024),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str, on: dt.date) -> None:
    _assert_missing(determined(REGULATION, without(COUPLE, name), on), name)


@pytest.mark.parametrize(
    ("name", "resident"),
    [
        ("born", CHILD),
        ("lawful_residence", LODGER),
        ("income", LODGER),
        ("assets", LODGER),
        ("descendant", replace(LODGER, born=dt.date(2004, 1, 1))),
        ("fostered", replace(LODGER, born=dt.date(2004, 1, 1))),
        ("all_year", replace(LODGER, assets=3_847_901)),
    ],
)
def test_a_missing_fact_of_a_resident_is_named(name: str, resident: Resident) -> None:
    unknown = {name: UNKNOWN}
    facts = replace(SINGLE, residents=(CHILD, replace(resident, **unknown)))
    _assert_missing(determined(REGULATION, facts, IN_2026), f"residents[1].{name}")


def test_a_fact_that_cannot_matter_is_not_missed() -> None:
    # no child of the household: the age matters not; not all year: nor do the assets
    some = replace(LODGER, born=UNKNOWN, assets=UNKNOWN, all_year=False)
    assert per_month(replace(SINGLE, residents=(some,)), IN_2026) > 0
    # a rent below any limit: nobody's age or handicap matters
    cheap = replace(SINGLE, rent=40_000, residents=(CHILD,), disabled=UNKNOWN)
    assert per_month(cheap, IN_2026) > 0


def test_what_is_asked_only_when_it_matters_is_named_then() -> None:
    dear = replace(SINGLE, rent=95_000)
    _assert_missing(determined(REGULATION, dear, IN_2025), "rent_limit_exception")
    _assert_missing(determined(REGULATION, without(YOUNG, "disabled"), IN_2025), "disabled")
    shared = replace(SINGLE, self_contained=False)
    _assert_missing(determined(REGULATION, shared, IN_2026), "designated")
    minor = replace(SINGLE, born=dt.date(2010, 1, 1))
    _assert_missing(determined(REGULATION, minor, IN_2026), "minor_equal_to_adult")


def _assert_missing(found: Determination, name: str) -> None:
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_a_year_whose_amounts_are_not_known_is_said_to_be_so() -> None:
    for on, what in (
        (dt.date(2023, 12, 31), MissingKind.LAW),
        (dt.date(2027, 1, 1), MissingKind.PARAMETER),
    ):
        found = determined(REGULATION, SINGLE, on)
        assert found.outcome is Outcome.UNDETERMINED
        assert what in {missing.kind for missing in found.missing}


def test_the_factors_of_2024_are_said_to_be_unverified() -> None:
    found = determined(REGULATION, replace(SINGLE, income=2_500_000), IN_2024)
    assert {taken.parameter.id for taken in found.unverified} == {
        "ht_factor_a_1p",
        "ht_factor_b_1p",
    }


def test_a_wrong_registration_is_refused_with_the_room_that_the_law_leaves() -> None:
    found = determined(REGULATION, replace(SINGLE, all_registered=False), IN_2026)
    assert "Wht 9 lid 2" in {str(article) for article in found.articles}


households = st.builds(
    lambda facts, residents: replace(facts, residents=residents),
    st.sampled_from([SINGLE, COUPLE]),
    st.lists(st.sampled_from([CHILD, LODGER]), max_size=4).map(tuple),
)


@given(households, st.integers(0, 6_000_000), st.integers(0, 100_000), EVERY_YEAR)
def test_more_income_never_gives_more_and_a_cent_never_makes_a_jump(
    household: HuurtoeslagFacts, income: int, more: int, on: dt.date
) -> None:
    first = per_month(replace(household, income=income), on)
    second = per_month(replace(household, income=income + more), on)
    # at the minimum income point the rounded factors may give a cent less (Wht 19 lid 2-3)
    assert 0 <= second <= first + 1
    assert first - second <= more * 5 // 100 + 3


@given(households, st.integers(0, 87_966), st.integers(0, 5_000), EVERY_YEAR)
def test_more_rent_never_gives_less_and_never_more_than_the_rent_itself(
    household: HuurtoeslagFacts, rent: int, more: int, on: dt.date
) -> None:
    first = per_month(replace(household, rent=rent), on)
    second = per_month(replace(household, rent=min(rent + more, 87_966)), on)
    assert first <= second + 1 <= first + more + 2
    assert first < max(rent, 1)


@given(st.integers(0, 5_000_000), st.integers(0, 5_000_000), EVERY_YEAR)
def test_whose_of_the_partners_the_income_is_makes_no_difference(
    one: int, other: int, on: dt.date
) -> None:
    first = replace(COUPLE, income=one, partner_income=other)
    second = replace(COUPLE, income=other, partner_income=one)
    assert per_month(first, on) == per_month(second, on)


@given(st.integers(0, 6_000_000), st.integers(20_000, 87_966), EVERY_YEAR)
def test_a_partner_without_income_never_lowers_it_from_2025(
    income: int, rent: int, on: dt.date
) -> None:
    if on.year == IN_2024.year:
        return
    single = replace(SINGLE, income=income, rent=rent)
    couple = replace(COUPLE, income=income, rent=rent)
    assert per_month(couple, on) >= per_month(single, on)


@given(households, st.sampled_from([2024, 2025, 2026]), st.integers(0, 364))
def test_the_day_within_a_year_makes_no_difference(
    household: HuurtoeslagFacts, year: int, days: int
) -> None:
    first = dt.date(year, 1, 1)
    found = per_month(household, first + dt.timedelta(days=days))
    assert found == per_month(household, first)


def test_from_2026_the_income_of_who_was_fostered_is_exempt_as_that_of_a_child() -> None:
    # Awir 7 lid 6, as it reads from 1 January 2026
    grown = replace(CHILD, born=dt.date(2004, 1, 2), income=600_000)
    fostered = replace(grown, descendant=False, fostered=True)
    family = replace(SINGLE, income=3_150_000)

    def month(resident: Resident, on: dt.date) -> int:
        return per_month(replace(family, residents=(resident,)), on)

    assert month(fostered, FIRST_NEW) == month(grown, FIRST_NEW)
    assert month(fostered, LAST_OLD) == month(replace(fostered, fostered=False), LAST_OLD)
    assert month(fostered, LAST_OLD) < month(grown, LAST_OLD)


def test_the_award_over_the_year_is_in_whole_euros_and_at_least_24() -> None:
    # Awir 14 lid 4-5
    found = determined(REGULATION, SINGLE, IN_2026)
    year = 12 * found.cents("per_month")
    assert abs(found.cents("award_per_year") - year) < 56
    assert found.cents("award_per_year") % 100 == 0
    small = determined(REGULATION, replace(SINGLE, rent=20_252 + 195), IN_2026)
    assert small.cents("per_month") == 195
    assert small.cents("award_per_year") == 0
    enough = determined(REGULATION, replace(SINGLE, rent=20_252 + 196), IN_2026)
    assert enough.cents("award_per_year") == 2_400


def test_own_assets_above_the_limit_for_partners_refuse_whatever_is_not_known() -> None:
    rich = replace(COUPLE, assets=7_695_801)
    for name in ("partner_assets", "partner_all_year"):
        assert determined(REGULATION, without(rich, name), IN_2026).outcome is Outcome.REFUSED
        within = without(replace(rich, assets=7_695_800), name)
        assert determined(REGULATION, within, IN_2026).outcome is Outcome.UNDETERMINED

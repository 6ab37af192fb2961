"""Golden values: the amounts of Pw 21 and 19 lid 2-3 worked by hand; days of Pw 41 and 44."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Act, Article, Outcome
from domain.legislation.regulations.gemeente._assistance import BijstandFacts
from domain.legislation.regulations.gemeente._means import Earner
from domain.legislation.regulations.gemeente.bijstand import REGULATION
from tests.support.law import determined, without

IN_2025, JULY_2026 = dt.date(2025, 8, 10), dt.date(2026, 7, 10)
GROWN, YOUNG, OLD = dt.date(1985, 3, 2), dt.date(2002, 3, 2), dt.date(1950, 3, 2)

SINGLE = BijstandFacts(
    born=GROWN,
    has_partner=False,
    has_children=False,
    co_residents=(),
    cares_elsewhere=False,
    in_institution=False,
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
    lawful_residence=True,
    lives_in_municipality=True,
    detained=False,
    abroad_too_long=False,
    otherwise_excluded=False,
    other_provision=False,
    reported=dt.date(2025, 6, 2),
    applied=dt.date(2025, 6, 2),
    right_arose=dt.date(2025, 6, 2),
)
YOUNGSTER = replace(
    SINGLE,
    born=YOUNG,
    excluded_by_education=False,
    refuses_duties=False,
    search_period_exempt=False,
    search_period_waived=False,
)


def test_it_makes_the_income_up_to_the_norm() -> None:
    # 1.419,46 - 400,00 = 1.019,46; 4,8% of it is kept back: 48,93 (19 lid 2-3)
    found = determined(REGULATION, replace(SINGLE, other_income=40000), JULY_2026)
    assert found.cents("with_holiday_allowance") == 101946
    assert found.cents("holiday_allowance") == 4893
    assert found.cents("per_month") == 97053
    assert found.result("from_day") == dt.date(2025, 6, 2)


def test_earnings_that_are_exempt_are_kept() -> None:
    earner = Earner(
        born=GROWN,
        earnings=80000,
        furthers_work=True,
        months_exempt=0,
        limited_hours=False,
        wage_subsidy_exempt=False,
    )
    # 1.419,46 - 75% of 800,00
    found = determined(REGULATION, replace(SINGLE, earners=(earner,)), JULY_2026)
    assert found.cents("with_holiday_allowance") == 81946


@pytest.mark.parametrize(
    "facts",
    [
        replace(SINGLE, other_income=141946),
        replace(SINGLE, assets=800100),
        replace(SINGLE, lawful_residence=False),
        replace(SINGLE, lives_in_municipality=False),
        replace(SINGLE, detained=True),
        replace(SINGLE, abroad_too_long=True),
        replace(SINGLE, otherwise_excluded=True),
        replace(SINGLE, other_provision=True),
        replace(SINGLE, born=OLD),  # AIO of the SVB (47a)
        replace(SINGLE, reported=dt.date(2026, 7, 11), right_arose=dt.date(2026, 7, 11)),
        replace(YOUNGSTER, excluded_by_education=True),
        replace(YOUNGSTER, refuses_duties=True),
        # refused whatever the rest is
        replace(BijstandFacts(), detained=True),
    ],
)
def test_it_is_refused(facts: BijstandFacts) -> None:
    assert determined(REGULATION, facts, JULY_2026).outcome is Outcome.REFUSED


def test_assets_at_the_limit_do_not_refuse_it() -> None:
    found = determined(REGULATION, replace(SINGLE, assets=800000), JULY_2026)
    assert found.outcome is Outcome.GRANTED


@pytest.mark.parametrize(
    "name",
    [
        *("born", "has_partner", "has_children", "co_residents", "in_institution"),
        *("lowering_by_college", "earners", "other_income", "gifts", "assets", "owns_home"),
        *("lawful_residence", "lives_in_municipality", "detained", "abroad_too_long"),
        *("otherwise_excluded", "other_provision", "reported", "applied", "right_arose"),
        *("excluded_by_education", "refuses_duties", "search_period_exempt"),
        "search_period_waived",
    ],
)
def test_a_missing_fact_is_named_and_never_counts(name: str) -> None:
    found = determined(REGULATION, without(YOUNGSTER, name), JULY_2026)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@pytest.mark.parametrize(
    ("facts", "on", "day"),
    [
        # the right arose after the report
        (replace(SINGLE, right_arose=dt.date(2025, 6, 9)), IN_2025, dt.date(2025, 6, 9)),
        # before it: not before the report, until 2026
        (replace(SINGLE, right_arose=dt.date(2025, 5, 1)), IN_2025, dt.date(2025, 6, 2)),
        # from 2026 up to three months before it, when circumstances require (44 lid 5)
        (
            replace(
                SINGLE,
                reported=dt.date(2026, 5, 31),
                applied=dt.date(2026, 5, 31),
                right_arose=dt.date(2026, 1, 10),
                earlier_start_needed=True,
            ),
            JULY_2026,
            dt.date(2026, 2, 28),
        ),
        (
            replace(
                SINGLE,
                reported=dt.date(2026, 5, 31),
                applied=dt.date(2026, 5, 31),
                right_arose=dt.date(2026, 5, 10),
                earlier_start_needed=True,
            ),
            JULY_2026,
            dt.date(2026, 5, 10),
        ),
        (
            replace(SINGLE, right_arose=dt.date(2025, 5, 1), earlier_start_needed=False),
            JULY_2026,
            dt.date(2025, 6, 2),
        ),
        # applied late by fault, and the college says so (44 lid 3)
        (
            replace(SINGLE, applied=dt.date(2025, 6, 20), starts_at_application=True),
            IN_2025,
            dt.date(2025, 6, 20),
        ),
        (
            replace(SINGLE, applied=dt.date(2025, 6, 20), starts_at_application=False),
            IN_2025,
            dt.date(2025, 6, 2),
        ),
    ],
)
def test_the_first_day(facts: BijstandFacts, on: dt.date, day: dt.date) -> None:
    assert determined(REGULATION, facts, on).result("from_day") == day


@pytest.mark.parametrize(
    ("facts", "on", "day"),
    [
        (YOUNGSTER, JULY_2026, dt.date(2025, 6, 30)),
        (replace(YOUNGSTER, search_period_waived=True), JULY_2026, dt.date(2025, 6, 2)),
        # no waiver before 2026 (41 lid 11)
        (replace(YOUNGSTER, search_period_waived=True), IN_2025, dt.date(2025, 6, 30)),
        (replace(YOUNGSTER, search_period_exempt=True), IN_2025, dt.date(2025, 6, 2)),
        (SINGLE, JULY_2026, dt.date(2025, 6, 2)),
        # a partner of 27 or older: no search period
        (
            replace(
                YOUNGSTER,
                has_partner=True,
                partner_born=GROWN,
                partner_has_right=True,
                partner_in_institution=False,
            ),
            JULY_2026,
            dt.date(2025, 6, 2),
        ),
    ],
)
def test_under_27_the_application_is_handled_four_weeks_after_the_report(
    facts: BijstandFacts, on: dt.date, day: dt.date
) -> None:
    assert determined(REGULATION, facts, on).result("handled_from") == day


def test_on_the_27th_birthday_there_is_no_search_period() -> None:
    facts = replace(YOUNGSTER, born=dt.date(1999, 7, 10))
    assert determined(REGULATION, facts, JULY_2026).result("handled_from") == dt.date(2025, 6, 2)


@given(st.integers(0, 200_000), st.integers(1, 10_000))
def test_a_cent_more_income_is_a_cent_less_assistance(income: int, more: int) -> None:
    def assistance(cents: int) -> int:
        found = determined(REGULATION, replace(SINGLE, other_income=cents), JULY_2026)
        granted = found.outcome is Outcome.GRANTED
        return found.cents("with_holiday_allowance") if granted else 0

    assert assistance(income + more) == max(assistance(income) - more, 0)


@given(
    st.sets(st.sampled_from([field.name for field in fields(SINGLE) if field.name != "sources"]))
)
def test_leaving_facts_out_never_grants_more(names: set[str]) -> None:
    found = determined(REGULATION, without(SINGLE, *names), JULY_2026)
    assert found.outcome is not Outcome.REFUSED
    if found.outcome is Outcome.GRANTED:
        assert found.cents("with_holiday_allowance") == 141946


def test_nothing_known_gives_nothing() -> None:
    found = determined(REGULATION, BijstandFacts(born=UNKNOWN), JULY_2026)
    assert found.outcome is Outcome.UNDETERMINED


@pytest.mark.parametrize(
    ("name", "article"),
    [("detained", "1 onder a"), ("abroad_too_long", "1 onder e"), ("otherwise_excluded", None)],
)
def test_each_exclusion_is_cited_by_its_own_place(name: str, article: str | None) -> None:
    """Pw 13 lid 1."""
    excluded: dict[str, Any] = {name: True}
    (line,) = determined(REGULATION, replace(SINGLE, **excluded), JULY_2026).refused_by
    assert line.by == Article(Act.PW, "13", article)


def test_every_article_that_it_stands_on_is_among_those_it_names() -> None:
    earner = Earner(born=GROWN, earnings=80_000, furthers_work=True, months_exempt=0)
    working = replace(SINGLE, earners=(earner,), other_income=10_000)
    found = determined(REGULATION, working, JULY_2026)
    named = {each.number for each in REGULATION.articles}
    of_parameters = {each.article.number for each in REGULATION.parameters}
    assert {each.number for each in found.articles} <= named | of_parameters
    assert {"13", "21", "22a", "24a", "31", "34", "40", "41", "44", "45", "47a"} <= named

"""Golden values: the premiums that Zorgverzekeringslijn (12 June 2024: 175.20 until July, 160.60
after) and taxlive.nl (172.70 in 2026) published; the days follow by hand from Zvw 18a-18d."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, MissingKind, Outcome, Period
from domain.legislation.parameters import parameter, value_on
from domain.legislation.regulations.cak._wanbetaler_facts import WanbetalersregimeFacts
from domain.legislation.regulations.cak._wanbetaler_stages import End, Return, Stage
from domain.legislation.regulations.cak.wanbetalersregime import REGULATION
from tests.support.law import determined, without

ON = dt.date(2026, 5, 12)

IN_ARREARS = WanbetalersregimeFacts(
    months_in_arrears=6,
    debt_disputed=False,
    stabilisation_agreement=False,
    arrangement_kept=False,
    address_matches=True,
    reported=False,
)
REPORTED = WanbetalersregimeFacts(
    reported=True,
    report_received_on=dt.date(2024, 3, 20),
    ended_by=End.NONE,
)
ENDED = replace(
    REPORTED,
    ended_by=End.STABILISATION,
    ended_on=dt.date(2026, 4, 30),
    returned_by=Return.NONE,
)


@pytest.mark.parametrize(
    ("months", "stage"),
    [
        (2, Stage.OFFER),  # 18a lid 1
        (3, Stage.ZORGTOESLAG_MAY_GO_TO_INSURER),  # 18aa lid 1
        (4, Stage.WARNED),  # 18b lid 1
        (5, Stage.WARNED),
        (6, Stage.REPORT_DUE),  # 18c lid 1: six or more
        (9, Stage.REPORT_DUE),
    ],
)
def test_the_unpaid_months_bring_the_stage(months: int, stage: Stage) -> None:
    found = determined(REGULATION, replace(IN_ARREARS, months_in_arrears=months), ON)
    assert found.result("stage") is stage
    assert found.amount is None


@pytest.mark.parametrize("months", [0, 1])
def test_below_two_months_there_is_no_regime(months: int) -> None:
    found = determined(REGULATION, replace(IN_ARREARS, months_in_arrears=months), ON)
    assert found.outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "facts",
    [
        replace(IN_ARREARS, debt_disputed=True),
        replace(IN_ARREARS, stabilisation_agreement=True),
        replace(IN_ARREARS, arrangement_kept=True),
        replace(IN_ARREARS, address_matches=False, address_differs_lawfully=False),
        # one bar is enough, whatever is not known beside it
        replace(IN_ARREARS, stabilisation_agreement=True, debt_disputed=UNKNOWN),
    ],
)
def test_a_bar_keeps_the_insurer_from_reporting(facts: WanbetalersregimeFacts) -> None:
    assert determined(REGULATION, facts, ON).result("stage") is Stage.REPORT_BARRED


def test_a_lawfully_different_address_bars_nothing() -> None:
    facts = replace(IN_ARREARS, address_matches=False, address_differs_lawfully=True)
    assert determined(REGULATION, facts, ON).result("stage") is Stage.REPORT_DUE


def test_the_next_stage_is_foretold_for_when_nothing_is_paid() -> None:
    found = determined(REGULATION, replace(IN_ARREARS, months_in_arrears=4), ON)
    assert found.result("next_stage_from") == dt.date(2026, 7, 1)


@pytest.mark.parametrize(
    ("on", "cents"),
    [
        (dt.date(2024, 4, 1), 17520),
        (dt.date(2024, 6, 30), 17520),
        (dt.date(2024, 7, 1), 16060),
        (dt.date(2024, 12, 31), 16060),
        (dt.date(2026, 1, 1), 17270),
    ],
)
def test_the_premium_is_the_published_one(on: dt.date, cents: int) -> None:
    found = determined(REGULATION, REPORTED, on)
    assert found.result("stage") is Stage.PREMIUM_TO_CAK
    assert found.cents("per_month") == cents
    assert found.result("premium_since") == dt.date(2024, 4, 1)


def test_the_amount_is_said_to_hold_for_its_month_alone() -> None:
    """The percentage fell on 1 July 2024 and the average premium changes each year."""
    found = determined(REGULATION, REPORTED, dt.date(2024, 6, 15))
    assert found.period == Period(dt.date(2024, 6, 1), dt.date(2024, 6, 30))


def test_the_premium_starts_on_the_first_of_the_month_after_the_report() -> None:
    found = determined(REGULATION, REPORTED, dt.date(2024, 3, 31))
    assert found.result("stage") is Stage.REPORTED
    assert found.result("next_stage_from") == dt.date(2024, 4, 1)


def test_on_a_day_before_the_report_it_is_not_yet_there() -> None:
    facts = replace(IN_ARREARS, reported=True, report_received_on=dt.date(2026, 5, 13))
    assert determined(REGULATION, facts, ON).result("stage") is Stage.REPORT_DUE


def test_the_average_premium_of_2025_is_said_to_be_missing() -> None:
    found = determined(REGULATION, REPORTED, dt.date(2025, 6, 1))
    assert found.outcome is Outcome.UNDETERMINED
    assert {(each.kind, each.name) for each in found.missing} == {
        (MissingKind.PARAMETER, "zvw_gemiddelde_premie")
    }


@pytest.mark.parametrize("end", [end for end in End if end is not End.NONE])
def test_each_end_counts_from_the_first_of_the_next_month(end: End) -> None:
    facts = replace(ENDED, ended_by=end)
    last_day = determined(REGULATION, facts, dt.date(2026, 4, 30))
    assert last_day.cents("per_month") == 17270
    assert last_day.result("premium_ends_on") == dt.date(2026, 4, 30)
    assert determined(REGULATION, facts, dt.date(2026, 5, 1)).outcome is Outcome.REFUSED


def test_who_withdraws_from_the_arrangement_owes_the_premium_again() -> None:
    facts = replace(ENDED, returned_by=Return.WITHDREW, returned_on=dt.date(2026, 6, 10))
    assert determined(REGULATION, facts, dt.date(2026, 6, 30)).outcome is Outcome.REFUSED
    again = determined(REGULATION, facts, dt.date(2026, 7, 1))
    assert again.cents("per_month") == 17270
    assert again.result("premium_since") == dt.date(2026, 7, 1)


def test_a_paid_debt_never_comes_back() -> None:
    facts = replace(
        ENDED,
        ended_by=End.DEBT_PAID,
        returned_by=Return.WITHDREW,
        returned_on=dt.date(2026, 6, 10),
    )
    assert determined(REGULATION, facts, dt.date(2026, 8, 1)).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *(
            (IN_ARREARS, name)
            for name in (
                "reported",
                "months_in_arrears",
                "debt_disputed",
                "stabilisation_agreement",
                "arrangement_kept",
                "address_matches",
            )
        ),
        (replace(IN_ARREARS, address_matches=False), "address_differs_lawfully"),
        (REPORTED, "report_received_on"),
        (REPORTED, "ended_by"),
        (ENDED, "ended_on"),
        (ENDED, "returned_by"),
        (replace(ENDED, returned_by=Return.WITHDREW), "returned_on"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: WanbetalersregimeFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_the_regime_is_not_known_before_2024() -> None:
    assert determined(REGULATION, IN_ARREARS, dt.date(2023, 12, 31)).outcome is (
        Outcome.UNDETERMINED
    )


@given(st.integers(0, 11), st.integers(0, 11))
def test_more_unpaid_months_never_bring_an_earlier_stage(one: int, other: int) -> None:
    order = list(Stage)

    def rank(months: int) -> int:
        found = determined(REGULATION, replace(IN_ARREARS, months_in_arrears=months), ON)
        if found.outcome is Outcome.REFUSED:
            return -1
        stage = found.result("stage")
        assert isinstance(stage, Stage)
        return order.index(stage)

    less, more = sorted((one, other))
    assert rank(less) <= rank(more)


@given(st.dates(dt.date(2024, 4, 1), dt.date(2024, 12, 31)))
def test_the_premium_changes_on_the_first_of_july_2024_alone(on: dt.date) -> None:
    expected = 17520 if on < dt.date(2024, 7, 1) else 16060
    assert determined(REGULATION, REPORTED, on).cents("per_month") == expected


@given(st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31)))
def test_the_ministerial_percentage_stays_within_the_law(on: dt.date) -> None:
    share, low, high = (
        value_on(parameter(f"zvw_bestuursrechtelijke_premie{end}"), on)
        for end in ("", "_minimum", "_maximum")
    )
    assert low <= share <= high

"""Sums by hand: Zvw 9b lid 2 over the published standard premiums (1987, 2112 and 2119 euros a
year) gives 496.75, 528.00 and 529.75; the days follow from Zvw 9a-9d and Atw 1."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.calendar import add_months
from domain.legislation.determination import Outcome, Period
from domain.legislation.regulations.cak._uninsured_steps import Letter, Stage
from domain.legislation.regulations.cak.onverzekerdenboete import (
    REGULATION,
    OnverzekerdenboeteFacts,
)
from tests.support.law import determined, without

SUMMONED = OnverzekerdenboeteFacts(
    must_be_insured=True,
    last_letter=Letter.SUMMONS,
    letter_sent_on=dt.date(2026, 1, 13),
    insured=False,
)
FINED = replace(SUMMONED, last_letter=Letter.FIRST_FINE)
INSURED_BY_CAK = OnverzekerdenboeteFacts(
    last_letter=Letter.INSURANCE,
    letter_sent_on=dt.date(2026, 1, 13),
    cak_insurance_from=dt.date(2026, 1, 20),
    born=dt.date(1990, 2, 28),
)


@pytest.mark.parametrize(
    ("letter", "on", "stage"),
    [
        (Letter.SUMMONS, dt.date(2026, 4, 13), Stage.SUMMONED),
        (Letter.SUMMONS, dt.date(2026, 4, 14), Stage.FIRST_FINE_DUE),
        (Letter.FIRST_FINE, dt.date(2026, 4, 13), Stage.FIRST_FINED),
        (Letter.FIRST_FINE, dt.date(2026, 4, 14), Stage.SECOND_FINE_DUE),
        (Letter.SECOND_FINE, dt.date(2026, 4, 13), Stage.SECOND_FINED),
        (Letter.SECOND_FINE, dt.date(2026, 4, 14), Stage.INSURANCE_BY_CAK_DUE),
    ],
)
def test_each_letter_gives_three_months(letter: Letter, on: dt.date, stage: Stage) -> None:
    assert determined(REGULATION, replace(SUMMONED, last_letter=letter), on).result("stage") is (
        stage
    )


def test_the_term_does_not_end_in_the_christmas_holidays() -> None:
    # sent on 25 September 2025: three months end on Christmas Day, a Thursday; 26 December is a
    # holiday and 27-28 the weekend, so the last day is Monday 29 December (Atw 1 lid 1)
    facts = replace(SUMMONED, letter_sent_on=dt.date(2025, 9, 25))
    found = determined(REGULATION, facts, dt.date(2025, 12, 29))
    assert found.result("insure_by") == dt.date(2025, 12, 29)
    assert determined(REGULATION, facts, dt.date(2025, 12, 30)).result("stage") is (
        Stage.FIRST_FINE_DUE
    )


@pytest.mark.parametrize(
    ("on", "cents"),
    [
        (dt.date(2024, 12, 31), 49675),
        (dt.date(2025, 1, 1), 52800),
        (dt.date(2026, 1, 1), 52975),
    ],
)
def test_the_fine_is_three_monthly_standard_premiums(on: dt.date, cents: int) -> None:
    facts = replace(SUMMONED, letter_sent_on=dt.date(2024, 2, 1))
    assert determined(REGULATION, facts, on).cents("fine") == cents


def test_an_imposed_fine_keeps_the_amount_of_its_day() -> None:
    facts = replace(FINED, letter_sent_on=dt.date(2025, 12, 1))
    assert determined(REGULATION, facts, dt.date(2026, 2, 1)).cents("fine") == 52800


def test_who_is_insured_in_time_gets_no_fine() -> None:
    facts = replace(SUMMONED, insured=True, insured_from=dt.date(2026, 4, 13))
    assert determined(REGULATION, facts, dt.date(2026, 6, 1)).outcome is Outcome.REFUSED
    late = replace(facts, insured_from=dt.date(2026, 4, 14))
    assert determined(REGULATION, late, dt.date(2026, 6, 1)).result("stage") is (
        Stage.FIRST_FINE_DUE
    )


def test_insurance_after_a_fine_stops_the_next_step_but_not_the_fine() -> None:
    facts = replace(FINED, insured=True, insured_from=dt.date(2026, 2, 1))
    found = determined(REGULATION, facts, dt.date(2026, 6, 1))
    assert found.result("stage") is Stage.INSURED_IN_TIME
    assert found.cents("fine") == 52975


@pytest.mark.parametrize(
    "facts",
    [
        replace(SUMMONED, must_be_insured=False),
        replace(without(SUMMONED, "letter_sent_on", "insured"), must_be_insured=False),
        replace(SUMMONED, last_letter=Letter.NONE),
    ],
)
def test_it_is_refused(facts: OnverzekerdenboeteFacts) -> None:
    assert determined(REGULATION, facts, dt.date(2026, 5, 1)).outcome is Outcome.REFUSED


def test_after_insurance_by_the_cak_the_premium_runs_twelve_months() -> None:
    # the average premium of 2026: 172.70 is 110% of it, so 157.00
    found = determined(REGULATION, INSURED_BY_CAK, dt.date(2026, 5, 1))
    assert found.cents("per_month") == 15700
    assert found.result("premium_ends_on") == dt.date(2027, 1, 19)
    assert found.period == Period(dt.date(2026, 5, 1), dt.date(2026, 5, 31))
    first = determined(REGULATION, INSURED_BY_CAK, dt.date(2026, 1, 25)).period
    assert first == Period(dt.date(2026, 1, 20), dt.date(2026, 1, 31))
    assert {taken.parameter.id for taken in found.unverified} == {"zvw_premie_ambtshalve_verzekerd"}


def test_the_premium_ends_after_twelve_months() -> None:
    facts = replace(INSURED_BY_CAK, cak_insurance_from=dt.date(2025, 6, 1))
    assert determined(REGULATION, facts, dt.date(2026, 5, 31)).outcome is Outcome.GRANTED
    assert determined(REGULATION, facts, dt.date(2026, 6, 1)).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("born", "from_day"),
    [
        (dt.date(2008, 4, 30), dt.date(2026, 5, 1)),
        (dt.date(2008, 2, 29), dt.date(2026, 4, 1)),  # 18 on 1 March 2026
    ],
)
def test_a_minor_owes_the_premium_from_the_month_after_eighteen(
    born: dt.date, from_day: dt.date
) -> None:
    facts = replace(INSURED_BY_CAK, born=born)
    day_before = from_day - dt.timedelta(days=1)
    assert determined(REGULATION, facts, day_before).outcome is Outcome.REFUSED
    assert determined(REGULATION, facts, from_day).outcome is Outcome.GRANTED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        (SUMMONED, "must_be_insured"),
        (SUMMONED, "last_letter"),
        (SUMMONED, "letter_sent_on"),
        (SUMMONED, "insured"),
        (replace(SUMMONED, insured=True), "insured_from"),
        (INSURED_BY_CAK, "cak_insurance_from"),
        (INSURED_BY_CAK, "born"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(
    facts: OnverzekerdenboeteFacts, name: str
) -> None:
    found = determined(REGULATION, without(facts, name), dt.date(2026, 3, 1))
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.dates(dt.date(2024, 1, 1), dt.date(2026, 6, 30)))
def test_nobody_has_less_than_three_months(sent: dt.date) -> None:
    found = determined(REGULATION, replace(SUMMONED, letter_sent_on=sent), sent)
    last = found.result("insure_by")
    assert isinstance(last, dt.date)
    assert last >= add_months(sent, 3)
    # Christmas 2024: two holidays, Friday 27 December on a par with them (Atw 3 lid 3), a weekend
    assert (last - add_months(sent, 3)).days <= 5

"""Golden values: six weeks on the calendar (Awb 6:7-6:9)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.every_body.bezwaartermijn import (
    REGULATION,
    BezwaartermijnFacts,
)
from tests.support.law import determined, without

ON = dt.date(2026, 11, 23)
LAST = dt.date(2026, 11, 9)
NO_OBJECTION = BezwaartermijnFacts(
    announced_on=dt.date(2026, 9, 28), tax_decision=False, objection_made=False
)
OBJECTION = replace(
    NO_OBJECTION, objection_made=True, received_on=LAST, sent_by_post=False, excusable=False
)
POSTED = replace(OBJECTION, received_on=dt.date(2026, 11, 16), sent_by_post=True, posted_on=LAST)


def test_it_runs_for_six_weeks_from_the_day_after() -> None:
    found = determined(REGULATION, NO_OBJECTION, ON)
    assert found.result("last_day") == LAST
    assert found.result("open") is False
    assert determined(REGULATION, NO_OBJECTION, LAST).result("open") is True


def test_for_taxes_it_runs_from_the_date_unless_it_was_announced_later() -> None:
    tax = replace(NO_OBJECTION, tax_decision=True, dated_on=dt.date(2026, 10, 16))
    assert determined(REGULATION, tax, ON).result("last_day") == dt.date(2026, 11, 27)
    earlier = replace(tax, dated_on=dt.date(2026, 9, 1))
    assert determined(REGULATION, earlier, ON).result("last_day") == LAST


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (OBJECTION, Outcome.GRANTED),
        (replace(OBJECTION, received_on=dt.date(2026, 11, 10)), Outcome.REFUSED),
        (replace(OBJECTION, received_on=dt.date(2027, 1, 4), excusable=True), Outcome.GRANTED),
        (POSTED, Outcome.GRANTED),
        (replace(POSTED, posted_on=dt.date(2026, 11, 10)), Outcome.REFUSED),
        (replace(POSTED, received_on=dt.date(2026, 11, 17)), Outcome.REFUSED),
        # in time: whether it was posted does not matter
        (replace(OBJECTION, sent_by_post=UNKNOWN, excusable=UNKNOWN), Outcome.GRANTED),
    ],
)
def test_an_objection_is_in_time_when_received_or_posted_in_it(
    facts: BezwaartermijnFacts, outcome: Outcome
) -> None:
    assert determined(REGULATION, facts, ON).outcome is outcome


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        (NO_OBJECTION, "announced_on"),
        (NO_OBJECTION, "tax_decision"),
        (NO_OBJECTION, "objection_made"),
        (OBJECTION, "received_on"),
        (replace(OBJECTION, received_on=dt.date(2026, 11, 10)), "sent_by_post"),
        (replace(OBJECTION, received_on=dt.date(2026, 11, 10)), "excusable"),
        (POSTED, "posted_on"),
        (replace(NO_OBJECTION, tax_decision=True, dated_on=LAST), "dated_on"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: BezwaartermijnFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}

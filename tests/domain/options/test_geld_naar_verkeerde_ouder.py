from __future__ import annotations

import datetime as dt

import pytest

from domain.conflicts import ConflictType
from tests.support.drafts import Draft, Json, draft
from tests.support.remedied import remedied

KIND = ConflictType.GELD_NAAR_VERKEERDE_OUDER


def _paid_to_the_father(**asked: object) -> Draft:
    """Child benefit goes to the husband, who lives elsewhere; the mother asked for it."""
    household = draft("J05")
    household.record("s-akw")["payee"] = {"member": "p2"}
    application: Json = {
        "record": "application",
        "id": "s-app",
        "persons": ["p1"],
        "scheme": "kinderbijslag",
        "received": "2026-10-01",
        "status": "open",
    }
    household.ledger("svb").append({**application, **asked})
    return household


@pytest.mark.parametrize(
    "asked", [{}, {"persons": ["k1"]}, {"status": "not_opened"}, {"decide_by": "2026-11-01"}]
)
def test_what_the_other_parent_asked_is_decided_on_soon(asked: dict[str, object]) -> None:
    answer = remedied(_paid_to_the_father(**asked), KIND)
    assert answer.acts == [("svb", "decide_earlier", "Awb 3:2", ("s-app",))]


def test_one_request_is_hurried_by_the_last_day_of_the_law_or_in_two_weeks() -> None:
    (decided,) = remedied(_paid_to_the_father(), KIND).measures
    assert decided.until == dt.date(2026, 12, 7)


@pytest.mark.parametrize(
    "asked",
    [
        {"persons": ["p2"]},
        {"scheme": "aow"},
        {"status": "decided"},
        {"status": "withdrawn"},
        {"expected_on": "2026-11-30"},
    ],
)
def test_another_request_or_one_that_is_about_to_be_decided_is_left(
    asked: dict[str, object],
) -> None:
    assert remedied(_paid_to_the_father(**asked), KIND).measures == ()


def test_a_request_to_another_body_is_another_matter() -> None:
    household = _paid_to_the_father()
    asked = household.record("s-app")
    household.remove("s-app")
    household.ledger("uwv").append(asked)
    assert remedied(household, KIND).measures == ()

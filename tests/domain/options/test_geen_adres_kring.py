from __future__ import annotations

import datetime as dt

import pytest

from domain.conflicts import ConflictType
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.GEEN_ADRES_KRING


def _asked(status: str = "open") -> Draft:
    """The postal address is not refused yet: the request is pending."""
    household = draft("J08")
    household.remove("g-postal-ref")
    household.ledger("gemeente").append(
        {
            "record": "application",
            "id": "g-postal-app",
            "department": "burgerzaken",
            "persons": ["p1"],
            "scheme": "postal_address_registration",
            "received": "2026-11-16",
            "status": status,
        }
    )
    return household


@pytest.mark.parametrize("status", ["open", "not_opened"])
def test_a_pending_request_is_decided_on_at_once(status: str) -> None:
    answer = remedied(_asked(status), KIND)
    assert answer.acts == [("gemeente", "decide_earlier", "Awb 3:2", ("g-postal-app",))]
    assert answer.measures[0].until == dt.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("act", "until"),
    [
        ("2026-11-23", dt.date(2026, 11, 26)),
        ("2026-11-24", dt.date(2026, 11, 26)),
        ("2026-11-25", dt.date(2026, 11, 24)),
        ("2026-11-26", dt.date(2026, 11, 25)),
        ("2026-11-30", dt.date(2026, 11, 26)),
    ],
)
def test_the_decision_comes_before_the_first_act_that_it_can_come_before(
    act: str, until: dt.date
) -> None:
    household = _asked()
    household.record("u-stop")["date"] = act
    (decided,) = remedied(household, KIND).measures
    assert decided.until == until


def test_after_a_refusal_no_measure_gives_an_address() -> None:
    assert remedied(draft("J08"), KIND).measures == ()

from __future__ import annotations

import datetime as dt

from domain.conflicts import ConflictType
from domain.records import Contribution, RecordRef, Recovery
from domain.vocabulary import RecoveryStatus
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.DUBBELE_HEFFING

REGIME_ENDS = ("cak", "end_regime", "Zvw 18d lid 2 c", ("c-premium", "c-redirect"))


def _double() -> Draft:
    """The cover of the insurer goes on while the CAK levies its premium."""
    household = draft("J01")
    del household.record("i-cover")["cover_until"]
    return household


def _by_treaty() -> Draft:
    """The SVB withholds a treaty contribution for the CAK, beside the premium of the insurer."""
    household = _double()
    household.record("c-premium")["scheme"] = "treaty_health_contribution"
    household.record("c-premium")["overpaid_cents"] = 52000
    household.remove("c-redirect")
    household.ledger("svb").append(
        {
            "record": "recovery",
            "id": "s-withheld",
            "persons": ["p1"],
            "for": "c-premium",
            "method": "source_withholding",
            "status": "running",
            "amount_monthly_cents": 4370,
            "from": "2026-09-01",
            "on_behalf_of": {"agency": "cak"},
        }
    )
    return household


def test_the_punitive_premium_ends_where_the_debt_is_stabilised() -> None:
    found = remedied(_double(), KIND)
    assert found.acts == [REGIME_ENDS]
    assert found.measures[0].until == dt.date(2027, 1, 1)


def test_the_insurer_asks_no_premium_while_the_cak_levies_one() -> None:
    household = _double()
    household.record("g-stabilise")["covers"] = ["t-kot"]
    found = remedied(household, KIND)
    (request,) = found.requests
    assert (request.party, request.kind.value, str(request.provision)) == (
        "insurer",
        "revise",
        "Zvw 16 lid 2 b",
    )
    assert request.from_date == dt.date(2026, 9, 1)
    cover = found.picture.get(RecordRef("i-cover")).record
    assert isinstance(cover, Contribution)
    assert cover.cover_until == dt.date(2026, 8, 31)
    assert found.measures == ()
    assert KIND not in found.after


def test_what_its_own_body_says_was_too_much_stops_and_so_does_who_collects_it() -> None:
    found = remedied(_by_treaty(), KIND)
    assert found.acts == [
        ("cak", "revise", "Zvw 69", ("c-premium",)),
        ("svb", "revise", "Awb 4:6", ("s-withheld",)),
    ]
    withheld = found.picture.get(RecordRef("s-withheld")).record
    assert isinstance(withheld, Recovery)
    assert withheld.status is RecoveryStatus.ENDED
    assert KIND not in found.after


def test_a_party_that_says_so_is_asked_to_stop() -> None:
    household = _by_treaty()
    del household.record("c-premium")["overpaid_cents"]
    household.record("i-cover")["overpaid_cents"] = 52000
    found = remedied(household, KIND)
    assert found.measures == ()
    assert [str(each.provision) for each in found.requests] == ["Vo 883/2004 11 lid 1"]
    assert KIND not in found.after


def test_while_neither_says_so_nobody_is_known_to_be_wrong() -> None:
    household = _by_treaty()
    del household.record("c-premium")["overpaid_cents"]
    found = remedied(household, KIND)
    assert (found.measures, found.requests) == ((), ())
    assert KIND in found.after

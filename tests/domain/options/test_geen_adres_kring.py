from __future__ import annotations

import datetime as dt

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import Entitlement, FactUsed, Ref, ThreatenedAct
from domain.vocabulary import EntitlementStatus, FactName
from tests.support.answered import answered
from tests.support.drafts import Draft, draft

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


REGISTERED = ("gemeente", "register_address", "Wet BRP 2.23", ("g-brp", "g-postal-ref"))
CALLED_OFF = [
    ("cak", "revise", "Awb 4:6", ("c-address", "c-insurance-end")),
    ("uwv", "revise", "Awb 4:6", ("u-address", "u-stop")),
]
GOES_ON = ("belastingdienst", "restore", "Awir 16", ("t-address", "t-zorg", "t-zorg-end"))
WAITS = ("uwv", "hold", "Awb 3:4", ("u-stop",))


def test_the_address_is_registered_and_all_that_rests_on_its_lack_ends() -> None:
    answer = answered(draft("J08"), KIND)
    assert answer.acts == sorted([REGISTERED, *CALLED_OFF, GOES_ON, WAITS])
    assert KIND not in answer.after
    entries = {
        fact.id: fact.value
        for _, fact in answer.picture.of(FactUsed)
        if fact.fact is FactName.REGISTERED_ADDRESS
    }
    assert set(entries.values()) == {Ref("a9")}
    assert not any(answer.picture.of(ThreatenedAct))
    right = answer.record("t-zorg")
    assert isinstance(right, Entitlement)
    assert (right.status, right.amount_monthly_cents) == (EntitlementStatus.IN_PAYMENT, 12900)


def test_the_address_alone_ends_the_circle_as_a_right() -> None:
    answer = answered(draft("J08"), KIND, lambda each: each.kind is MeasureKind.REGISTER_ADDRESS)
    assert answer.done_acts == [REGISTERED]
    assert answer.done[0].until == dt.date(2026, 11, 25)
    assert not answer.deviates
    assert KIND not in answer.after


def test_meanwhile_a_benefit_goes_on_until_a_decision_can_be_there() -> None:
    answer = answered(draft("J08"), KIND, lambda each: each.kind is MeasureKind.HOLD)
    (hold,) = answer.done
    assert (hold.deviates_from_law, hold.until) == (True, dt.date(2027, 1, 26))
    threat = answer.record("u-stop")
    assert isinstance(threat, ThreatenedAct)
    assert threat.date == dt.date(2027, 1, 26)


def _without_a_known_address() -> Draft:
    household = draft("J08")
    household.intake["addresses"] = [
        {"id": "a9", "kind": "shelter", "lines": "Stadhuisplein 1", "secret": False}
    ]
    household.record("t-zorg-end")["would_be"] = []
    return household


def test_an_address_that_nobody_knows_is_not_made_up() -> None:
    assert answered(_without_a_known_address(), KIND).acts == [WAITS]


@pytest.mark.parametrize("fact", ["registered_address", "postal_address"])
def test_an_address_that_papers_show_is_taken(fact: str) -> None:
    household = _without_a_known_address()
    shown = {
        "record": "fact_shown",
        "id": "x-address",
        "persons": ["p1"],
        "fact": fact,
        "value": {"ref": "a9"},
        "documents": ["verklaring"],
    }
    household.intake["evidence"].append(shown)
    answer = answered(household, KIND)
    assert REGISTERED in answer.done_acts
    assert KIND not in answer.after
    shown["until"] = "2026-11-22"
    assert answered(household, KIND).acts == [WAITS]


def test_a_secret_address_or_that_of_an_excluded_member_is_not_given_on() -> None:
    household = draft("J08")
    household.intake["addresses"][0]["secret"] = True
    assert answered(household, KIND).acts == [WAITS]


def test_of_two_addresses_for_letters_none_is_chosen() -> None:
    household = draft("J08")
    household.record("t-zorg-end")["would_be"] = []
    other = dict(household.intake["addresses"][0], id="a10")
    household.intake["addresses"].append(other)
    assert answered(household, KIND).acts == [WAITS]


@pytest.mark.parametrize("status", ["open", "not_opened"])
def test_a_pending_request_is_decided_on_at_once(status: str) -> None:
    answer = answered(_asked(status), KIND)
    assert ("gemeente", "decide_earlier", "Awb 3:2", ("g-postal-app",)) in answer.acts
    assert ("gemeente", "register_address", "Wet BRP 2.23", ("g-brp",)) in answer.acts
    assert KIND not in answer.after


def _decided(household: Draft) -> dt.date | None:
    kind = MeasureKind.DECIDE_EARLIER
    (decided,) = (each for each in answered(household, KIND).measures if each.kind is kind)
    return decided.until


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
    assert _decided(household) == until


def test_the_order_of_the_ledgers_does_not_matter() -> None:
    household = draft("J08")
    first = answered(household, KIND)
    for ledger in household.ledgers():
        ledger.reverse()
    again = answered(household, KIND)
    assert {each.ref for each in again.done} == {each.ref for each in first.done}
    assert {held.record.id: held.record for held in again.picture.held} == {
        held.record.id: held.record for held in first.picture.held
    }

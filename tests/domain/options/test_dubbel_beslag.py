from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
from domain.measures import Measure, MeasureKind
from domain.records import Recovery
from tests.support.answered import answered
from tests.support.drafts import Draft, draft

KIND = ConflictType.DUBBEL_BESLAG

TAX = ("belastingdienst", "hold", "IW 1990 25", ("b-ih", "b-wage"))
UWV = ("uwv", "hold", "Awb 4:94", ("x-owed", "x-wage"))
ROOM = 26351


def _two_agencies(first_day_of_uwv: str, cents: int = ROOM) -> Draft:
    """UWV attaches the wage as well, in the place of the bailiff."""
    household = draft("J02")
    household.remove("w-wage")
    owed = dict(household.record("w-premium"), id="x-owed", scheme="ww", kind="overpayment")
    wage = dict(household.record("b-wage"), id="x-wage", amount_monthly_cents=cents)
    del wage["department"]
    wage.update({"for": "x-owed", "from": first_day_of_uwv})
    household.ledger("uwv").extend((owed, wage))
    return household


def _two_bailiffs(owed_to_second: int) -> Draft:
    household = draft("J02")
    household.remove("b-wage")
    household.add_party("bailiff2", "bailiff")
    household.ledger("bailiff2").extend(
        (
            dict(household.record("w-premium"), id="v-owed", outstanding_cents=owed_to_second),
            dict(household.record("w-wage"), id="v-wage") | {"for": "v-owed"},
        )
    )
    return household


def _is_hold(measure: Measure) -> bool:
    return measure.kind is MeasureKind.HOLD


def _is_shared(measure: Measure) -> bool:
    return measure.kind is MeasureKind.COORDINATE


def test_the_bailiff_is_asked_to_take_no_more_than_the_rank_of_its_claim_leaves() -> None:
    found = answered(draft("J02"), KIND, lambda _: False)
    (asked,) = found.requests
    assert (asked.party, asked.kind, asked.on) == ("bailiff", MeasureKind.COORDINATE, ("w-wage",))
    assert (str(asked.provision), asked.amount_cents) == ("Rv 478", 0)
    assert KIND not in found.after


def test_or_the_agency_pauses_and_the_rest_fits_in_the_room() -> None:
    found = answered(draft("J02"), KIND, _is_hold)
    assert found.acts == [TAX]
    assert KIND not in found.after


def test_of_two_agencies_the_one_without_priority_takes_less_by_itself() -> None:
    found = answered(_two_agencies("2026-09-30"), KIND, _is_shared)
    (shared,) = found.done
    assert (shared.agency, shared.on, shared.amount_cents) == ("uwv", ("x-wage",), 0)
    assert not shared.deviates_from_law
    assert KIND not in found.after


def test_bailiffs_share_in_proportion_to_their_claims() -> None:
    household = _two_bailiffs(owed_to_second=0)
    first = household.record("w-premium")["outstanding_cents"]
    household.record("v-owed")["outstanding_cents"] = first
    found = answered(household, KIND)
    assert sorted(each.amount_cents or 0 for each in found.requests) == [ROOM // 2, ROOM // 2 + 1]
    assert found.measures == ()
    assert KIND not in found.after


def test_together_they_take_exactly_the_room() -> None:
    found = answered(_two_bailiffs(owed_to_second=123456), KIND)
    taken = [found.record("w-wage"), found.record("v-wage")]
    assert sum(each.amount_monthly_cents for each in taken if isinstance(each, Recovery)) == ROOM


def test_the_order_of_the_ledgers_does_not_matter() -> None:
    household, turned = _two_bailiffs(123456), _two_bailiffs(123456)
    turned.intake["parties"].reverse()
    turned.ledger("bailiff").reverse()
    one, other = answered(household, KIND), answered(turned, KIND)
    assert {each.ref: each for each in one.requests} == {each.ref: each for each in other.requests}


def test_without_any_room_nobody_takes_anything() -> None:
    household = _two_agencies("2026-10-02")
    for each in ("b-wage", "x-wage"):
        household.record(each)["protected_amount"]["applied_cents"] = 161200
    found = answered(household, KIND, _is_shared)
    assert [each.amount_cents for each in found.done] == [0, 0]
    assert KIND not in found.after


def test_a_claim_that_is_not_known_has_no_share_and_only_pauses_are_left() -> None:
    household = draft("J02")
    household.record("w-wage")["for"] = "b-assess"
    found = answered(household, KIND)
    assert (found.requests, found.acts) == ((), [TAX])


def test_of_two_agencies_only_the_one_that_came_last_pauses() -> None:
    later, earlier = _two_agencies("2026-10-02"), _two_agencies("2026-09-30")
    assert answered(later, KIND, _is_hold).done_acts == [UWV]
    assert answered(earlier, KIND, _is_hold).done_acts == [TAX]
    assert KIND not in answered(later, KIND, _is_hold).after


@pytest.mark.parametrize(("cents", "pauses"), [(ROOM - 1, TAX), (ROOM + 1, UWV)])
def test_of_one_day_the_one_that_takes_most_pauses(
    cents: int, pauses: tuple[str, str, str, tuple[str, ...]]
) -> None:
    assert answered(_two_agencies("2026-10-01", cents), KIND, _is_hold).done_acts == [pauses]


def test_as_many_pause_as_it_takes() -> None:
    household = _two_agencies("2026-10-02")
    third = dict(draft("J02").record("w-wage"), amount_monthly_cents=ROOM)
    household.ledger("bailiff").append(third)
    found = answered(household, KIND, _is_hold)
    assert found.done_acts == [TAX, UWV]
    assert KIND not in found.after

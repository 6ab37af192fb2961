from __future__ import annotations

from domain.conflicts import ConflictType
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.DUBBEL_BESLAG

TAX = ("belastingdienst", "hold", "IW 1990 25", ("b-ih", "b-wage"))
UWV = ("uwv", "hold", "Awb 4:94", ("x-owed", "x-wage"))


def _two_agencies(first_day_of_uwv: str, cents: int = 26351) -> Draft:
    """UWV attaches the wage as well, in the place of the bailiff."""
    household = draft("J02")
    household.remove("w-wage")
    owed = dict(household.record("w-premium"), id="x-owed", scheme="ww", kind="overpayment")
    wage = dict(household.record("b-wage"), id="x-wage", amount_monthly_cents=cents)
    del wage["department"]
    wage.update({"for": "x-owed", "from": first_day_of_uwv})
    household.ledger("uwv").extend((owed, wage))
    return household


def test_the_agency_pauses_and_the_rest_fits_in_the_room() -> None:
    found = remedied(draft("J02"), KIND)
    assert found.acts == [TAX]
    assert KIND not in found.after


def test_of_two_agencies_only_the_one_that_came_last_pauses() -> None:
    later, earlier = _two_agencies("2026-10-02"), _two_agencies("2026-09-30")
    assert remedied(later, KIND).acts == [UWV]
    assert remedied(earlier, KIND).acts == [TAX]
    assert KIND not in remedied(later, KIND).after


def test_of_one_day_the_one_that_takes_most_pauses() -> None:
    household = _two_agencies("2026-10-01", cents=26350)
    assert remedied(household, KIND).acts == [TAX]
    household.record("x-wage")["amount_monthly_cents"] = 26352
    assert remedied(household, KIND).acts == [UWV]


def test_as_many_pause_as_it_takes() -> None:
    household = _two_agencies("2026-10-02")
    third = dict(draft("J02").record("w-wage"), amount_monthly_cents=26351)
    household.ledger("bailiff").append(third)
    found = remedied(household, KIND)
    assert found.acts == [TAX, UWV]
    assert KIND not in found.after


def test_bailiffs_among_themselves_do_no_measures() -> None:
    household = draft("J02")
    household.remove("b-wage")
    household.add_party("bailiff2", "bailiff")
    household.ledger("bailiff2").extend(
        (
            dict(household.record("w-premium"), id="v-owed"),
            dict(household.record("w-wage"), id="v-wage") | {"for": "v-owed"},
        )
    )
    found = remedied(household, KIND)
    assert found.measures == ()

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import ConflictType, HarmUrgency
from domain.conflicts.catalogue import find_conflicts, told_to_household, told_to_liaison
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

KIND = ConflictType.DUBBELE_HEFFING


def _double() -> Draft:
    """The cover of the insurer goes on while the CAK levies its premium."""
    household = draft("J01")
    del household.record("i-cover")["cover_until"]
    return household


def _collected_by(holder: str, **changes: object) -> Draft:
    """Another agency withholds the premium of the CAK from what it pays."""
    household = _double()
    recovery = {
        "record": "recovery",
        "id": "x-withheld",
        "persons": ["p1"],
        "for": "c-premium",
        "method": "source_withholding",
        "status": "running",
        "amount_monthly_cents": 4370,
        "from": "2026-09-01",
        "on_behalf_of": {"agency": "cak"},
    }
    household.ledger(holder).append(recovery | changes)
    return household


def test_two_contributions_for_the_same_days_are_a_conflict() -> None:
    (found,) = _double().found(KIND)
    assert found.agencies == (Agency.CAK,)
    assert found.parties == ("insurer",)
    assert set(found.records) == {"i-cover", "c-premium"}
    assert found.urgency is HarmUrgency.HIGH


def test_periods_that_only_touch_are_no_conflict_and_one_common_day_is() -> None:
    household = draft("J01")
    assert household.found(KIND) == ()
    household.record("i-cover")["cover_until"] = "2026-09-01"
    assert len(household.found(KIND)) == 1


def test_the_order_of_the_periods_does_not_matter() -> None:
    household = draft("J01")
    household.record("c-premium").update({"cover_from": "2026-01-01", "cover_until": "2026-01-31"})
    assert household.found(KIND) == ()
    household.record("c-premium")["cover_until"] = "2026-02-01"
    assert len(household.found(KIND)) == 1


def test_another_cover_is_no_conflict() -> None:
    household = _double()
    household.record("c-premium")["cover"] = "social_support"
    assert household.found(KIND) == ()


def test_cover_of_another_person_is_no_conflict() -> None:
    household = _double()
    household.record("c-premium")["persons"] = ["k1"]
    assert household.found(KIND) == ()
    household.record("c-premium")["persons"] = ["k1", "p1"]
    assert len(household.found(KIND)) == 1


def test_two_contributions_of_one_body_are_no_conflict() -> None:
    household = _double()
    other = dict(household.record("i-cover"), id="c-cover")
    household.remove("i-cover")
    household.ledger("cak").append(other)
    assert household.found(KIND) == ()


def test_a_contribution_of_nothing_is_no_levy() -> None:
    household = _double()
    household.record("i-cover")["amount_monthly_cents"] = 0
    assert household.found(KIND) == ()


def test_who_collects_for_another_is_in_it() -> None:
    (found,) = _collected_by("svb").found(KIND)
    assert found.agencies == (Agency.CAK, Agency.SVB)
    assert "x-withheld" in found.records


@pytest.mark.parametrize("changes", [{"status": "ended"}, {"until": "2026-11-22"}])
def test_who_no_longer_collects_is_not_in_it(changes: dict[str, object]) -> None:
    (found,) = _collected_by("svb", **changes).found(KIND)
    assert found.agencies == (Agency.CAK,)


def test_who_collects_something_else_is_not_in_it() -> None:
    (found,) = _collected_by("svb", **{"for": "c-arrears"}).found(KIND)
    assert found.agencies == (Agency.CAK,)


def test_who_takes_for_itself_adds_no_body() -> None:
    household = _double()
    assert "on_behalf_of" not in household.record("c-redirect")
    (found,) = household.found(KIND)
    assert "c-redirect" not in found.records


def test_the_lower_of_the_two_is_the_harm_as_long_as_no_body_says_which_is_wrong() -> None:
    household = _double()
    (found,) = household.found(KIND)
    assert (found.monthly_harm_cents, found.one_off_harm_cents) == (15890, None)
    household.record("c-premium")["overpaid_cents"] = 51810
    (found,) = household.found(KIND)
    assert (found.monthly_harm_cents, found.one_off_harm_cents) == (17270, 51810)


def test_what_is_double_no_longer_costs_nothing_more_each_month() -> None:
    household = draft("J01")
    household.record("i-cover")["cover_until"] = "2026-10-31"
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents is None
    assert found.urgency is HarmUrgency.NORMAL


def test_more_contributions_of_the_same_bodies_are_one_conflict() -> None:
    household = _double()
    household.ledger("cak").append(dict(household.record("c-premium"), id="c-more"))
    (found,) = household.found(KIND)
    assert set(found.records) == {"i-cover", "c-premium", "c-more"}
    assert found.monthly_harm_cents == 15890


def test_a_third_body_makes_a_conflict_per_pair() -> None:
    household = _double()
    household.ledger("svb").append(dict(household.record("c-premium"), id="s-premium"))
    assert len(household.found(KIND)) == 3


@pytest.mark.parametrize("silent", [Agency.CAK, Agency.SVB])
def test_a_silent_agency_is_not_held_against_anyone(silent: Agency) -> None:
    whole = _collected_by("svb").picture()
    heard = tuple(each for each in whole.positions if each.agency is not silent)
    found = [each for each in find_conflicts(replace(whole, positions=heard)) if each.type is KIND]
    assert [each.agencies for each in found] == ([] if silent is Agency.CAK else [(Agency.CAK,)])


def test_it_is_told_with_both_amounts_and_the_common_days() -> None:
    household = _double()
    (found,) = household.found(KIND)
    precise = told_to_liaison(found, household.picture())
    assert "€ 172,70 en € 158,90" in precise.nl
    assert "from 1 September 2026" in precise.en
    assert "€ 158,90" in told_to_household(found, household.picture()).nl

from __future__ import annotations

from domain.conflicts import ConflictType
from tests.support.drafts import Draft, draft

KIND = ConflictType.WACHT_OP_ELKAAR


def _waits(household: Draft, record: str, **body: str) -> None:
    household.record(record)["waits_for"] = [{"body": body, "what": "een besluit"}]


def test_a_chain_without_a_cycle_is_no_conflict() -> None:
    household = draft("J01")
    del household.record("u-ww-letter")["waits_for"]
    assert household.found(KIND) == ()


def test_departments_of_one_municipality_that_wait_for_each_other_are_one_body() -> None:
    household = draft("J01")
    del household.record("u-ww-letter")["waits_for"]
    _waits(household, "g-bijstand-app", agency="gemeente", department="schuldhulpverlening")
    _waits(household, "g-debt-app", agency="gemeente", department="werk_en_inkomen")
    assert household.found(KIND) == ()


def test_a_cycle_of_three_is_found_whatever_the_departments() -> None:
    household = draft("J01")
    _waits(household, "g-bijstand-app", agency="uwv")
    _waits(household, "u-ww-letter", agency="svb")
    _waits(household, "s-akw", agency="gemeente", department="wmo")
    (found,) = household.found(KIND)
    assert [agency.value for agency in found.agencies] == ["gemeente", "svb", "uwv"]


def test_who_waits_for_a_cycle_from_outside_is_in_it() -> None:
    household = draft("J01")
    _waits(household, "l-hearing", agency="gemeente")
    _waits(household, "c-premium", agency="svb")
    (found,) = household.found(KIND)
    assert found.parties == ("landlord",)
    assert "cak" not in found.agencies


def test_whom_the_cycle_waits_for_is_not_in_it() -> None:
    household = draft("J01")
    household.record("u-ww-letter")["waits_for"].append({"body": {"agency": "svb"}, "what": "iets"})
    (found,) = household.found(KIND)
    assert "svb" not in found.agencies


def test_a_party_can_be_in_a_cycle() -> None:
    household = draft("J01")
    del household.record("u-ww-letter")["waits_for"]
    _waits(household, "g-bijstand-app", party="landlord")
    _waits(household, "l-rent", agency="gemeente")
    (found,) = household.found(KIND)
    assert (found.parties, len(found.bodies)) == (("landlord",), 2)


def test_two_cycles_are_two_conflicts() -> None:
    household = draft("J01")
    _waits(household, "s-akw", agency="cak")
    _waits(household, "c-premium", agency="svb")
    assert len(household.found(KIND)) == 2


def test_toeslagen_does_not_close_the_cycle_of_belastingen() -> None:
    household = draft("J01")
    del household.record("u-ww-letter")["waits_for"]
    _waits(household, "g-bijstand-app", agency="belastingdienst", department="belastingen")
    _waits(household, "t-huur", agency="gemeente")
    assert household.found(KIND) == ()
    _waits(household, "g-bijstand-app", agency="belastingdienst", department="toeslagen")
    assert len(household.found(KIND)) == 1


def test_the_record_meant_tells_which_department_is_waited_for() -> None:
    household = draft("J01")
    del household.record("u-ww-letter")["waits_for"]
    wait = {"body": {"agency": "belastingdienst"}, "record": "t-huur", "what": "een besluit"}
    household.record("g-bijstand-app")["waits_for"] = [wait]
    _waits(household, "t-zorg", agency="gemeente")
    (found,) = household.found(KIND)
    assert [department.value for department in found.departments] == ["toeslagen"]


def test_a_paid_advance_leaves_no_harm_in_euro() -> None:
    household = draft("J01")
    household.record("g-bijstand-app")["advance"]["paid"] = True
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents is None


def test_a_referral_is_no_waiting() -> None:
    assert draft("J04").found(KIND) == ()

from __future__ import annotations

import pytest

from domain.conflicts import ConflictType
from domain.conflicts.catalogue import told_to_household, told_to_liaison
from tests.support.drafts import Draft, draft

KIND = ConflictType.VERHOGING_STAPELT


def _parts(household: Draft) -> list[dict[str, object]]:
    parts: list[dict[str, object]] = household.record("j-fines")["components"]
    return parts


@pytest.mark.parametrize("kind", ["principal", "costs", "interest"])
def test_only_increases_count(kind: str) -> None:
    household = draft("J08")
    for part in _parts(household):
        part["kind"] = kind
    assert household.found(KIND) == ()


def test_only_the_increases_of_the_days_out_of_reach_are_harm() -> None:
    household = draft("J08")
    _parts(household)[1]["on"] = "2026-08-19"
    (found,) = household.found(KIND)
    assert found.one_off_harm_cents == 32800
    _parts(household)[1]["on"] = "2026-08-20"
    assert household.found(KIND)[0].one_off_harm_cents == 65600


def test_increases_after_the_last_day_out_of_reach_are_no_conflict() -> None:
    household = draft("J08")
    household.intake["evidence"][0]["until"] = "2026-09-13"
    assert household.found(KIND) == ()
    household.intake["evidence"][0]["until"] = "2026-09-14"
    assert household.found(KIND)[0].one_off_harm_cents == 32800


def test_an_increase_of_an_unknown_day_proves_nothing() -> None:
    household = draft("J08")
    for part in _parts(household):
        del part["on"]
    assert household.found(KIND) == ()


def test_an_increase_of_nothing_is_none() -> None:
    household = draft("J08")
    for part in _parts(household)[1:]:
        part["amount_cents"] = 0
    _parts(household)[0]["amount_cents"] = 131200
    assert household.found(KIND) == ()


def test_who_is_shown_to_be_reachable_got_the_letters() -> None:
    household = draft("J08")
    household.intake["evidence"][0]["value"]["flag"] = True
    assert household.found(KIND) == ()


def test_being_unable_to_act_is_another_fact() -> None:
    household = draft("J08")
    household.intake["evidence"][0].update({"fact": "unable_to_act", "value": {"flag": True}})
    assert household.found(KIND) == ()


def test_it_must_be_somebody_who_has_to_pay() -> None:
    household = draft("J08")
    member = dict(
        household.intake["members"][0], id="p2", bsn="999901072", role="other_adult", name="Iemand"
    )
    household.intake["members"].append(member)
    household.record("j-fines")["liable"] = ["p2"]
    assert household.found(KIND) == ()
    household.record("j-fines")["liable"] = ["p2", "p1"]
    assert len(household.found(KIND)) == 1


def test_an_increase_by_an_agency_counts_the_same() -> None:
    household = draft("J08")
    claim = dict(household.record("j-fines"), scheme="motor_vehicle_tax", department="belastingen")
    household.remove("j-fines")
    household.ledger("belastingdienst").append(claim)
    (found,) = household.found(KIND)
    assert [each.value for each in found.departments] == ["belastingen"]


def test_all_claims_of_one_body_are_one_conflict_and_another_body_is_another() -> None:
    household = draft("J08")
    household.ledger("cjib").append(dict(household.record("j-fines"), id="j-more"))
    (found,) = household.found(KIND)
    assert found.one_off_harm_cents == 2 * 65600
    household.ledger("lbio").append(dict(household.record("j-fines"), id="m-more"))
    assert len(household.found(KIND)) == 2


def test_only_the_proof_that_it_stands_on_is_named() -> None:
    household = draft("J08")
    earlier = dict(household.intake["evidence"][0], id="x-earlier", until="2026-01-31")
    earlier["from"] = "2026-01-01"
    household.intake["evidence"].append(earlier)
    (found,) = household.found(KIND)
    assert set(found.records) == {"j-fines", "x-unreachable"}


def test_it_is_told_with_days_and_amounts() -> None:
    household = draft("J08")
    (found,) = household.found(KIND)
    precise = told_to_liaison(found, household.picture())
    assert "€ 328,00 op 14 september 2026" in precise.nl
    assert "€ 328.00 on 26 October 2026" in precise.en
    assert "€ 656,00" in told_to_household(found, household.picture()).nl

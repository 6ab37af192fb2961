from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import ConflictType, HarmUrgency
from domain.conflicts.catalogue import find_conflicts, told_to_household, told_to_liaison
from domain.vocabulary import Agency
from tests.support.drafts import draft

KIND = ConflictType.BESCHERMING_HALVEERT


@pytest.mark.parametrize("ground", ["no_information_given", None])
def test_another_ground_is_no_conflict(ground: str | None) -> None:
    household = draft("J08")
    household.record("w-ww")["protected_amount"]["lowered_because"] = ground
    assert household.found(KIND) == ()


def test_an_attachment_that_keeps_the_protected_amount_is_no_conflict() -> None:
    household = draft("J08")
    household.record("w-ww")["protected_amount"]["applied_cents"] = 134849
    assert household.found(KIND) == ()
    household.record("w-ww")["protected_amount"]["applied_cents"] = 134848
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents == 1
    assert found.urgency is HarmUrgency.CRITICAL


def test_the_harm_is_never_more_than_is_taken() -> None:
    household = draft("J08")
    household.record("w-ww")["amount_monthly_cents"] = 20000
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents == 20000


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "ended"),
        ("until", "2026-11-22"),
        ("from", "2026-11-24"),
        ("method", "set_off"),
        ("method", "instalment"),
    ],
)
def test_only_an_attachment_that_runs_counts(field: str, value: str) -> None:
    household = draft("J08")
    household.record("w-ww")[field] = value
    assert household.found(KIND) == ()


def test_the_address_must_be_kept_and_not_only_used_by_another() -> None:
    household = draft("J08")
    household.record("g-brp")["keeper"] = False
    assert household.found(KIND) == ()


def test_an_address_of_somebody_else_is_another_fact() -> None:
    household = draft("J08")
    member = dict(
        household.intake["members"][0], id="p2", bsn="999901072", role="other_adult", name="Iemand"
    )
    household.intake["members"].append(member)
    household.record("g-brp")["persons"] = ["p2"]
    assert household.found(KIND) == ()


def test_a_postal_address_is_another_fact() -> None:
    household = draft("J08")
    household.record("g-brp")["fact"] = "postal_address"
    assert household.found(KIND) == ()


def test_a_party_keeps_no_register_of_addresses() -> None:
    household = draft("J08")
    kept = {key: value for key, value in household.record("g-brp").items() if key != "department"}
    household.remove("g-brp")
    household.ledger("lbio").append(kept)
    assert household.found(KIND) == ()


def test_who_attaches_and_keeps_the_address_itself_clashes_with_nobody() -> None:
    household = draft("J08")
    attachment = dict(household.record("w-ww"), department="werk_en_inkomen")
    household.remove("w-ww")
    household.ledger("gemeente").append(attachment)
    assert household.found(KIND) == ()


def test_two_attachments_of_one_body_are_one_conflict() -> None:
    household = draft("J08")
    household.ledger("bailiff").append(dict(household.record("w-ww"), id="w-more"))
    (found,) = household.found(KIND)
    assert found.monthly_harm_cents == 2 * 38529
    assert set(found.records) == {"w-ww", "w-more", "g-brp"}


def test_without_the_position_of_the_keeper_there_is_no_conflict() -> None:
    whole = draft("J08").picture()
    heard = tuple(each for each in whole.positions if each.agency is not Agency.GEMEENTE)
    found = find_conflicts(replace(whole, positions=heard))
    assert all(each.type is not KIND for each in found)


def test_it_is_told_with_the_applied_and_the_full_amount() -> None:
    household = draft("J08")
    (found,) = household.found(KIND)
    precise = told_to_liaison(found, household.picture())
    assert "€ 963,20" in precise.nl
    assert "€ 1,348.49" in precise.en
    assert "€ 385,29" in told_to_household(found, household.picture()).nl

"""C35: set-off and withholding go on while a moratorium is in force."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, find_collisions, told_to_household
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from tests.support.drafts import Draft, draft


def found(household: Draft) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C35]
    assert rule.find is not None
    return rule.find(household.picture())


def moratorium(law: str = "Wgs", article: str = "5") -> Draft:
    household = draft("J01")
    household.record("g-stabilise")["legal_basis"] = [{"law": law, "article": article}]
    return household


@pytest.mark.parametrize(("law", "article"), [("Wgs", "5"), ("Fw", "287"), ("Fw", "287b")])
def test_set_off_and_redirection_go_on(law: str, article: str) -> None:
    (collision,) = found(moratorium(law, article))
    assert collision.monthly_harm_cents == 36000 + 12900
    assert collision.harmed_by == ("c-redirect", "t-kot-setoff")
    agencies = [agency.value for agency in collision.agencies]
    assert agencies == ["belastingdienst", "cak", "gemeente"]


def test_it_is_the_same_harm_as_what_goes_on_during_a_pause() -> None:
    picture = moratorium().picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    with_it = {
        conflict.type
        for conflict in conflicts
        if CollisionCode.C35 in {each.code for each in faces.of_conflict.get(conflict.ref, ())}
    }
    # the stack holds both takings, the pause one of them
    assert with_it == {ConflictType.STAPELING_ONDER_MINIMUM}


def test_a_pause_that_the_municipality_only_asked_of_creditors_is_no_moratorium() -> None:
    assert found(draft("J01")) == ()


@pytest.mark.parametrize("changed", [{"status": "asked"}, {"until": "2026-11-22"}])
def test_it_must_be_in_force(changed: dict[str, str]) -> None:
    household = moratorium()
    household.record("g-stabilise")["from"] = "2026-11-01"
    household.record("g-stabilise").update(changed)
    assert found(household) == ()


def test_a_set_off_that_it_names_is_stopped() -> None:
    household = moratorium()
    household.record("g-stabilise")["stops"].append("set_off")
    (collision,) = found(household)
    assert collision.harmed_by == ("c-redirect",)


def test_what_it_does_not_cover_is_not_stopped_by_naming_set_off() -> None:
    household = moratorium()
    household.record("g-stabilise")["stops"].append("set_off")
    household.record("g-stabilise")["covers"].remove("t-kot")
    (collision,) = found(household)
    assert collision.harmed_by == ("c-redirect", "t-kot-setoff")


def test_without_set_off_or_withholding_nothing_goes_on() -> None:
    household = moratorium()
    for wanted in ("t-kot-setoff", "c-redirect"):
        household.record(wanted)["status"] = "ended"
    assert found(household) == ()


def test_an_attachment_is_recovery_from_goods() -> None:
    household = draft("J08")
    household.ledger("gemeente").append(
        {
            "record": "hold",
            "id": "g-hold",
            "persons": ["p1"],
            "legal_basis": [{"law": "Wgs", "article": "5"}],
            "covers": ["w-credit"],
            "stops": ["attachment"],
            "status": "in_force",
            "from": "2026-11-23",
        }
    )
    assert found(household) == ()


def test_of_a_silent_municipality_no_moratorium_is_known() -> None:
    picture = moratorium().picture()
    heard = tuple(each for each in picture.positions if each.agency.value != "gemeente")
    rule = RULES[CollisionCode.C35]
    assert rule.find is not None
    assert rule.find(replace(picture, positions=heard)) == ()


def test_it_is_told_in_plain_words() -> None:
    household = moratorium()
    (collision,) = found(household)
    assert "€ 489,00 per maand" in told_to_household(collision, household.picture()).nl

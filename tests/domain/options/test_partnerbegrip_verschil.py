from __future__ import annotations

import pytest

from domain.budget import budget_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.measures.carrying_out import carried_out
from domain.options.catalogue import measures_for
from domain.records import Ref
from tests.support.drafts import Draft, Json, draft
from tests.support.remedied import remedied

KIND = ConflictType.PARTNERBEGRIP_VERSCHIL

TAILORED = ("gemeente", "tailor", "Pw 18 lid 1", ("g-bijstand", "g-bijstand-set", "g-partner"))
REVISED = ("belastingdienst", "revise", "Awir 16 lid 5", ("t-kgb", "t-kgb-set", "t-partner"))


def _shown(partner: str | None) -> Json:
    return {
        "record": "fact_shown",
        "id": "x-partner",
        "persons": ["p1"],
        "fact": "partner",
        "value": {"ref": partner},
        "documents": ["akte"],
    }


def _divorced() -> Draft:
    household = draft("J05")
    household.intake["relations"][0]["status"] = "divorced"
    return household


def test_while_the_marriage_lasts_the_assistance_is_fitted_to_it() -> None:
    found = remedied(draft("J05"), KIND)
    assert found.acts == [TAILORED]
    (measure,) = found.measures
    assert measure.deviates_from_law
    assert (measure.amount_cents, measure.value) == (135133, Ref("p2"))
    assert KIND not in found.after


def test_with_the_exception_as_well_the_household_gets_both() -> None:
    picture = draft("J05").picture()
    wanted = {KIND, ConflictType.UITZONDERING_NIET_TOEGEPAST}
    conflicts = [each for each in find_conflicts(picture) if each.type in wanted]
    measures = measures_for(conflicts, picture)
    done = carried_out(measures, (), picture, picture.today)
    assert done.measures == measures
    gained = budget_of(done.after).income_cents - budget_of(picture).income_cents
    assert gained == 135133 - 96523 + 28467
    assert wanted.isdisjoint(each.type for each in find_conflicts(done.after))


def test_once_divorced_who_still_counts_the_former_spouse_revises() -> None:
    found = remedied(_divorced(), KIND)
    assert found.acts == [REVISED]
    (measure,) = found.measures
    assert not measure.deviates_from_law
    assert (measure.amount_cents, measure.value) == (98000, Ref(None))
    assert KIND not in found.after


def test_an_amount_that_the_body_did_not_state_is_left_to_be_calculated() -> None:
    household = _divorced()
    household.record("t-kgb-set")["would_be"] = []
    found = remedied(household, KIND)
    assert found.acts == [("belastingdienst", "correct", "AVG 16", ("t-partner",))]
    assert KIND not in found.after


@pytest.mark.parametrize("status", ["separated", "divorce_pending"])
def test_while_the_laws_differ_only_documents_tell(status: str) -> None:
    household = draft("J05")
    household.intake["relations"][0]["status"] = status
    assert remedied(household, KIND).measures == ()
    household.intake["evidence"].append(_shown(None))
    assert remedied(household, KIND).acts == [REVISED]


def test_documents_that_differ_tell_nothing() -> None:
    household = draft("J05")
    household.intake["evidence"].extend((_shown(None), dict(_shown("p2"), id="x-other")))
    assert remedied(household, KIND).measures == ()


def test_what_is_granted_on_a_value_is_not_taken_by_putting_it_right() -> None:
    household = draft("J05")
    household.record("g-bijstand-set").update(outcome="granted", would_be=[])
    assert remedied(household, KIND).measures == ()


def test_a_value_on_which_nothing_rests_is_put_right_alone() -> None:
    household = draft("J05")
    household.record("g-bijstand-set").update(rests_on=["g-spouse-right"])
    found = remedied(household, KIND)
    assert found.acts == [("gemeente", "correct", "AVG 16", ("g-partner",))]
    assert KIND not in found.after

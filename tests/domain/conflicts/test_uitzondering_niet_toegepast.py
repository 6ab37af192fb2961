from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.conflicts import Conflict, ConflictType, HarmUrgency
from domain.conflicts.catalogue import told_to_household, told_to_liaison
from domain.conflicts.uitzondering_niet_toegepast import DETECTOR
from domain.vocabulary import Agency
from tests.support.drafts import Draft, Json, draft

KIND = ConflictType.UITZONDERING_NIET_TOEGEPAST


def _found(household: Draft) -> tuple[Conflict, ...]:
    return household.found(KIND)


def _names(found: Conflict) -> list[str]:
    return [str(each) for each in found.provisions]


# -- the norm halved for a spouse without a right (Pw 24, 24a)


def test_the_increase_for_children_was_forgotten() -> None:
    (found,) = _found(draft("J05"))
    assert found.records == ("g-bijstand-set",)
    assert found.agencies == (Agency.GEMEENTE,)
    assert _names(found) == ["Pw 24", "Pw 24a"]


def test_the_harm_is_what_the_exception_adds() -> None:
    (found,) = _found(draft("J05"))
    # a twelfth of the supplement of Wkgb 2 lid 6 in 2026 (24a): 3,416 euros
    assert found.monthly_harm_cents == 28467
    assert found.urgency is HarmUrgency.HIGH


@pytest.mark.parametrize("paragraph", [None, "1"])
def test_an_exception_that_is_named_was_applied(paragraph: str | None) -> None:
    household = draft("J05")
    named = {"law": "Pw", "article": "24a"} | ({"paragraph": paragraph} if paragraph else {})
    household.record("g-bijstand-set")["legal_basis"].append(named)
    assert _found(household) == ()


def test_a_paragraph_of_the_rule_applies_the_rule() -> None:
    household = draft("J05")
    household.record("g-bijstand-set")["legal_basis"] = [
        {"law": "Pw", "article": "24", "paragraph": "a"}
    ]
    assert len(_found(household)) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"outcome": "granted"},
        {"legal_basis": [{"law": "Pw", "article": "35"}]},
        {"legal_basis": [{"law": "WW", "article": "24"}]},
    ],
)
def test_only_a_harmful_decision_on_the_rule_overlooks_it(change: dict[str, object]) -> None:
    household = draft("J05")
    household.record("g-bijstand-set").update(change)
    assert _found(household) == ()


@pytest.mark.parametrize("status", ["separated", "divorce_pending", "divorced"])
def test_who_is_no_longer_married_for_the_law_has_no_right_to_it(status: str) -> None:
    household = draft("J05")
    household.intake["relations"][0]["status"] = status
    assert _found(household) == ()


def test_without_a_child_at_home_there_is_no_right_to_it() -> None:
    household = draft("J05")
    for member in household.intake["members"][2:]:
        member["lives_at"] = "a2"
    assert _found(household) == ()


def test_a_child_that_is_of_age_is_not_dependent() -> None:
    household = draft("J05")
    for member in household.intake["members"][2:]:
        member["born"] = "2008-11-23"
    assert _found(household) == ()


def test_somebody_elses_child_gives_no_right_to_it() -> None:
    household = draft("J05")
    household.intake["relations"] = [
        *household.intake["relations"][:1],
        *({"kind": "parent", "a": "k1", "b": child} for child in ("k2", "k3")),
    ]
    household.intake["members"][2]["role"] = "other_adult"
    household.intake["members"][2]["born"] = "2000-01-01"
    assert _found(household) == ()


def test_a_child_without_stated_parents_is_the_applicants() -> None:
    household = draft("J05")
    household.intake["relations"] = household.intake["relations"][:1]
    assert len(_found(household)) == 1


def test_documents_that_show_a_right_of_the_spouse_end_the_ground() -> None:
    household = draft("J05")
    household.intake["evidence"].append(
        _shown("x-right", "p2", "spouse_without_right", {"flag": False})
    )
    assert _found(household) == ()


def test_documents_that_show_no_partner_end_the_ground() -> None:
    household = draft("J05")
    household.intake["evidence"].append(_shown("x-partner", "p1", "partner", {"ref": None}))
    assert _found(household) == ()


def _shared_norm() -> Draft:
    """The norm of somebody with cost-sharers and a detained husband: 24a raises that norm too."""
    household = draft("J05")
    household.record("g-bijstand-set").update(
        legal_basis=[{"law": "Pw", "article": "22a"}], reason="cost_sharers_counted", rests_on=[]
    )
    return household


def test_a_detained_spouse_has_no_right() -> None:
    assert len(_found(_shared_norm())) == 1


def test_not_knowing_whether_the_spouse_has_a_right_proves_nothing() -> None:
    household = _shared_norm()
    household.intake["addresses"][1]["kind"] = "home"
    assert _found(household) == ()


@pytest.mark.parametrize(("right", "conflicts"), [(True, 1), (False, 0)])
def test_what_the_decision_works_with_tells_whether_the_spouse_has_a_right(
    right: bool, conflicts: int
) -> None:
    household = _shared_norm()
    household.intake["addresses"][1]["kind"] = "home"
    household.record("g-spouse-right")["value"] = {"flag": right}
    household.record("g-bijstand-set")["rests_on"] = ["g-spouse-right"]
    assert len(_found(household)) == conflicts


def test_the_ground_of_the_decision_tells_it_too() -> None:
    household = _shared_norm()
    household.intake["addresses"][1]["kind"] = "home"
    household.record("g-bijstand-set")["reason"] = "spouse_without_right"
    assert len(_found(household)) == 1


def test_halving_the_norm_says_that_the_spouse_has_no_right() -> None:
    household = draft("J05")
    household.intake["addresses"][1]["kind"] = "home"
    household.record("g-bijstand-set").update(reason="conditions_met", rests_on=[])
    assert len(_found(household)) == 1


def test_before_the_law_knew_the_exception_nothing_was_overlooked() -> None:
    picture = draft("J05").picture()
    assert DETECTOR.find(replace(picture, today=dt.date(2025, 12, 31))) == ()


def test_an_unmarried_couple_needs_a_child_of_both() -> None:
    household = draft("J05")
    household.intake["relations"] = household.intake["relations"][1:]
    household.intake["members"][1]["lives_at"] = "a1"
    assert len(_found(household)) == 1
    household.intake["relations"] = household.intake["relations"][:3]
    assert _found(household) == ()


# -- the cost-sharers' norm of a carer (Pw 22a lid 4)


def _shown(ref: str, person: str, fact: str, value: Json, **more: object) -> Json:
    return {
        "record": "fact_shown",
        "id": ref,
        "persons": [person],
        "fact": fact,
        "value": value,
        "documents": ["verklaring"],
        **more,
    }


def _sharing(counted: int, *, born: str = "1950-01-01") -> Draft:
    """Somebody of whom so many persons in the home were counted as sharing the costs."""
    household = draft("J02")
    other = {**household.intake["members"][0], "id": "p2", "bsn": "999902192"}
    household.intake["members"].append({**other, "role": "other_adult", "born": born})
    household.ledger("gemeente").extend(
        [
            {
                "record": "fact_used",
                "id": "g-sharers",
                "persons": ["p1"],
                "fact": "cost_sharers",
                "value": {"count": counted},
                "origin": "own_investigation",
                "certainty": "established",
            },
            {
                "record": "determination_made",
                "id": "g-norm",
                "persons": ["p1"],
                "legal_basis": [{"law": "Pw", "article": "22a"}],
                "scheme": "bijstand",
                "made_on": "2026-06-01",
                "outcome": "granted_lower",
                "reason": "cost_sharers_counted",
                "amount_monthly_cents": 96523,
                "rests_on": ["g-sharers"],
                "would_be": [
                    {
                        "fact": "g-sharers",
                        "value": {"count": 1},
                        "amount_monthly_cents": 135133,
                    }
                ],
            },
        ]
    )
    return household


def _carer() -> Draft:
    household = _sharing(2)
    household.intake["evidence"] = [
        _shown("x-care", "p2", "needs_intensive_care", {"flag": True}),
        _shown("x-home", "p1", "keeps_own_home", {"flag": True}),
    ]
    return household


def test_a_carer_who_keeps_a_home_elsewhere_shares_no_costs() -> None:
    (found,) = _found(_carer())
    assert found.records == ("g-norm", "x-care", "x-home")
    assert _names(found) == ["Pw 22a", "Pw 22a lid 4"]
    assert found.monthly_harm_cents == 135133 - 96523


@pytest.mark.parametrize("missing", [0, 1])
def test_each_of_the_two_conditions_must_be_shown(missing: int) -> None:
    household = _carer()
    del household.intake["evidence"][missing]
    assert _found(household) == ()


@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize("change", [{"value": {"flag": False}}, {"until": "2026-11-22"}])
def test_what_does_not_hold_today_is_no_condition(at: int, change: dict[str, object]) -> None:
    household = _carer()
    household.intake["evidence"][at].update(change)
    assert _found(household) == ()


def test_ones_own_need_of_care_makes_nobody_a_carer() -> None:
    household = _carer()
    household.intake["evidence"][0]["persons"] = ["p1"]
    assert _found(household) == ()


def test_who_needs_care_somewhere_else_is_not_the_reason_to_live_here() -> None:
    household = _carer()
    household.intake["members"][1]["lives_at"] = None
    assert _found(household) == ()


def test_the_home_that_the_decision_itself_takes_counts_too() -> None:
    household = _carer()
    elsewhere = {**household.intake["addresses"][0], "id": "a7"}
    household.intake["addresses"].append(elsewhere)
    household.intake["members"][1]["lives_at"] = "a7"
    assert _found(household) == ()
    home = dict(household.record("g-sharers"), id="g-home", fact="main_residence")
    household.ledger("gemeente").append({**home, "value": {"ref": "a7"}})
    household.record("g-norm")["rests_on"].append("g-home")
    assert len(_found(household)) == 1


@pytest.mark.parametrize(("cited", "conflicts"), [("4", 0), ("1", 1), (None, 1)])
def test_within_one_article_only_the_paragraph_names_the_exception(
    cited: str | None, conflicts: int
) -> None:
    household = _carer()
    also = {"law": "Pw", "article": "22a"} | ({"paragraph": cited} if cited else {})
    household.record("g-norm")["legal_basis"] = [
        {"law": "Pw", "article": "22a", "paragraph": "1"},
        also,
    ]
    assert len(_found(household)) == conflicts


# -- who counts as sharing the costs (Pw 19a)


@pytest.mark.parametrize(("born", "conflicts"), [("1999-11-24", 1), ("1999-11-23", 0)])
def test_a_resident_under_27_was_counted(born: str, conflicts: int) -> None:
    assert len(_found(_sharing(2, born=born))) == conflicts


def test_a_young_resident_who_was_not_counted_harms_nobody() -> None:
    household = _sharing(2, born="2005-01-01")
    older = {**household.intake["members"][1], "id": "p3", "bsn": "999901990"}
    household.intake["members"].append({**older, "born": "1960-01-01"})
    assert _found(household) == ()
    household.record("g-sharers")["value"] = {"count": 3}
    assert len(_found(household)) == 1


def test_more_than_all_adults_who_live_there_says_somebody_is_not_known() -> None:
    assert _found(_sharing(3, born="2005-01-01")) == ()
    assert _found(_sharing(2, born="2009-01-01")) == ()


def test_a_resident_who_lives_elsewhere_was_not_the_one_counted() -> None:
    household = _sharing(2, born="2005-01-01")
    household.intake["members"][1]["lives_at"] = None
    assert _found(household) == ()


def test_without_a_number_at_least_one_was_counted() -> None:
    household = _sharing(2, born="2005-01-01")
    household.record("g-norm")["rests_on"] = []
    assert len(_found(household)) == 1
    household.record("g-norm")["reason"] = "conditions_not_met"
    assert _found(household) == ()


@pytest.mark.parametrize(
    ("born", "until", "conflicts"),
    [
        ("1998-01-01", "2027-08-31", 1),
        ("1998-01-01", "2026-11-22", 0),
        ("1996-11-23", "2027-08-31", 0),
    ],
)
def test_a_student_shares_no_costs(born: str, until: str, conflicts: int) -> None:
    household = _sharing(2, born=born)
    household.intake["evidence"] = [_shown("x-study", "p2", "enrolled_until", {"date": until})]
    assert len(_found(household)) == conflicts


@pytest.mark.parametrize("paragraph", [None, "1"])
def test_a_decision_that_names_19a_applied_it(paragraph: str | None) -> None:
    household = _sharing(2, born="2005-01-01")
    named = {"law": "Pw", "article": "19a"} | ({"paragraph": paragraph} if paragraph else {})
    household.record("g-norm")["legal_basis"].append(named)
    assert _found(household) == ()


def test_a_couple_counts_for_two() -> None:
    household = _sharing(2)
    household.intake["relations"] = [{"kind": "spouse", "a": "p1", "b": "p2", "status": "together"}]
    young = {**household.intake["members"][1], "id": "p3", "bsn": "999901990"}
    household.intake["members"].append({**young, "born": "2005-01-01"})
    assert _found(household) == ()
    household.record("g-sharers")["value"] = {"count": 3}
    assert len(_found(household)) == 1


def test_a_young_spouse_is_not_the_resident_who_was_counted_wrongly() -> None:
    household = _sharing(3, born="2005-01-01")
    household.intake["relations"] = [{"kind": "spouse", "a": "p1", "b": "p2", "status": "together"}]
    assert _found(household) == ()


def test_a_spouse_is_counted_by_right() -> None:
    household = _sharing(2, born="2005-01-01")
    household.intake["relations"] = [{"kind": "spouse", "a": "p1", "b": "p2", "status": "together"}]
    assert _found(household) == ()


# -- who is a partner (Pw 3)


def _counted_as_partner(article: str = "3", law: str = "Pw") -> Draft:
    household = _sharing(2)
    household.record("g-sharers").update(fact="partner", value={"ref": "p2"})
    household.record("g-norm").update(
        legal_basis=[{"law": law, "article": article}], reason="partner_counted", would_be=[]
    )
    return household


@pytest.mark.parametrize(("law", "article"), [("Pw", "3"), ("AOW", "1"), ("AOW", "9")])
@pytest.mark.parametrize(("parent", "child"), [("p2", "p1"), ("p1", "p2")])
def test_a_parent_or_child_is_no_partner(law: str, article: str, parent: str, child: str) -> None:
    household = _counted_as_partner(article, law)
    assert _found(household) == ()
    household.intake["relations"] = [{"kind": "parent", "a": parent, "b": child}]
    assert len(_found(household)) == 1


def test_living_together_for_care_makes_nobody_a_partner() -> None:
    household = _counted_as_partner()
    household.intake["evidence"] = [_shown("x-care", "p2", "needs_intensive_care", {"flag": True})]
    assert _found(household) == ()
    household.intake["evidence"].append(_shown("x-home", "p1", "keeps_own_home", {"flag": True}))
    (found,) = _found(household)
    assert found.records == ("g-norm", "x-care", "x-home")
    marriage = {"kind": "spouse", "a": "p2", "b": "p1", "status": "together"}
    household.intake["relations"] = [marriage]
    assert _found(household) == ()
    household.intake["relations"] = [{**marriage, "status": "divorced"}]
    assert len(_found(household)) == 1


# -- other rules


def test_a_pensioner_has_the_norm_for_pensioners() -> None:
    household = _sharing(2)
    household.record("g-norm").update(
        legal_basis=[{"law": "Pw", "article": "21"}], reason="conditions_not_met", rests_on=[]
    )
    assert _found(household) == ()
    household.intake["members"][0]["born"] = "1955-01-01"
    assert len(_found(household)) == 1


@pytest.mark.parametrize(("weeks", "conflicts"), [(13, 1), (14, 0)])
def test_a_pensioner_may_be_abroad_for_thirteen_weeks(weeks: int, conflicts: int) -> None:
    household = _sharing(2)
    household.intake["members"][0]["born"] = "1955-01-01"
    household.record("g-sharers").update(fact="weeks_abroad", value={"count": weeks})
    household.record("g-norm").update(
        legal_basis=[{"law": "Pw", "article": "13", "paragraph": "1 e"}],
        outcome="ended",
        reason="signal_received",
        would_be=[],
    )
    assert len(_found(household)) == conflicts


def test_documents_tell_the_weeks_abroad_before_the_body_does() -> None:
    household = _sharing(2)
    household.intake["members"][0]["born"] = "1955-01-01"
    household.record("g-sharers").update(fact="weeks_abroad", value={"count": 20})
    household.record("g-norm").update(
        legal_basis=[{"law": "Pw", "article": "13", "paragraph": "1 e"}], would_be=[]
    )
    assert _found(household) == ()
    household.intake["evidence"] = [_shown("x-weeks", "p1", "weeks_abroad", {"count": 12})]
    assert len(_found(household)) == 1
    household.record("g-norm")["legal_basis"][0]["paragraph"] = "1 a"
    assert _found(household) == ()


def test_an_exception_that_would_cost_the_household_is_no_conflict() -> None:
    household = draft("J05")
    household.record("g-bijstand-set").update(
        legal_basis=[
            {"law": "Pw", "article": "20", "paragraph": "1"},
            {"law": "Pw", "article": "24a"},
        ]
    )
    household.intake["members"][0]["born"] = "2007-01-01"
    assert _found(household) == ()


def test_who_is_not_in_the_population_register_is_not_reported_to_the_cak() -> None:
    household = _sharing(2)
    household.record("g-norm").update(legal_basis=[{"law": "Zvw", "article": "18c"}])
    assert _found(household) == ()
    shown = _shown("x-brp", "p1", "registered_address", {"ref": None})
    household.intake["evidence"] = [shown]
    (found,) = _found(household)
    assert "x-brp" in found.records


def test_what_a_body_may_do_is_no_exception() -> None:
    assert _found(draft("J04")) == ()
    household = draft("J05")
    household.record("g-bijstand-set")["legal_basis"] = [{"law": "Pw", "article": "18"}]
    assert _found(household) == ()


def test_a_silent_agency_decided_nothing_and_others_change_nothing() -> None:
    whole = draft("J05").picture()
    for silent in Agency:
        heard = tuple(each for each in whole.positions if each.agency is not silent)
        found = DETECTOR.find(replace(whole, positions=heard))
        assert len(found) == (0 if silent is Agency.GEMEENTE else 1)


def test_it_is_told_with_the_exception_and_its_conditions() -> None:
    picture = draft("J05").picture()
    (found,) = DETECTOR.find(picture)
    told = told_to_liaison(found, picture)
    assert "Pw 24a bij Pw 24 in het besluit van 13 april 2026" in told.nl
    assert "the partner has no right to bijstand" in told.en
    assert "een recht: vraag om het besluit te herzien" in told_to_household(found, picture).nl

"""C05: a resident of 27 or older lowers the norm."""

from __future__ import annotations

import datetime as dt

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, find_collisions
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.conflicts.conflict import HarmUrgency
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft


def found(household: Draft, *silent: Agency) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C05]
    assert rule.find is not None
    picture = household.picture()
    heard = tuple(each for each in picture.positions if each.agency not in silent)
    asked = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gaps = tuple(Gap(agency, GapReason.NO_ANSWER, asked) for agency in silent)
    return rule.find(Picture(picture.household, heard, gaps, picture.today))


def agencies(collision: Collision) -> list[str]:
    return [agency.value for agency in collision.agencies]


def tells(collision: Collision, household: Draft) -> None:
    rule = RULES[CollisionCode.C05]
    assert rule.household is not None
    assert rule.computation is not None
    for words in (rule.household, rule.computation):
        told = words(collision, household.picture())
        assert told.nl
        assert told.en


def with_a_resident(born: str = "1998-11-23") -> Draft:
    household = draft("J01")
    household.intake["members"].append(
        {
            "id": "r1",
            "name": "Huisgenoot",
            "bsn": "999901072",
            "born": born,
            "role": "other_adult",
            "lives_at": "a1",
        }
    )
    return household


def paid_less(reason: str = "cost_sharers_counted") -> Draft:
    household = with_a_resident()
    household.remove("g-bijstand-app")
    household.ledger("gemeente").extend(
        (
            {
                "record": "determination_made",
                "id": "g-set",
                "persons": ["p1"],
                "scheme": "bijstand",
                "made_on": "2026-10-01",
                "outcome": "granted_lower",
                "reason": reason,
            },
            {
                "record": "entitlement",
                "id": "g-bijstand",
                "persons": ["p1"],
                "scheme": "bijstand",
                "status": "in_payment",
                "amount_monthly_cents": 96320,
                "full_amount_monthly_cents": 134849,
                "payee": {"member": "p1"},
                "determined_by": "g-set",
            },
        )
    )
    return household


def test_who_asks_for_assistance_with_a_resident_of_27_gets_the_lower_norm() -> None:
    household = with_a_resident()
    (collision,) = found(household)
    # 1,419.46 less half of 2,027.79
    assert collision.monthly_harm_cents == 141946 - 101390
    assert collision.harmed_by == ("g-bijstand-app",)
    assert agencies(collision) == ["belastingdienst", "gemeente"]
    tells(collision, household)


def test_what_is_paid_less_is_the_harm() -> None:
    (collision,) = found(paid_less())
    assert collision.monthly_harm_cents == 134849 - 96320
    assert collision.harmed_by == ("g-bijstand", "g-set")
    assert collision.urgency is HarmUrgency.CRITICAL


def test_it_is_shown_with_the_fact_that_was_not_investigated() -> None:
    household = paid_less()
    household.ledger("gemeente").append(
        {
            "record": "fact_used",
            "id": "g-sharers",
            "persons": ["p1"],
            "fact": "cost_sharers",
            "value": {"count": 2},
            "origin": "own_investigation",
            "certainty": "established",
        }
    )
    household.record("g-set")["rests_on"] = ["g-sharers"]
    household.record("g-set")["legal_basis"] = [{"law": "Pw", "article": "22a"}]
    household.record("g-set")["test"] = {
        "fact": "g-sharers",
        "harmful_when": "above",
        "limit_count": 1,
    }
    household.intake["evidence"] = [
        {
            "record": "fact_shown",
            "id": "x-alone",
            "persons": ["p1"],
            "fact": "cost_sharers",
            "value": {"count": 1},
            "documents": ["huurcontract"],
        }
    ]
    picture = household.picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (conflict,) = (
        each for each in conflicts if each.type is ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT
    )
    assert CollisionCode.C05 in {each.code for each in faces.of_conflict[conflict.ref]}


def test_a_norm_lowered_for_another_reason_is_another_matter() -> None:
    assert found(paid_less("spouse_without_right")) == ()


def test_who_is_still_paid_in_full_will_lose_what_the_law_takes() -> None:
    household = paid_less()
    household.remove("g-set")
    household.record("g-bijstand").update(amount_monthly_cents=134849)
    del household.record("g-bijstand")["determined_by"]
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 141946 - 101390


def test_a_payer_that_counts_nobody_lowers_nothing() -> None:
    household = with_a_resident()
    household.ledger("gemeente").append(
        {
            "record": "fact_used",
            "id": "g-sharers",
            "persons": ["p1"],
            "fact": "cost_sharers",
            "value": {"count": 1},
            "origin": "own_investigation",
            "certainty": "established",
        }
    )
    assert found(household) == ()


def test_a_resident_who_is_26_does_not_share_the_costs() -> None:
    assert found(with_a_resident("1999-11-24")) == ()


def test_a_student_does_not_share_the_costs() -> None:
    household = with_a_resident()
    household.intake["evidence"] = [
        {
            "record": "fact_shown",
            "id": "x-study",
            "persons": ["r1"],
            "fact": "enrolled_until",
            "value": {"date": "2027-08-31"},
            "documents": ["inschrijving"],
        }
    ]
    assert found(household) == ()


def test_who_lives_elsewhere_does_not_share_the_costs() -> None:
    household = with_a_resident()
    household.intake["members"][-1]["lives_at"] = None
    assert found(household) == ()


def test_without_assistance_there_is_no_norm_to_lower() -> None:
    household = with_a_resident()
    household.remove("g-bijstand-app")
    assert found(household) == ()


def test_a_silent_municipality_is_not_guessed() -> None:
    assert found(with_a_resident(), Agency.GEMEENTE) == ()

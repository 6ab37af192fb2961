"""C14: the student debt on the income of two years ago."""

from __future__ import annotations

import datetime as dt

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, find_collisions
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, Json, draft


def found(household: Draft, *silent: Agency) -> tuple[Collision, ...]:
    rule = RULES[CollisionCode.C14]
    assert rule.find is not None
    picture = household.picture()
    heard = tuple(each for each in picture.positions if each.agency not in silent)
    asked = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gaps = tuple(Gap(agency, GapReason.NO_ANSWER, asked) for agency in silent)
    return rule.find(Picture(picture.household, heard, gaps, picture.today))


def agencies(collision: Collision) -> list[str]:
    return [agency.value for agency in collision.agencies]


def tells(collision: Collision, household: Draft) -> None:
    rule = RULES[CollisionCode.C14]
    assert rule.household is not None
    assert rule.computation is not None
    for words in (rule.household, rule.computation):
        told = words(collision, household.picture())
        assert told.nl
        assert told.en


def on_the_norm() -> Draft:
    household = draft("J02")
    household.intake["income"][0]["amount_monthly_cents"] = 141946
    return household


def request() -> Json:
    return {
        "record": "application",
        "id": "d-612",
        "persons": ["p1"],
        "scheme": "student_loan",
        "received": "2026-11-01",
        "status": "open",
    }


def test_an_instalment_for_who_has_no_more_than_the_norm() -> None:
    household = on_the_norm()
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 5750
    assert set(collision.harmed_by) == {"d-pay", "d-instalment", "d-income"}
    assert agencies(collision) == ["duo", "gemeente"]
    tells(collision, household)


def test_it_is_shown_with_the_income_that_works_on() -> None:
    picture = on_the_norm().picture()
    conflicts = find_conflicts(picture)
    faces = faces_of(conflicts, find_collisions(picture))
    (conflict,) = (each for each in conflicts if each.type is ConflictType.GEGEVEN_WERKT_DOOR)
    assert CollisionCode.C14 in {each.code for each in faces.of_conflict[conflict.ref]}


def test_who_lives_on_a_benefit_of_uwv_has_uwv_in_it() -> None:
    household = on_the_norm()
    household.intake["income"] = []
    household.ledger("uwv").append(
        {
            "record": "entitlement",
            "id": "u-ww",
            "persons": ["p1"],
            "scheme": "ww",
            "status": "in_payment",
            "amount_monthly_cents": 120000,
            "payee": {"member": "p1"},
        }
    )
    (collision,) = found(household)
    assert agencies(collision) == ["duo", "gemeente", "uwv"]


def test_above_the_norm_there_is_room() -> None:
    assert found(draft("J02")) == ()


def test_without_capacity_nothing_is_asked() -> None:
    household = on_the_norm()
    household.remove("d-pay")
    household.record("d-instalment")["amount_monthly_cents"] = 0
    assert found(household) == ()


def test_the_decision_tells_the_instalment_when_no_payment_runs() -> None:
    household = on_the_norm()
    household.remove("d-pay")
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 5750


def test_a_request_for_another_year_was_made() -> None:
    household = on_the_norm()
    household.ledger("duo").append(request())
    assert found(household) == ()
    household.record("d-612")["status"] = "withdrawn"
    assert found(household)


def test_a_request_of_another_year_is_no_longer_one() -> None:
    household = on_the_norm()
    household.ledger("duo").append(request() | {"received": "2025-11-01", "status": "decided"})
    assert found(household)


def test_an_income_of_last_year_counts_already() -> None:
    household = on_the_norm()
    household.record("d-income").update(period_from="2025-01-01", period_until="2025-12-31")
    assert found(household) == ()


def test_during_a_pause_nothing_is_asked() -> None:
    household = on_the_norm()
    household.ledger("duo").append(
        {
            "record": "hold",
            "id": "d-pause",
            "persons": ["p1"],
            "covers": ["d-loan"],
            "stops": ["dunning"],
            "status": "in_force",
            "from": "2026-11-01",
        }
    )
    assert found(household) == ()


def test_while_a_payer_of_income_is_silent_nothing_is_concluded() -> None:
    assert found(on_the_norm(), Agency.SVB) == ()
    assert found(on_the_norm(), Agency.DUO) == ()


def told_by_the_income_alone(cents: int) -> Draft:
    household = on_the_norm()
    loan = next(each for each in household.ledger("duo") if each["record"] == "claim")
    loan.pop("determined_by", None)
    income = {
        "record": "fact_used",
        "id": "d-then",
        "persons": loan["persons"],
        "fact": "income_year",
        "value": {"amount_cents": cents},
        "origin": "other_body",
        "certainty": "registered",
        "period_from": "2024-01-01",
        "period_until": "2024-12-31",
    }
    household.file["agencies"]["duo"] = [loan, income]
    return household


def test_without_an_instalment_the_income_of_then_tells_it() -> None:
    (collision,) = found(told_by_the_income_alone(4000000))
    # 4% of 40,000 less 29,736, a twelfth of it
    assert collision.monthly_harm_cents == 3421
    assert found(told_by_the_income_alone(2900000)) == ()


def test_a_decision_on_an_instalment_tells_it_without_a_link() -> None:
    household = told_by_the_income_alone(4000000)
    household.ledger("duo").append(
        {
            "record": "determination_made",
            "id": "d-set",
            "persons": ["p1"],
            "scheme": "student_loan",
            "made_on": "2026-01-05",
            "outcome": "assessed",
            "reason": "conditions_met",
            "amount_monthly_cents": 5000,
            "rests_on": ["d-then"],
        }
    )
    (collision,) = found(household)
    assert collision.monthly_harm_cents == 5000

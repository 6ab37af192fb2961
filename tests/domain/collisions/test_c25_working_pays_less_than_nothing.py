"""C25: income limits that together cost more than the income above them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, told_to_household, told_to_liaison
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

RULE = RULES[CollisionCode.C25]


def found_in(picture: Picture) -> tuple[Collision, ...]:
    assert RULE.find is not None
    return RULE.find(picture)


def found(household: Draft) -> tuple[Collision, ...]:
    return found_in(household.picture())


def silent(picture: Picture, agency: Agency) -> Picture:
    gap = Gap(agency, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    heard = tuple(each for each in picture.positions if each.agency is not agency)
    return replace(picture, positions=heard, gaps=(gap,))


def above_the_limits(local: int = 246335, loss: int = 4000) -> Draft:
    """The family of J06 is 30 euro above the local limit, and 50 above one of the allowances."""
    household = draft("J06")
    household.record("g-month")["value"]["amount_cents"] = local
    household.record("g-minima")["would_be"] = [
        {"fact": "g-month", "value": {"amount_cents": 243335}, "amount_monthly_cents": loss}
    ]
    return household


def with_allowance(household: Draft, loss: int) -> Draft:
    household.record("t-reclaim").update(
        scheme="zorgtoeslag",
        outcome="refused",
        reason="income_above_limit",
        amount_monthly_cents=0,
        test={"fact": "t-income25", "harmful_when": "above", "limit_cents": 4873200 - 60000},
        would_be=[
            {"fact": "t-income25", "value": {"amount_cents": 4800000}, "amount_monthly_cents": loss}
        ],
    )
    household.record("t-claim").pop("determined_by")
    return household


def test_a_limit_that_costs_more_than_the_income_above_it() -> None:
    (collision,) = found(above_the_limits())
    assert collision.harmed_by == ("g-minima",)
    assert [agency.value for agency in collision.agencies] == ["gemeente"]
    assert collision.monthly_harm_cents == 4000 - 3000


def test_a_loss_up_to_the_income_above_the_limit_leaves_no_less() -> None:
    assert found(above_the_limits(loss=3000)) == ()
    assert len(found(above_the_limits(loss=3001))) == 1


def test_limits_of_several_bodies_are_added_up() -> None:
    household = with_allowance(above_the_limits(loss=2500), 3000)
    (collision,) = found(household)
    assert [agency.value for agency in collision.agencies] == ["belastingdienst", "gemeente"]
    assert collision.monthly_harm_cents == 2500 + 3000 - 5000


def test_a_limit_further_down_that_costs_little_is_left_out() -> None:
    (collision,) = found(with_allowance(above_the_limits(), 1000))
    assert collision.harmed_by == ("g-minima",)
    assert collision.monthly_harm_cents == 1000


def test_without_wages_nobody_works() -> None:
    household = above_the_limits()
    household.intake["income"] = []
    assert found(household) == ()


def test_a_loss_that_no_body_calculated_is_not_guessed() -> None:
    household = above_the_limits()
    del household.record("g-minima")["would_be"]
    assert found(household) == ()


def test_a_refusal_for_another_reason_is_no_price_of_work() -> None:
    household = above_the_limits()
    household.record("g-minima")["reason"] = "assets_above_limit"
    assert found(household) == ()


def test_a_test_that_is_met_harms_not() -> None:
    assert found(above_the_limits(local=243335)) == ()


def test_of_a_silent_body_nothing_is_concluded() -> None:
    assert found_in(silent(above_the_limits().picture(), Agency.GEMEENTE)) == ()


def test_a_wrong_finding_on_the_same_income_is_its_face() -> None:
    household = above_the_limits()
    household.record("g-month").update(origin="own_investigation")
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-month",
            "persons": ["p1"],
            "fact": "income_month",
            "value": {"amount_cents": 240000},
            "documents": ["loonstrook"],
        }
    )
    picture = household.picture()
    faces = faces_of(find_conflicts(picture), found_in(picture))
    assert faces.own == ()
    (ref,) = faces.of_conflict
    assert ref.startswith(ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT)


def test_it_is_told_what_it_costs() -> None:
    picture = above_the_limits().picture()
    (collision,) = found_in(picture)
    assert "€ 10,00 per maand" in told_to_household(collision, picture).nl
    assert "€ 30,00 boven de grens, verlies € 40,00" in told_to_liaison(collision, picture).nl

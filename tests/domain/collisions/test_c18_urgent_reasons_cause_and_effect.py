"""C18: recovery against the cause of the error and its effect."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, told_to_household, told_to_liaison
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.conflicts.conflict import HarmUrgency
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

RULE = RULES[CollisionCode.C18]


def found_in(picture: Picture) -> tuple[Collision, ...]:
    assert RULE.find is not None
    return RULE.find(picture)


def found(household: Draft) -> tuple[Collision, ...]:
    return found_in(household.picture())


def silent(picture: Picture, agency: Agency) -> Picture:
    gap = Gap(agency, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    heard = tuple(each for each in picture.positions if each.agency is not agency)
    return replace(picture, positions=heard, gaps=(gap,))


def test_a_report_that_was_left_lying_is_an_error_of_the_agency() -> None:
    (collision,) = found(draft("J06"))
    assert collision.harmed_by == ("u-claim", "u-setoff")
    assert [agency.value for agency in collision.agencies] == ["uwv"]
    assert collision.monthly_harm_cents == 25000
    assert collision.one_off_harm_cents == 941200
    assert collision.urgency is HarmUrgency.HIGH


def test_it_is_the_same_harm_as_the_error_so_it_is_shown_there() -> None:
    picture = draft("J06").picture()
    faces = faces_of(find_conflicts(picture), found_in(picture))
    assert faces.own == ()
    (ref,) = faces.of_conflict
    assert ref.startswith(ConflictType.EIGEN_FOUT_OVERHEID)


def without_error() -> Draft:
    household = draft("J06")
    for report in ("u-report1", "u-report2", "u-report3"):
        household.remove(report)
    return household


def test_without_an_error_and_above_the_floor_there_is_nothing_to_weigh() -> None:
    assert found(without_error()) == ()


def test_an_error_that_the_agency_admits_counts() -> None:
    household = without_error()
    household.record("u-claim")["overpayment"]["fault"] = "this_body"
    assert len(found(household)) == 1


def test_an_error_of_another_body_is_none_of_its_own() -> None:
    household = without_error()
    household.record("u-claim")["overpayment"]["fault"] = "other_body"
    assert found(household) == ()


def below_the_floor() -> Draft:
    """Peter's wage falls to 700 euro: 1,880 is left of a floor of 1,926.40."""
    household = without_error()
    household.intake["income"][0]["amount_monthly_cents"] = 70000
    return household


def test_more_taken_than_there_is_above_the_floor_is_an_excessive_effect() -> None:
    (collision,) = found(below_the_floor())
    assert collision.urgency is HarmUrgency.CRITICAL


def test_the_share_of_the_norm_that_is_always_open_is_not_excessive() -> None:
    household = below_the_floor()
    household.record("u-setoff")["amount_monthly_cents"] = 202779 - 192640
    assert found(household) == ()
    household.record("u-setoff")["amount_monthly_cents"] += 1
    assert len(found(household)) == 1


def test_what_a_creditor_takes_is_no_recovery_of_an_overpayment() -> None:
    household = below_the_floor()
    household.record("u-claim")["kind"] = "loan"
    assert found(household) == ()


def test_while_a_payer_of_income_is_silent_no_effect_is_concluded() -> None:
    assert found_in(silent(below_the_floor().picture(), Agency.SVB)) == ()


def test_allowances_and_taxes_are_another_matter() -> None:
    household = without_error()
    household.record("t-claim")["overpayment"]["fault"] = "this_body"
    assert found(household) == ()


def test_a_claim_that_is_paid_is_claimed_no_more() -> None:
    household = draft("J06")
    household.record("u-claim")["outstanding_cents"] = 0
    assert found(household) == ()


def test_it_is_told_what_is_claimed() -> None:
    picture = draft("J06").picture()
    (collision,) = found_in(picture)
    assert "€ 9.412,00" in told_to_household(collision, picture).nl
    assert "€ 250,00 per maand" in told_to_liaison(collision, picture).nl

"""C19: property abroad and the AIO supplement."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.collisions import Collision, CollisionCode
from domain.collisions.catalogue import RULES, told_to_household, told_to_liaison
from domain.collisions.faces import faces_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.picture import Picture
from domain.position import Gap, GapReason
from domain.vocabulary import Agency
from tests.support.drafts import Draft, draft

RULE = RULES[CollisionCode.C19]


def found_in(picture: Picture) -> tuple[Collision, ...]:
    assert RULE.find is not None
    return RULE.find(picture)


def found(household: Draft) -> tuple[Collision, ...]:
    return found_in(household.picture())


def silent(picture: Picture, agency: Agency) -> Picture:
    gap = Gap(agency, GapReason.NO_ANSWER, dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    heard = tuple(each for each in picture.positions if each.agency is not agency)
    return replace(picture, positions=heard, gaps=(gap,))


def house_abroad() -> Draft:
    """A pensioner of J00 whose AIO of 600 euro the SVB refuses for a share in a house."""
    household = draft("J00")
    household.intake["members"][0]["born"] = "1955-02-08"
    household.intake["assets"].append(
        {
            "id": "as2",
            "person": "p1",
            "kind": "real_estate_share",
            "label": "Deel van een huis",
            "amount_cents": 4000000,
        }
    )
    household.ledger("svb").extend(
        [
            {
                "record": "fact_used",
                "id": "s-assets",
                "persons": ["p1"],
                "fact": "assets",
                "value": {"amount_cents": 4310000},
                "origin": "own_investigation",
                "certainty": "established",
                "components": [{"from": "own_means", "asset": "as2", "amount_cents": 4000000}],
            },
            {
                "record": "determination_made",
                "id": "s-aio-ref",
                "persons": ["p1"],
                "scheme": "aio",
                "made_on": "2026-10-01",
                "outcome": "refused",
                "reason": "assets_above_limit",
                "amount_monthly_cents": 0,
                "rests_on": ["s-assets"],
                "test": {"fact": "s-assets", "harmful_when": "above", "limit_cents": 800000},
                "would_be": [
                    {
                        "fact": "s-assets",
                        "value": {"amount_cents": 310000},
                        "amount_monthly_cents": 60000,
                    }
                ],
            },
        ]
    )
    return household


def test_the_supplement_is_refused_and_the_allowances_go_on() -> None:
    (collision,) = found(house_abroad())
    assert collision.harmed_by == ("s-aio-ref",)
    assert [agency.value for agency in collision.agencies] == ["belastingdienst", "svb"]
    assert [each.value for each in collision.departments] == ["toeslagen"]
    assert collision.monthly_harm_cents == 60000
    assert collision.one_off_harm_cents is None


def test_what_is_claimed_back_for_it_is_lost_once() -> None:
    household = house_abroad()
    household.ledger("svb").append(
        {
            "record": "claim",
            "id": "s-claim",
            "persons": ["p1"],
            "scheme": "aio",
            "kind": "overpayment",
            "status": "open",
            "outstanding_cents": 500000,
            "liable": ["p1"],
            "determined_by": "s-aio-ref",
        }
    )
    (collision,) = found(household)
    assert collision.one_off_harm_cents == 500000
    assert collision.harmed_by == ("s-aio-ref", "s-claim")


def test_a_figure_of_a_foreign_institution_is_abroad_as_well() -> None:
    household = house_abroad()
    del household.record("s-assets")["components"]
    assert found(household) == ()
    household.record("s-assets")["origin"] = "foreign_institution"
    assert len(found(household)) == 1


def with_the_supplement(house: int = 4000000) -> Draft:
    household = house_abroad()
    household.remove("s-aio-ref")
    household.remove("s-assets")
    household.intake["assets"][-1]["amount_cents"] = house
    household.ledger("svb").append(
        {
            "record": "entitlement",
            "id": "s-aio",
            "persons": ["p1"],
            "scheme": "aio",
            "status": "in_payment",
            "amount_monthly_cents": 60000,
            "payee": {"member": "p1"},
        }
    )
    return household


def test_a_house_that_the_svb_has_not_counted_yet_puts_the_supplement_at_stake() -> None:
    (collision,) = found(with_the_supplement())
    assert collision.monthly_harm_cents == 60000
    assert collision.harmed_by == ("s-aio",)
    assert "€ 8.000,00" in computation_of(collision, with_the_supplement())


def test_of_a_house_the_debts_go_off() -> None:
    household = with_the_supplement(800001)
    assert len(found(household)) == 1
    household.ledger("svb").append(
        {
            "record": "claim",
            "id": "s-claim",
            "persons": ["p1"],
            "scheme": "aow",
            "kind": "overpayment",
            "status": "open",
            "outstanding_cents": 1,
            "liable": ["p1"],
        }
    )
    assert found(household) == ()


def computation_of(collision: Collision, household: Draft) -> str:
    assert RULE.computation is not None
    return RULE.computation(collision, household.picture()).nl


def test_savings_are_no_property_abroad() -> None:
    household = house_abroad()
    household.record("s-assets")["components"][0]["asset"] = "as1"
    assert found(household) == ()


def test_up_to_the_limit_the_law_counts_nothing() -> None:
    household = house_abroad()
    household.record("s-assets")["value"]["amount_cents"] = 800000
    assert found(household) == ()
    household.record("s-assets")["value"]["amount_cents"] = 800001
    assert len(found(household)) == 1


@pytest.mark.parametrize(
    ("role", "born", "times"),
    [
        ("partner", "1956-01-01", 0),
        ("child", "2010-01-01", 0),
        ("child", "2008-01-01", 1),
        ("other_adult", "1990-01-01", 1),
    ],
)
def test_for_a_family_the_limit_is_higher(role: str, born: str, times: int) -> None:
    household = house_abroad()
    household.record("s-assets")["value"]["amount_cents"] = 1600000
    household.intake["members"].append(
        {
            "id": "p2",
            "name": "Huisgenoot",
            "bsn": "999901278",
            "born": born,
            "role": role,
            "lives_at": "a1",
        }
    )
    assert len(found(household)) == times


@pytest.mark.parametrize(
    ("field", "value"),
    [("reason", "income_above_limit"), ("scheme", "aow"), ("outcome", "granted")],
)
def test_another_decision_is_another_matter(field: str, value: str) -> None:
    household = house_abroad()
    household.record("s-aio-ref")[field] = value
    assert found(household) == ()


def test_without_an_allowance_only_the_svb_is_in_it() -> None:
    household = house_abroad()
    for right in ("t-zorg", "t-huur"):
        household.remove(right)
    (collision,) = found(household)
    assert [agency.value for agency in collision.agencies] == ["svb"]


def test_of_a_silent_svb_nothing_is_concluded() -> None:
    assert found_in(silent(house_abroad().picture(), Agency.SVB)) == ()


def test_a_finding_that_papers_contradict_is_its_face() -> None:
    household = house_abroad()
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-assets",
            "persons": ["p1"],
            "fact": "assets",
            "value": {"amount_cents": 500000},
            "documents": ["taxatie"],
        }
    )
    picture = household.picture()
    faces = faces_of(find_conflicts(picture), found_in(picture))
    assert faces.own == ()
    (ref,) = faces.of_conflict
    assert ref.startswith(ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT)


def test_it_is_told_with_the_limit() -> None:
    picture = house_abroad().picture()
    (collision,) = found_in(picture)
    assert "buitenland" in told_to_household(collision, picture).nl
    assert "grens € 8.000,00" in told_to_liaison(collision, picture).nl

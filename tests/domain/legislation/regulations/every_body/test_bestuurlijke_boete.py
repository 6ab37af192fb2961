"""Golden values: CRvB 11 January 2016 (ECLI:NL:CRVB:2016:9) and the shares of Boetebesluit 2."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, MissingKind, Outcome
from domain.legislation.regulations.every_body._fine import Culpability, FineLaw
from domain.legislation.regulations.every_body.bestuurlijke_boete import (
    REGULATION,
    BestuurlijkeBoeteFacts,
)
from tests.support.law import determined, without

ON = dt.date(2025, 5, 5)

BREACH = BestuurlijkeBoeteFacts(
    law=FineLaw.WW,
    duty_broken=True,
    culpability=Culpability.ORDINARY,
    overpaid=400_000,
    repeated=False,
    only_warned=False,
    urgent_reasons=False,
    room_per_month=10_000_000,
)
INTENT = replace(BREACH, culpability=Culpability.INTENT)
GROSS = replace(BREACH, culpability=Culpability.GROSS_NEGLIGENCE)
REDUCED = replace(BREACH, culpability=Culpability.REDUCED)


@pytest.mark.parametrize(
    ("facts", "cents"),
    [
        # 100, 75, 50 and 25% of 4.000
        (INTENT, 400_000),
        (GROSS, 300_000),
        (BREACH, 200_000),
        (REDUCED, 100_000),
        # a repeat: of one and a half times 4.000
        (replace(BREACH, repeated=True), 300_000),
        (replace(INTENT, repeated=True), 600_000),
        # third category 10.300 in 2025: above 13.733,33 it is 50/75 and 25/75 of it
        (replace(BREACH, overpaid=2_000_000), 686_667),
        (replace(REDUCED, overpaid=2_000_000), 343_333),
        (replace(GROSS, overpaid=2_000_000), 1_030_000),
        # with intent the fifth category, 103.000
        (replace(INTENT, overpaid=2_000_000), 2_000_000),
        (replace(INTENT, overpaid=12_000_000), 10_300_000),
        # nothing overpaid: 150
        (replace(BREACH, overpaid=0), 15_000),
    ],
)
def test_it_is_the_share_by_culpability_up_to_its_maximum(
    facts: BestuurlijkeBoeteFacts, cents: int
) -> None:
    assert determined(REGULATION, facts, ON).cents("amount") == cents


@pytest.mark.parametrize(
    ("facts", "cents"),
    [
        # CRvB:2016:9: intent, 4.626,85 brought down to 2.340: 24 times 97,50
        (replace(INTENT, law=FineLaw.PW, overpaid=462_685, room_per_month=9_750), 234_000),
        (replace(GROSS, room_per_month=10_000), 180_000),
        (replace(BREACH, room_per_month=10_000), 120_000),
        (replace(REDUCED, room_per_month=10_000), 60_000),
        (replace(BREACH, room_per_month=0), 0),
    ],
)
def test_it_is_fitted_to_the_ability_to_pay(facts: BestuurlijkeBoeteFacts, cents: int) -> None:
    found = determined(REGULATION, facts, ON)
    assert found.cents("amount") == cents
    assert found.cents("before_ability_to_pay") >= cents


@pytest.mark.parametrize(
    "facts",
    [
        replace(BREACH, duty_broken=False),
        replace(BREACH, culpability=Culpability.NONE, overpaid=UNKNOWN),
        replace(BREACH, urgent_reasons=True),
        replace(BREACH, only_warned=True, overpaid=15_000, warned_before=False),
        replace(BREACH, only_warned=True, told_in_time=True, warned_before=False),
    ],
)
def test_no_fine_is_imposed(facts: BestuurlijkeBoeteFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "facts",
    [
        # a warning cannot do: too much, told too late, or warned before
        replace(BREACH, only_warned=True, overpaid=15_001, told_in_time=False, warned_before=False),
        replace(BREACH, only_warned=True, overpaid=15_000, warned_before=True),
    ],
)
def test_a_warning_does_not_do_in_every_case(facts: BestuurlijkeBoeteFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.GRANTED


@pytest.mark.parametrize(
    ("law", "article"),
    [
        # as Boetebesluit 1 onder q names them
        (FineLaw.WW, "WW 27a"),
        (FineLaw.ZW, "ZW 45a"),
        (FineLaw.WIA, "WIA 91"),
        (FineLaw.WAJONG_2010, "Wajong 2:69"),
        (FineLaw.WAJONG_OTHER, "Wajong 3:40"),
        (FineLaw.TOESLAGENWET, "TW 14a"),
        (FineLaw.AOW, "AOW 17c"),
        (FineLaw.ANW, "Anw 39"),
        (FineLaw.AKW, "AKW 17a"),
        (FineLaw.PW, "Pw 18a"),
    ],
)
def test_each_law_is_cited_by_its_own_article(law: FineLaw, article: str) -> None:
    found = determined(REGULATION, replace(BREACH, law=law), ON)
    assert article in {str(each) for each in found.articles}


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *((BREACH, name) for name in ("law", "duty_broken", "culpability", "overpaid")),
        *((BREACH, name) for name in ("repeated", "only_warned", "urgent_reasons")),
        (BREACH, "room_per_month"),
        (replace(BREACH, only_warned=True, warned_before=False), "told_in_time"),
        (replace(BREACH, only_warned=True, overpaid=0), "warned_before"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: BestuurlijkeBoeteFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_the_fine_categories_of_2026_are_unknown_and_asked_for_only_when_they_matter() -> None:
    # half of 8.933,33 is two thirds of the 6.700 that Sr 23 lid 4 itself names
    in_2026 = dt.date(2026, 1, 1)
    assert determined(REGULATION, BREACH, in_2026).cents("amount") == 200_000
    found = determined(REGULATION, replace(BREACH, overpaid=893_334), in_2026)
    assert found.outcome is Outcome.UNDETERMINED
    assert {missing.name for missing in found.missing} == {"boetecategorie_derde"}
    assert {missing.kind for missing in found.missing} == {MissingKind.PARAMETER}


@given(
    st.sampled_from([INTENT, GROSS, BREACH, REDUCED]),
    st.integers(1, 20_000_000),
    st.integers(0, 1_000_000),
)
def test_more_overpaid_never_gives_a_lower_fine_and_a_cent_never_makes_a_jump(
    facts: BestuurlijkeBoeteFacts, overpaid: int, more: int
) -> None:
    def fine(cents: int) -> int:
        return determined(REGULATION, replace(facts, overpaid=cents), ON).cents("amount")

    first, second = fine(overpaid), fine(overpaid + more)
    assert 0 <= first <= second <= first + more + 1


@given(st.integers(1, 20_000_000), st.integers(0, 1_000_000))
def test_the_more_somebody_is_to_blame_the_higher_the_fine(overpaid: int, room: int) -> None:
    fines = [
        determined(REGULATION, replace(each, overpaid=overpaid, room_per_month=room), ON).cents(
            "amount"
        )
        for each in (REDUCED, BREACH, GROSS, INTENT)
    ]
    assert fines == sorted(fines)
    assert fines[0] >= 0


@pytest.mark.parametrize(
    "facts",
    [
        BestuurlijkeBoeteFacts(duty_broken=False),
        BestuurlijkeBoeteFacts(culpability=Culpability.NONE),
        BestuurlijkeBoeteFacts(urgent_reasons=True),
        BestuurlijkeBoeteFacts(overpaid=0, only_warned=True, warned_before=False),
    ],
)
def test_a_definite_no_refuses_whatever_the_law_and_the_culpability(
    facts: BestuurlijkeBoeteFacts,
) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED

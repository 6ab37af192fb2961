"""Golden value: CRvB 16 April 2025 (ECLI:NL:CRVB:2025:604), that halved a recovery under the WW."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Outcome
from domain.legislation.regulations.uwv._recovery import ARTICLES, UwvLaw
from domain.legislation.regulations.uwv.terugvordering_uwv import (
    REGULATION,
    TerugvorderingUwvFacts,
)
from tests.support.law import determined, without

ON = dt.date(2025, 4, 16)

OVERPAID = TerugvorderingUwvFacts(
    law=UwvLaw.WW, overpaid=394_586, urgent_reasons=False, leaves_small_amounts=True
)
HALVED = replace(OVERPAID, urgent_reasons=True, left_for_urgent_reasons=50)


def test_the_duty_is_to_recover_all_of_it() -> None:
    found = determined(REGULATION, OVERPAID, ON)
    assert found.cents("amount") == 394_586
    assert found.cents("left_for_urgent_reasons") == 0


def test_for_urgent_reasons_the_half_was_left_by_the_court() -> None:
    # CRvB:2025:604: 1.972,93 instead of 3.945,86
    assert determined(REGULATION, HALVED, ON).cents("amount") == 197_293


@pytest.mark.parametrize(
    ("law", "duty", "urgent", "small"),
    [
        (UwvLaw.WW, "WW 36 lid 1", "WW 36 lid 6", "WW 36 lid 8"),
        (UwvLaw.ZW, "ZW 33 lid 1", "ZW 33 lid 6", "ZW 33 lid 8"),
        (UwvLaw.WIA, "WIA 77 lid 1", "WIA 77 lid 6", "WIA 77 lid 8"),
        (UwvLaw.WAJONG_2010, "Wajong 2:59 lid 1", "Wajong 2:59 lid 5", "Wajong 2:59 lid 7"),
        (UwvLaw.WAJONG_OTHER, "Wajong 3:56 lid 1", "Wajong 3:56 lid 6", "Wajong 3:56 lid 8"),
        (UwvLaw.TOESLAGENWET, "TW 20 lid 1", "TW 20 lid 5", "TW 20 lid 7"),
    ],
)
def test_each_law_is_cited_by_its_own_article(
    law: UwvLaw, duty: str, urgent: str, small: str
) -> None:
    articles = ARTICLES[law]
    assert (str(articles.duty), str(articles.urgent_reasons), str(articles.small_amount)) == (
        duty,
        urgent,
        small,
    )
    found = determined(REGULATION, replace(HALVED, law=law), ON)
    assert articles.urgent_reasons in found.articles


@pytest.mark.parametrize(
    "facts",
    [
        replace(OVERPAID, overpaid=0),
        replace(HALVED, left_for_urgent_reasons=100),
        replace(OVERPAID, overpaid=11_300),
        replace(OVERPAID, overpaid=11_300, urgent_reasons=UNKNOWN),
    ],
)
def test_nothing_is_recovered(facts: TerugvorderingUwvFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "facts",
    [
        replace(OVERPAID, overpaid=11_301),
        replace(OVERPAID, overpaid=11_300, leaves_small_amounts=False),
        replace(OVERPAID, leaves_small_amounts=UNKNOWN),
    ],
)
def test_a_small_amount_is_left_only_when_the_uwv_does_so(facts: TerugvorderingUwvFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.GRANTED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *((HALVED, name) for name in ("law", "overpaid", "urgent_reasons")),
        (HALVED, "left_for_urgent_reasons"),
        (replace(OVERPAID, overpaid=5_000), "leaves_small_amounts"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: TerugvorderingUwvFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.integers(11_301, 5_000_000), st.integers(0, 99))
def test_what_is_recovered_and_what_is_left_is_all_of_it(overpaid: int, share: int) -> None:
    facts = replace(HALVED, overpaid=overpaid, left_for_urgent_reasons=share)
    found = determined(REGULATION, facts, ON)
    assert found.cents("amount") + found.cents("left_for_urgent_reasons") == overpaid

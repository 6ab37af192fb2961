"""Each case is a sentence of Awir 3, AWR 5a or Awir 5, in the text of its day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome
from domain.legislation.regulations.toeslagen._partner_facts import (
    Ground,
    Kinship,
    ToeslagpartnerFacts,
)
from domain.legislation.regulations.toeslagen.toeslagpartner import REGULATION
from tests.support.law import determined, without

IN_2024, IN_2026 = dt.date(2024, 5, 5), dt.date(2026, 5, 5)

STRANGERS = ToeslagpartnerFacts(
    married=False,
    judicially_separated=False,
    divorce_requested=False,
    same_address=True,
    cohabitation_contract=False,
    both_adults=True,
    child_together=False,
    acknowledged_child=False,
    pension_partner=False,
    home_together=False,
    minor_child_at_address=False,
    rents_from_the_other=False,
    both_in_shelter=False,
    one_temporarily_protected=False,
    partner_last_year=False,
    partner_earlier_this_year=False,
    parted_by_care_home=False,
    other_partner_since=False,
    no_partner_on_request=False,
    in_refuge_on_request=False,
    missing_or_detained_on_request=False,
    spouse_never_registered_here=False,
    kinship=Kinship.NONE,
    kinship_request=False,
    foster_request=False,
    born=dt.date(1990, 1, 1),
    other_born=dt.date(1990, 1, 1),
    other_candidate=Ground.NOBODY,
    this_bond_first=False,
    began=dt.date(2020, 2, 10),
)
MARRIED = replace(STRANGERS, married=True)
FAMILY = replace(STRANGERS, minor_child_at_address=True)
PARENT_AND_CHILD = replace(FAMILY, kinship=Kinship.BLOOD)


@pytest.mark.parametrize(
    "facts",
    [
        MARRIED,
        replace(MARRIED, same_address=False),
        # a divorce ends it only together with another address (AWR 5a lid 4)
        replace(MARRIED, divorce_requested=True),
        replace(MARRIED, divorce_requested=False, same_address=False),
        replace(STRANGERS, cohabitation_contract=True),
        replace(STRANGERS, child_together=True),
        replace(STRANGERS, acknowledged_child=True),
        replace(STRANGERS, pension_partner=True),
        replace(STRANGERS, home_together=True),
        FAMILY,
        replace(STRANGERS, partner_last_year=True),
        replace(STRANGERS, partner_earlier_this_year=True),
        replace(STRANGERS, same_address=False, parted_by_care_home=True),
        # a rental contract helps only against the composite family (Awir 3 lid 2 e)
        replace(FAMILY, child_together=True, rents_from_the_other=True),
    ],
)
def test_these_two_are_partners(facts: ToeslagpartnerFacts) -> None:
    found = determined(REGULATION, facts, IN_2026)
    assert found.outcome is Outcome.GRANTED
    assert found.result("since") == dt.date(2020, 3, 1)


@pytest.mark.parametrize(
    "facts",
    [
        STRANGERS,
        replace(MARRIED, judicially_separated=True, same_address=False),
        replace(MARRIED, divorce_requested=True, same_address=False),
        replace(STRANGERS, cohabitation_contract=True, same_address=False),
        replace(STRANGERS, cohabitation_contract=True, both_adults=False),
        replace(STRANGERS, child_together=True, same_address=False),
        replace(FAMILY, both_adults=False),
        replace(FAMILY, rents_from_the_other=True),
        replace(FAMILY, both_in_shelter=True),
        replace(FAMILY, one_temporarily_protected=True),
        replace(STRANGERS, partner_last_year=True, same_address=False),
        replace(STRANGERS, partner_earlier_this_year=True, same_address=False),
        replace(STRANGERS, same_address=False, parted_by_care_home=True, other_partner_since=True),
        replace(MARRIED, no_partner_on_request=True),
        replace(MARRIED, in_refuge_on_request=True),
        replace(MARRIED, missing_or_detained_on_request=True),
        replace(MARRIED, spouse_never_registered_here=True, same_address=False),
        PARENT_AND_CHILD,
        replace(FAMILY, kinship=Kinship.AFFINITY, kinship_request=True),
        replace(FAMILY, foster_request=True),
    ],
)
def test_these_two_are_no_partners(facts: ToeslagpartnerFacts) -> None:
    assert determined(REGULATION, facts, IN_2026).outcome is Outcome.REFUSED


def test_family_by_marriage_are_partners_until_they_ask_not_to_be() -> None:
    facts = replace(FAMILY, kinship=Kinship.AFFINITY, kinship_request=False)
    assert determined(REGULATION, facts, IN_2026).outcome is Outcome.GRANTED


@pytest.mark.parametrize(
    ("on", "born", "outcome"),
    [
        # 27 on 1 January 2024: partners until the law changed on 1 January 2025 (Awir 3 lid 5 a)
        (dt.date(2024, 12, 31), dt.date(1997, 1, 1), Outcome.GRANTED),
        (dt.date(2024, 12, 31), dt.date(1997, 1, 2), Outcome.REFUSED),
        (dt.date(2025, 1, 1), dt.date(1997, 1, 1), Outcome.REFUSED),
    ],
)
def test_a_parent_and_child_were_partners_when_both_had_been_27(
    on: dt.date, born: dt.date, outcome: Outcome
) -> None:
    facts = replace(PARENT_AND_CHILD, born=dt.date(1960, 6, 6), other_born=born)
    assert determined(REGULATION, facts, on).outcome is outcome


@pytest.mark.parametrize(
    ("own", "other", "oldest", "outcome"),
    [
        ("pension_partner", Ground.HOME, False, Outcome.GRANTED),
        ("home_together", Ground.PENSION, True, Outcome.REFUSED),
        ("partner_last_year", Ground.SPOUSE, True, Outcome.REFUSED),
        ("child_together", Ground.CHILD, True, Outcome.GRANTED),
        ("child_together", Ground.CHILD, False, Outcome.REFUSED),
        ("married", Ground.SPOUSE, True, Outcome.GRANTED),
        ("married", Ground.SPOUSE, False, Outcome.REFUSED),
    ],
)
def test_of_two_candidates_the_first_ground_of_the_law_wins(
    own: str, other: Ground, oldest: bool, outcome: Outcome
) -> None:
    ground: dict[str, Any] = {own: True}
    facts = replace(STRANGERS, other_candidate=other, this_bond_first=oldest, **ground)
    assert determined(REGULATION, facts, IN_2026).outcome is outcome


@pytest.mark.parametrize(
    ("began", "on", "since"),
    [
        (dt.date(2026, 5, 1), dt.date(2026, 5, 31), dt.date(2026, 5, 1)),
        (dt.date(2026, 5, 2), dt.date(2026, 6, 1), dt.date(2026, 6, 1)),
        (dt.date(2026, 12, 31), dt.date(2027, 1, 1), dt.date(2027, 1, 1)),
        (dt.date(2024, 2, 29), dt.date(2024, 3, 1), dt.date(2024, 3, 1)),
    ],
)
def test_a_change_counts_from_the_next_month(began: dt.date, on: dt.date, since: dt.date) -> None:
    facts = replace(MARRIED, began=began)
    assert determined(REGULATION, facts, on).result("since") == since
    before = since - dt.timedelta(days=1)
    assert determined(REGULATION, facts, before).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        (MARRIED, "married"),
        (replace(MARRIED, same_address=False), "divorce_requested"),
        (MARRIED, "judicially_separated"),
        (MARRIED, "began"),
        (MARRIED, "other_candidate"),
        (replace(MARRIED, divorce_requested=True), "same_address"),
        (FAMILY, "same_address"),
        (FAMILY, "rents_from_the_other"),
        (FAMILY, "kinship"),
        (STRANGERS, "home_together"),
        (STRANGERS, "parted_by_care_home"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: ToeslagpartnerFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), IN_2026)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


def test_an_unknown_address_does_not_matter_to_who_is_married_and_not_divorcing() -> None:
    found = determined(REGULATION, without(MARRIED, "same_address"), IN_2026)
    assert found.outcome is Outcome.GRANTED


@given(st.dates(dt.date(2025, 1, 1), dt.date(2026, 12, 31)))
def test_within_a_month_the_day_changes_nothing(on: dt.date) -> None:
    first = determined(REGULATION, FAMILY, on.replace(day=1))
    found = determined(REGULATION, FAMILY, on)
    assert (found.outcome, found.results, found.period) == (
        first.outcome,
        first.results,
        first.period,
    )


@pytest.mark.parametrize("name", ["missing_or_detained_on_request", "spouse_never_registered_here"])
def test_before_2026_there_was_no_article_3c(name: str) -> None:
    excepted: dict[str, Any] = {name: True}
    facts = replace(MARRIED, **excepted)
    last_day = dt.date(2025, 12, 31)
    assert determined(REGULATION, facts, last_day).outcome is Outcome.GRANTED
    assert determined(REGULATION, without(facts, name), last_day).outcome is Outcome.GRANTED
    assert determined(REGULATION, facts, dt.date(2026, 1, 1)).outcome is Outcome.REFUSED

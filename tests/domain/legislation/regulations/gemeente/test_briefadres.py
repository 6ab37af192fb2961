"""Routes and days by hand from Wet BRP 2.19, 2.20, 2.23 and 2.39-2.45, Awb 4:13 and Atw 1."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome
from domain.legislation.regulations.gemeente._briefadres_facts import (
    BriefadresFacts,
    Reason,
    Route,
)
from domain.legislation.regulations.gemeente.briefadres import REGULATION
from domain.legislation.terms import is_working_day
from tests.support.law import determined, without

ON = dt.date(2026, 5, 12)

DECLARED = BriefadresFacts(
    stays_here=True,
    lawful_residence=True,
    identity_established=True,
    reason=Reason.NO_RESIDENCE,
    registered_before=True,
    declared=True,
    declared_on=dt.date(2026, 5, 6),
    changed_on=dt.date(2026, 5, 1),
    provider_consents=True,
)
SILENT = replace(
    without(DECLARED, "declared_on", "changed_on"), declared=False, intention_told=False
)


def test_on_declaration_it_is_the_address_of_who_lends_it() -> None:
    found = determined(REGULATION, DECLARED, ON)
    assert found.result("route") is Route.DECLARATION
    assert found.result("decide_by") == dt.date(2026, 7, 1)  # eight weeks, a Wednesday


@pytest.mark.parametrize(
    ("consents", "route"),
    [(True, Route.EX_OFFICIO_PROVIDER), (False, Route.EX_OFFICIO_MUNICIPALITY)],
)
def test_without_a_declaration_the_municipality_sees_to_it(consents: bool, route: Route) -> None:
    facts = replace(SILENT, provider_consents=consents, intention_told=True)
    facts = replace(facts, intention_told_on=dt.date(2026, 5, 20))
    found = determined(REGULATION, facts, ON)
    assert found.result("route") is route
    assert found.result("registered_from") == dt.date(2026, 5, 20)  # 2.20 lid 3 onder c


def test_a_declaration_without_anybody_who_lends_an_address_is_no_dead_end() -> None:
    facts = replace(without(DECLARED, "declared"), provider_consents=False, intention_told=False)
    assert determined(REGULATION, facts, ON).result("route") is Route.EX_OFFICIO_MUNICIPALITY


@pytest.mark.parametrize(
    ("changed", "declared", "since"),
    [
        (dt.date(2026, 5, 1), dt.date(2026, 5, 6), dt.date(2026, 5, 1)),
        (dt.date(2026, 5, 1), dt.date(2026, 5, 7), dt.date(2026, 5, 7)),
        # the fifth day is Saturday 23 May and Monday is Whit Monday: in time until Tuesday
        (dt.date(2026, 5, 18), dt.date(2026, 5, 26), dt.date(2026, 5, 18)),
        (dt.date(2026, 5, 18), dt.date(2026, 5, 27), dt.date(2026, 5, 27)),
        # beforehand
        (dt.date(2026, 5, 18), dt.date(2026, 5, 4), dt.date(2026, 5, 18)),
    ],
)
def test_it_counts_from_the_change_when_declared_in_time(
    changed: dt.date, declared: dt.date, since: dt.date
) -> None:
    facts = replace(DECLARED, changed_on=changed, declared_on=declared)
    assert determined(REGULATION, facts, ON).result("registered_from") == since


def test_a_first_registration_counts_from_the_day_of_receipt() -> None:
    facts = replace(without(DECLARED, "changed_on"), registered_before=False)
    assert determined(REGULATION, facts, ON).result("registered_from") == dt.date(2026, 5, 6)


@pytest.mark.parametrize("reason", [Reason.DESIGNATED_INSTITUTION, Reason.SAFETY])
def test_with_a_residential_address_it_takes_a_declaration_and_consent(reason: Reason) -> None:
    facts = replace(DECLARED, reason=reason)
    assert determined(REGULATION, facts, ON).result("route") is Route.DECLARATION
    for missing in (replace(facts, declared=False), replace(facts, provider_consents=False)):
        assert determined(REGULATION, missing, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "facts",
    [
        replace(DECLARED, stays_here=False),
        replace(DECLARED, lawful_residence=False),
        replace(DECLARED, identity_established=False),
        replace(DECLARED, reason=Reason.OTHER),
        replace(without(DECLARED, "reason", "stays_here"), lawful_residence=False),
    ],
)
def test_it_is_refused(facts: BriefadresFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *(
            (DECLARED, name)
            for name in (
                *("stays_here", "lawful_residence", "identity_established", "reason", "declared"),
                *("provider_consents", "declared_on", "changed_on", "registered_before"),
            )
        ),
        (SILENT, "provider_consents"),
        (SILENT, "intention_told"),
        (replace(SILENT, intention_told=True), "intention_told_on"),
        (replace(DECLARED, reason=Reason.SAFETY), "provider_consents"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: BriefadresFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.booleans(), st.booleans())
def test_who_has_no_residence_is_never_turned_away(declared: bool, consents: bool) -> None:
    facts = replace(DECLARED, declared=declared, provider_consents=consents, intention_told=False)
    assert determined(REGULATION, facts, ON).outcome is Outcome.GRANTED


@given(st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31)))
def test_the_term_for_the_decision_never_ends_on_a_day_off(declared_on: dt.date) -> None:
    found = determined(REGULATION, replace(DECLARED, declared_on=declared_on), declared_on)
    by = found.result("decide_by")
    assert isinstance(by, dt.date)
    assert is_working_day(by)

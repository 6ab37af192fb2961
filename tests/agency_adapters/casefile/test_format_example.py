"""The example in the description of the format, and what users find under a wrong name."""

from __future__ import annotations

import pytest

from agency_adapters.casefile import load_case_file, picture_of
from agency_adapters.casefile.examples import example
from domain.budget import budget_of
from domain.conflicts.catalogue import find_conflicts

FORMAT_EXAMPLE = """
{"schema_version": "1.0", "id": "example", "title": "Woman with a car fine", "story": "...",
 "intake": {"municipality": "Rijnstede", "date": "2026-11-23", "urgency": "regular",
  "life_event": "none", "ground": {"law": "Wmo 2015", "article": "2.1.1"},
  "members": [{"id": "p1", "name": "An Voorbeeld", "bsn": "999901072", "born": "1990-01-01",
   "role": "applicant", "lives_at": "a1"}],
  "relations": [],
  "addresses": [{"id": "a1", "kind": "home", "lines": "Dorpsstraat 1, 9990 AA Rijnstede",
   "secret": false}],
  "housing": {"address": "a1", "kind": "independent_rental", "rent_monthly_cents": 60000,
   "arrears_cents": 0},
  "income": [{"id": "in1", "person": "p1", "kind": "wage", "label": "Loon",
   "amount_monthly_cents": 190000}],
  "expenses": [{"id": "ex1", "kind": "rent", "label": "Huur", "amount_monthly_cents": 60000}],
  "assets": [], "evidence": [], "goals": ["Rust"],
  "parties": [{"id": "cjib", "kind": "cjib", "name": "CJIB", "records": [
   {"record": "claim", "id": "j1", "persons": ["p1"], "scheme": "traffic_fine", "kind": "fine",
    "status": "open", "outstanding_cents": 12000, "liable": ["p1"]}]}]},
 "agencies": {"uwv": [], "svb": [], "duo": [], "cak": [],
  "belastingdienst": [
   {"record": "entitlement", "id": "t1", "department": "toeslagen", "persons": ["p1"],
    "scheme": "zorgtoeslag", "status": "in_payment", "amount_monthly_cents": 12900,
    "payee": {"member": "p1"}},
   {"record": "claim", "id": "t2", "department": "toeslagen", "persons": ["p1"],
    "scheme": "zorgtoeslag", "kind": "overpayment", "status": "in_collection",
    "outstanding_cents": 24000, "liable": ["p1"], "overpayment": {"period_from": "2025-01-01",
    "period_until": "2025-12-31", "cause": "estimate_differs", "fault": "none"}},
   {"record": "recovery", "id": "t3", "department": "toeslagen", "persons": ["p1"], "for": "t2",
    "method": "set_off", "on": "t1", "status": "running", "amount_monthly_cents": 2000,
    "from": "2026-11-01", "legal_basis": [{"law": "Awir", "article": "30"}]}],
  "gemeente": []}}
"""


def test_the_example_of_the_format_loads_and_has_a_budget_and_no_conflicts() -> None:
    picture = picture_of(load_case_file(FORMAT_EXAMPLE))
    budget = budget_of(picture)
    assert (budget.income_cents, budget.expenses_cents) == (190000 + 12900 - 2000, 60000)
    assert budget.debts_cents == 36000
    assert find_conflicts(picture) == ()


def test_an_example_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(KeyError, match="J00, J01"):
        example("J99")

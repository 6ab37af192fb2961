"""Every statutory term in the example households, reproduced from the day that starts it, also
over the Christmas holidays."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from domain.legislation.regulations.every_body import beslistermijn, bezwaartermijn, termijn
from domain.legislation.regulations.every_body._decision_procedures import Procedure
from domain.legislation.regulations.every_body.beslistermijn import BeslistermijnFacts
from domain.legislation.regulations.every_body.bezwaartermijn import BezwaartermijnFacts
from tests.support.law import determined

ROOT = Path(__file__).parents[5]
CASES = sorted((ROOT / "agency_adapters" / "casefile" / "examples").glob("J*.json"))
EXPECTED = sorted((ROOT / "tests" / "domain" / "expected").glob("J*.json"))
TODAY = dt.date(2026, 11, 23)

STATUTORY_WEEKS = {"wajong": 14}
"""What the case files say that the sector law gives."""


def _records() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in CASES:
        case = json.loads(path.read_text(encoding="utf-8"))
        for records in case["agencies"].values():
            for record in records:
                yield path.stem, record


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _decide_by(procedure: Procedure, start: str, weeks: int = 1) -> dt.date:
    facts = BeslistermijnFacts(
        procedure=procedure,
        start=_day(start),
        statutory_weeks=weeks,
        postponed_weeks=0,
        information_from_abroad=False,
        suspensions=(),
    )
    found = determined(beslistermijn.REGULATION, facts, TODAY).result("last_day")
    assert isinstance(found, dt.date)
    return found


OBJECTIONS = [
    pytest.param(record["made_on"], record["objection_until"], id=f"{case}-{record['id']}")
    for case, record in _records()
    if "objection_until" in record
]
APPLICATIONS = [
    pytest.param(record, id=f"{case}-{record['id']}")
    for case, record in _records()
    if record["record"] == "application" and "decide_by" in record
]
DEADLINES = [
    pytest.param(each, id=f"{path.stem}-{each['due']}-{index}")
    for path in EXPECTED
    for index, each in enumerate(json.loads(path.read_text(encoding="utf-8"))["deadlines"])
    if each["start"] is not None
]


def test_there_are_examples() -> None:
    assert len(CASES) == len(EXPECTED) == 7
    assert len(OBJECTIONS) >= 17
    assert len(APPLICATIONS) >= 6
    assert len(DEADLINES) >= 14


@pytest.mark.parametrize(("made_on", "until"), OBJECTIONS)
def test_the_last_day_to_object(made_on: str, until: str) -> None:
    facts = BezwaartermijnFacts(
        announced_on=_day(made_on), tax_decision=False, objection_made=False
    )
    assert determined(bezwaartermijn.REGULATION, facts, TODAY).result("last_day") == _day(until)


@pytest.mark.parametrize("record", APPLICATIONS)
def test_the_last_day_to_decide_on_an_application(record: dict[str, Any]) -> None:
    received, decide_by = record["received"], _day(record["decide_by"])
    if record["scheme"] == "debt_counselling":
        threat = _decide_by(Procedure.DEBT_TALK_THREAT, received)
        talk = _day(record["first_talk_by"])
        assert talk in (threat, _decide_by(Procedure.DEBT_TALK, received))
        # with a threat the municipality counts from the request, which is sooner
        start = received if talk == threat else record["first_talk_by"]
        assert decide_by == _decide_by(Procedure.DEBT_PLAN, start)
    elif record["scheme"] in STATUTORY_WEEKS:
        weeks = STATUTORY_WEEKS[record["scheme"]]
        assert decide_by == _decide_by(Procedure.STATUTORY_TERM, received, weeks)
    else:
        assert decide_by == _decide_by(Procedure.APPLICATION, received)


def test_the_last_day_for_an_advance_of_assistance() -> None:
    advances = [
        (record["received"], record["advance"]["due"])
        for _, record in _records()
        if "advance" in record
    ]
    assert advances
    for received, due in advances:
        assert _decide_by(Procedure.ASSISTANCE_ADVANCE, received) == _day(due)


PROCEDURES = {
    "Awir 16": Procedure.ALLOWANCE_ADVANCE,
    "Wgs 4 lid 1": Procedure.DEBT_TALK,
    "Wgs 4 lid 2": Procedure.DEBT_TALK_THREAT,
    "Wgs 4a": Procedure.DEBT_PLAN,
    "Pw 52": Procedure.ASSISTANCE_ADVANCE,
    "Awb 4:13": Procedure.APPLICATION,
    "Awb 7:10": Procedure.OBJECTION,
    "14 weken": Procedure.STATUTORY_TERM,
}


@pytest.mark.parametrize("deadline", DEADLINES)
def test_every_expected_deadline_that_runs_from_a_day(deadline: dict[str, Any]) -> None:
    start, due, rule = deadline["start"], _day(deadline["due"]), deadline["rule"]
    if rule.startswith("Awb 6:7"):
        tax = "AWR" in rule
        facts = BezwaartermijnFacts(
            announced_on=_day(start), tax_decision=tax, dated_on=_day(start), objection_made=False
        )
        assert determined(bezwaartermijn.REGULATION, facts, TODAY).result("last_day") == due
        return
    if rule.startswith("Fw 287b"):
        moratorium = termijn.TermijnFacts(
            start=_day(start),
            length=6,
            unit=termijn.TermUnit.MONTHS,
            in_law=True,
            counted_back=False,
        )
        assert determined(termijn.REGULATION, moratorium, TODAY).result("last_day") == due
        return
    procedure = next(found for begin, found in PROCEDURES.items() if rule.startswith(begin))
    assert _decide_by(procedure, start, 14) == due

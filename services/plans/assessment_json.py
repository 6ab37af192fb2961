"""The assessment as programs read it: the JSON of `plan assess` (English names, snake_case).

The one place that maps it; the API serves it as it is and the command line prints it as it comes.
"""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, JsonValue, TypeAdapter

from agency_adapters.casefile import records_to_json
from domain.assessment import Assessment
from domain.budget import Budget
from domain.conflicts import Conflict
from domain.deadlines import Deadline
from domain.position import Gap, Position
from domain.records import Record
from workflows.contracts import PlanSnapshot


class GapJson(BaseModel):
    """An agency whose position is not known."""

    agency: str
    reason: str
    since: dt.datetime


class BudgetJson(BaseModel):
    """The month of the assessment's day, in euro cents."""

    income_cents: int
    expenses_cents: int
    net_cents: int
    debts_cents: int


class ConflictJson(BaseModel):
    """One conflict; every list is sorted. `departments` only where they tell bodies apart."""

    type: str
    agencies: list[str]
    departments: list[str]
    parties: list[str]
    records: list[str]
    monthly_harm_cents: int | None
    urgency: str


class DeadlineJson(BaseModel):
    """What must happen by when, by whom, on which ground."""

    what: str
    start: dt.date | None
    due: dt.date
    rule: str
    owner: str


class AssessmentJson(BaseModel):
    """Everything that `plan assess` tells about one household on one day."""

    positions: dict[str, list[JsonValue]]
    gaps: list[GapJson]
    budget: BudgetJson
    conflicts: list[ConflictJson]
    deadlines: list[DeadlineJson]
    trace_id: str | None


def assessment_json(
    snapshot: PlanSnapshot, assessment: Assessment, trace_id: str | None
) -> AssessmentJson:
    """The assessment of this plan's snapshot, with the positions it was made of."""
    return AssessmentJson(
        positions=positions_json(snapshot.positions),
        gaps=[gap_json(gap) for gap in snapshot.gaps],
        budget=budget_json(assessment.budget),
        conflicts=[conflict_json(conflict) for conflict in assessment.conflicts],
        deadlines=[deadline_json(deadline) for deadline in assessment.deadlines],
        trace_id=trace_id,
    )


_LIST = TypeAdapter(list[JsonValue])


def records_json(records: tuple[Record, ...]) -> list[JsonValue]:
    """Records in the form of the case file."""
    return _LIST.validate_json(records_to_json(records))


def positions_json(positions: tuple[Position, ...]) -> dict[str, list[JsonValue]]:
    """Records per agency; an agency that holds nothing has an empty list, a silent one is
    absent."""
    return {
        position.agency.value: records_json(position.records)
        for position in sorted(positions, key=lambda position: position.agency)
    }


def gap_json(gap: Gap) -> GapJson:
    """One gap."""
    return GapJson(agency=gap.agency.value, reason=gap.reason.value, since=gap.since)


def budget_json(budget: Budget) -> BudgetJson:
    """A budget's totals."""
    return BudgetJson(
        income_cents=budget.income_cents,
        expenses_cents=budget.expenses_cents,
        net_cents=budget.net_cents,
        debts_cents=budget.debts_cents,
    )


def conflict_json(conflict: Conflict) -> ConflictJson:
    """One conflict."""
    return ConflictJson(
        type=conflict.type.value,
        agencies=[agency.value for agency in conflict.agencies],
        departments=[department.value for department in conflict.departments],
        parties=list(conflict.parties),
        records=sorted(conflict.records),
        monthly_harm_cents=conflict.monthly_harm_cents,
        urgency=conflict.urgency.value,
    )


def deadline_json(deadline: Deadline) -> DeadlineJson:
    """One deadline."""
    return DeadlineJson(
        what=deadline.what,
        start=deadline.start,
        due=deadline.due,
        rule=deadline.rule,
        owner=str(deadline.owner),
    )

"""The assessment as programs read it: the JSON of `plan assess` (English names, snake_case).

The one place that maps it; the API serves it as it is and the command line prints it as it comes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from pydantic import BaseModel, JsonValue, TypeAdapter

from agency_adapters.casefile import records_to_json
from domain.assessment import Assessment
from domain.budget import Budget
from domain.collisions import Collision
from domain.collisions import catalogue as collisions
from domain.collisions.catalogue import RULES
from domain.collisions.faces import faces_of
from domain.conflicts import Conflict
from domain.conflicts.catalogue import told_to_household, told_to_liaison
from domain.deadlines import Deadline
from domain.picture import Picture
from domain.position import Gap, Position
from domain.records import Record
from services.plans.money_json import (
    BothJson,
    MoneyJson,
    WarningJson,
    both,
    money_json,
    warnings_json,
)
from services.plans.options_json import (
    BundleJson,
    MeasureJson,
    answers_json,
    bundles_json,
    party_kinds,
)
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


class CollisionJson(BaseModel):
    """One collision of provisions, from the list of forty; every list is sorted.

    Standing at a conflict it is the same harm: never add the two up.
    """

    id: str
    name: BothJson
    agencies: list[str]
    departments: list[str]
    parties: list[str]
    records: list[str]
    monthly_harm_cents: int | None
    one_off_harm_cents: int | None
    urgency: str
    provisions: list[str]
    room: BothJson
    household: BothJson
    liaison: BothJson


class ConflictJson(BaseModel):
    """One conflict; every list is sorted. `departments` only where they tell bodies apart.

    `collisions` are those with the same harm; `measures` every lawful act that may answer it.
    """

    type: str
    agencies: list[str]
    departments: list[str]
    parties: list[str]
    records: list[str]
    monthly_harm_cents: int | None
    one_off_harm_cents: int | None
    urgency: str
    provisions: list[str]
    household: BothJson
    liaison: BothJson
    collisions: list[CollisionJson]
    measures: list[MeasureJson]


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
    money: MoneyJson
    conflicts: list[ConflictJson]
    collisions: list[CollisionJson]
    bundles: list[BundleJson]
    deadlines: list[DeadlineJson]
    warnings: list[WarningJson]
    trace_id: str | None


def assessment_json(
    snapshot: PlanSnapshot, assessment: Assessment, trace_id: str | None
) -> AssessmentJson:
    """The assessment of this plan's snapshot, with the positions it was made of."""
    picture = Picture(snapshot.household, snapshot.positions, snapshot.gaps, assessment.on)
    faces = faces_of(assessment.conflicts, assessment.collisions)
    return AssessmentJson(
        positions=positions_json(snapshot.positions),
        gaps=[gap_json(gap) for gap in snapshot.gaps],
        budget=budget_json(assessment.budget),
        money=money_json(picture),
        conflicts=[
            conflict_json(conflict, faces.of_conflict.get(conflict.ref, ()), picture)
            for conflict in assessment.conflicts
        ],
        collisions=[collision_json(collision, picture) for collision in faces.own],
        bundles=bundles_json(assessment.bundles, assessment.conflicts, picture),
        deadlines=[deadline_json(deadline, picture) for deadline in assessment.deadlines],
        warnings=warnings_json(picture),
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


def conflict_json(
    conflict: Conflict, same_harm: Iterable[Collision], picture: Picture
) -> ConflictJson:
    """One conflict with its other faces, what may be done, and what people are told of it."""
    return ConflictJson(
        type=conflict.type.value,
        agencies=[agency.value for agency in conflict.agencies],
        departments=[department.value for department in conflict.departments],
        parties=party_kinds(conflict.parties, picture),
        records=sorted(conflict.records),
        monthly_harm_cents=conflict.monthly_harm_cents,
        one_off_harm_cents=conflict.one_off_harm_cents,
        urgency=conflict.urgency.value,
        provisions=[str(provision) for provision in conflict.provisions],
        household=both(told_to_household(conflict, picture)),
        liaison=both(told_to_liaison(conflict, picture)),
        collisions=[collision_json(each, picture) for each in same_harm],
        measures=answers_json(conflict, picture),
    )


def collision_json(collision: Collision, picture: Picture) -> CollisionJson:
    """One collision, with the law's room and what people are told of it."""
    rule = RULES[collision.code]
    return CollisionJson(
        id=collision.code.value,
        name=both(rule.name),
        agencies=[agency.value for agency in collision.agencies],
        departments=[department.value for department in collision.departments],
        parties=party_kinds(collision.parties, picture),
        records=sorted(collision.records),
        monthly_harm_cents=collision.monthly_harm_cents,
        one_off_harm_cents=collision.one_off_harm_cents,
        urgency=collision.urgency.value,
        provisions=[str(provision) for provision in collision.provisions],
        room=both(rule.room),
        household=both(collisions.told_to_household(collision, picture)),
        liaison=both(collisions.told_to_liaison(collision, picture)),
    )


def deadline_json(deadline: Deadline, picture: Picture) -> DeadlineJson:
    """One deadline; a party that must act by its kind."""
    body = deadline.owner.body
    party = body.party if body else None
    kinds = party_kinds([party], picture) if party else []
    return DeadlineJson(
        what=deadline.what,
        start=deadline.start,
        due=deadline.due,
        rule=deadline.rule,
        owner=f"party:{kinds[0]}" if kinds else str(deadline.owner),
    )

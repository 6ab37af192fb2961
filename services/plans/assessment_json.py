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
from domain.bundles import Bundle
from domain.conflicts import Conflict
from domain.conflicts.catalogue import told_to_household, told_to_liaison
from domain.deadlines import Deadline
from domain.measures import Measure, Option
from domain.picture import Picture
from domain.position import Gap, Position
from domain.records import PartyRef, Record
from services.plans.money_json import (
    BothJson,
    MoneyJson,
    WarningJson,
    both,
    money_json,
    warnings_json,
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


class ConflictJson(BaseModel):
    """One conflict; every list is sorted. `departments` only where they tell bodies apart."""

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


class MeasureJson(BaseModel):
    """One act of one agency that would resolve part of it."""

    agency: str
    department: str | None
    kind: str
    provision: str
    on: list[str]
    deviates_from_law: bool
    amount_cents: int | None
    from_date: dt.date | None
    until: dt.date | None


class OptionJson(BaseModel):
    """A set of measures, with the month and the debts before and after."""

    measures: list[MeasureJson]
    net_before_cents: int
    net_after_cents: int
    debts_before_cents: int
    debts_after_cents: int


class BundleJson(BaseModel):
    """Conflicts that are decided together, and what could be decided."""

    types: list[str]
    agencies: list[str]
    options: list[OptionJson]


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
    bundles: list[BundleJson]
    deadlines: list[DeadlineJson]
    warnings: list[WarningJson]
    trace_id: str | None


def assessment_json(
    snapshot: PlanSnapshot, assessment: Assessment, trace_id: str | None
) -> AssessmentJson:
    """The assessment of this plan's snapshot, with the positions it was made of."""
    picture = Picture(snapshot.household, snapshot.positions, snapshot.gaps, assessment.on)
    return AssessmentJson(
        positions=positions_json(snapshot.positions),
        gaps=[gap_json(gap) for gap in snapshot.gaps],
        budget=budget_json(assessment.budget),
        money=money_json(picture),
        conflicts=[conflict_json(conflict, picture) for conflict in assessment.conflicts],
        bundles=[bundle_json(bundle, assessment) for bundle in assessment.bundles],
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


def conflict_json(conflict: Conflict, picture: Picture) -> ConflictJson:
    """One conflict, with what the household and what a liaison is told of it."""
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
    )


def party_kinds(parties: Iterable[PartyRef], picture: Picture) -> list[str]:
    """What kinds of party these are: to whoever reads, a party's reference means nothing."""
    kinds = {party.id: party.kind for party in picture.household.parties}
    return sorted({kinds[each].value for each in parties if each in kinds})


def bundle_json(bundle: Bundle, assessment: Assessment) -> BundleJson:
    """One bundle with its options."""
    types = {conflict.ref: conflict.type.value for conflict in assessment.conflicts}
    return BundleJson(
        types=sorted({types[ref] for ref in bundle.conflicts}),
        agencies=[agency.value for agency in bundle.agencies],
        options=[_option(option) for option in bundle.options],
    )


def _option(option: Option) -> OptionJson:
    return OptionJson(
        measures=[_measure(measure) for measure in option.measures],
        net_before_cents=option.net_before_cents,
        net_after_cents=option.net_after_cents,
        debts_before_cents=option.debts_before_cents,
        debts_after_cents=option.debts_after_cents,
    )


def _measure(measure: Measure) -> MeasureJson:
    return MeasureJson(
        agency=measure.agency.value,
        department=measure.department.value if measure.department else None,
        kind=measure.kind.value,
        provision=str(measure.provision),
        on=list(measure.on),
        deviates_from_law=measure.deviates_from_law,
        amount_cents=measure.amount_cents,
        from_date=measure.from_date,
        until=measure.until,
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

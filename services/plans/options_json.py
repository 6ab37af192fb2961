"""What could be decided, as programs read it: bundles, options, measures and requests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from pydantic import BaseModel, JsonValue, TypeAdapter

from domain.budget import budget_of
from domain.budget.months import MonthAhead, months_ahead
from domain.bundles import Bundle
from domain.conflicts import Conflict
from domain.legislation.text import Text
from domain.measures import Measure, Option, Request
from domain.measures.carrying_out import carried_out
from domain.measures.judge import judge
from domain.measures.own_decision import objection_body
from domain.options.catalogue import measures_for, requests_for
from domain.options.needs import RIGHT, needs_of, room_of_measure
from domain.options.side_effects import SideEffect, side_effects_of
from domain.picture import Picture
from domain.records import PartyRef, Record, Value
from domain.vocabulary import Agency
from services.plans.money_json import BothJson, body_json, both


class RoomJson(BaseModel):
    """The room that the law gives for an act; `kind` is "right" where none is needed."""

    kind: str
    what: BothJson
    verified: bool


class SideEffectJson(BaseModel):
    """What follows under another rule; euro cents, once, when known."""

    body: str
    what: BothJson
    provision: str
    amount_cents: int | None


class ActJson(BaseModel):
    """One act that would resolve part of it: an agency's measure, or a request to a party.

    A measure has its `agency`; a request its `party`, and the `agency` that must ask, if any.
    """

    agency: str | None
    department: str | None
    party: str | None
    kind: str
    provision: str
    on: list[str]
    deviates_from_law: bool
    amount_cents: int | None
    from_date: dt.date | None
    until: dt.date | None
    value: JsonValue


class MeasureJson(ActJson):
    """An act with all that who weighs it asks for; effects in euro cents, None when not known."""

    competent: str
    room: RoomJson
    needs: list[BothJson]
    monthly_effect_cents: int | None
    debt_effect_cents: int | None
    side_effects: list[SideEffectJson]


class MonthBothJson(BaseModel):
    """One of the coming months, without and with the option."""

    seen_on: dt.date
    net_before_cents: int
    net_after_cents: int
    debts_before_cents: int
    debts_after_cents: int


class OptionJson(BaseModel):
    """A set of acts, with the month, the debts and the year before and after."""

    approach: str
    measures: list[MeasureJson]
    resolves: list[str]
    leaves: list[str]
    net_before_cents: int
    net_after_cents: int
    debts_before_cents: int
    debts_after_cents: int
    months: list[MonthBothJson]


class BundleJson(BaseModel):
    """Conflicts that are decided together, and what could be decided."""

    types: list[str]
    agencies: list[str]
    options: list[OptionJson]


def bundles_json(
    bundles: Iterable[Bundle], conflicts: Iterable[Conflict], picture: Picture
) -> list[BundleJson]:
    """Every bundle with its options, against the coming twelve months as they are without."""
    types = {conflict.ref: conflict.type.value for conflict in conflicts}
    before = months_ahead(picture)
    return [
        BundleJson(
            types=_types(bundle.conflicts, types),
            agencies=[agency.value for agency in bundle.agencies],
            options=[_option(option, types, before, picture) for option in bundle.options],
        )
        for bundle in bundles
    ]


def answers_json(conflict: Conflict, picture: Picture) -> list[MeasureJson]:
    """Every lawful act for one conflict: rights first, then what is asked of parties, then room."""
    measures = measures_for((conflict,), picture)
    rights = [each for each in measures if not each.deviates_from_law]
    room = [each for each in measures if each.deviates_from_law]
    asked = requests_for((conflict,), picture)
    return [
        *(_measure(each, picture) for each in rights),
        *(_request(each, picture) for each in asked),
        *(_measure(each, picture) for each in room),
    ]


def party_kinds(parties: Iterable[PartyRef], picture: Picture) -> list[str]:
    """What kinds of party these are: to whoever reads, a party's reference means nothing."""
    kinds = {party.id: party.kind for party in picture.household.parties}
    return sorted({kinds[each].value for each in parties if each in kinds})


def _types(refs: Iterable[str], types: dict[str, str]) -> list[str]:
    return sorted({types[ref] for ref in refs})


def _option(
    option: Option, types: dict[str, str], before: tuple[MonthAhead, ...], picture: Picture
) -> OptionJson:
    return OptionJson(
        approach=option.approach.value,
        measures=[
            *(_measure(measure, picture) for measure in option.measures),
            *(_request(request, picture) for request in option.requests),
        ],
        resolves=_types(option.resolves, types),
        leaves=_types(option.leaves, types),
        net_before_cents=option.net_before_cents,
        net_after_cents=option.net_after_cents,
        debts_before_cents=option.debts_before_cents,
        debts_after_cents=option.debts_after_cents,
        months=_months(option, before, picture),
    )


def _months(
    option: Option, before: tuple[MonthAhead, ...], picture: Picture
) -> list[MonthBothJson]:
    """The year from today: what works only later works from its own day."""
    done = carried_out(option.measures, option.requests, picture, picture.today)
    after = months_ahead(replace(done.after, today=picture.today))
    return [
        MonthBothJson(
            seen_on=without.seen_on,
            net_before_cents=without.budget.net_cents,
            net_after_cents=with_it.budget.net_cents,
            debts_before_cents=without.budget.debts_cents,
            debts_after_cents=with_it.budget.debts_cents,
        )
        for without, with_it in zip(before, after, strict=True)
    ]


def _measure(measure: Measure, picture: Picture) -> MeasureJson:
    judged = judge(measure, _records_of(measure.agency, picture), picture.today)
    room = room_of_measure(measure)
    return MeasureJson(
        **_act(measure).model_dump(),
        competent=objection_body(measure.agency, measure.department),
        room=RoomJson(kind="right", what=both(RIGHT), verified=True)
        if room is None
        else RoomJson(kind=room.kind.value, what=both(room.words), verified=room.verified),
        needs=[both(each) for each in needs_of(measure)],
        monthly_effect_cents=sum(each.monthly_effect_cents for each in judged.effects),
        debt_effect_cents=sum(each.debt_effect_cents for each in judged.effects),
        side_effects=[_side_effect(each) for each in side_effects_of(measure, picture)],
    )


def _request(request: Request, picture: Picture) -> MeasureJson:
    (kind,) = party_kinds((request.party,), picture)
    done = carried_out((), (request,), picture, picture.today)
    return MeasureJson(
        agency=request.through.value if request.through else None,
        department=None,
        party=kind,
        kind=request.kind.value,
        provision=str(request.provision),
        on=list(request.on),
        deviates_from_law=False,
        amount_cents=request.amount_cents,
        from_date=request.from_date,
        until=request.until,
        value=_value(request.value),
        competent=kind,
        room=RoomJson(kind="request", what=both(ASKED), verified=True),
        needs=[both(each) for each in needs_of(request)],
        monthly_effect_cents=None,
        debt_effect_cents=_debts(done.after) - _debts(picture),
        side_effects=[_side_effect(each) for each in side_effects_of(request, picture)],
    )


ASKED = Text(
    "Dit wordt gevraagd: de partij (of de rechter) beslist.",
    "This is asked for: the party (or the court) decides.",
)


def _debts(picture: Picture) -> int:
    return budget_of(picture).debts_cents


def _act(measure: Measure) -> ActJson:
    return ActJson(
        agency=measure.agency.value,
        department=measure.department.value if measure.department else None,
        party=None,
        kind=measure.kind.value,
        provision=str(measure.provision),
        on=list(measure.on),
        deviates_from_law=measure.deviates_from_law,
        amount_cents=measure.amount_cents,
        from_date=measure.from_date,
        until=measure.until,
        value=_value(measure.value),
    )


_VALUE: TypeAdapter[Value | None] = TypeAdapter(Value | None)


def _value(value: Value | None) -> JsonValue:
    return TypeAdapter(JsonValue).validate_python(_VALUE.dump_python(value, mode="json"))


def _side_effect(effect: SideEffect) -> SideEffectJson:
    return SideEffectJson(
        body=body_json(effect.body),
        what=both(effect.what),
        provision=str(effect.provision),
        amount_cents=effect.amount_cents,
    )


def _records_of(agency: Agency, picture: Picture) -> tuple[Record, ...]:
    return tuple(
        record
        for position in picture.positions
        if position.agency is agency
        for record in position.records
    )

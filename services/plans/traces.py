"""Traces of plans: what happened, over all organisations, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass

from services.identity.actor import Actor
from services.identity.rights import Action
from services.plans.errors import NotFound
from services.plans.guard import PLAN_ATTRIBUTE, municipality_of
from services.store.plans import PlanBook, PlanLine
from services.telemetry.spans import SpanRow
from services.telemetry.store import TelemetryStore

SERVER = "server"
"""The kind of span whose links are its caller's word: they prove nothing about whose it is."""


@dataclass(frozen=True, slots=True)
class TraceView:
    """One trace of a plan, and the first step of each of the plan's other traces."""

    trace_id: str
    plan: PlanLine
    spans: tuple[SpanRow, ...]
    later: tuple[SpanRow, ...]


class Traces:
    """The application service for traces."""

    def __init__(self, telemetry: TelemetryStore, plans: PlanBook) -> None:
        self._telemetry = telemetry
        self._plans = plans

    async def show(self, actor: Actor, trace_id: str) -> TraceView:
        """A trace of a plan of the actor's municipality. Raises NotFound, NotAllowed."""
        municipality = municipality_of(actor, Action.SEE_TRACE)
        spans = await self._telemetry.trace_of(trace_id)
        linked = {link for span in spans if span.kind != SERVER for link in span.links}
        plan = await self._plans.plan_in_trace(
            municipality, (trace_id, *sorted(linked)), sorted(_plans_named_in(spans))
        )
        if plan is None:
            raise NotFound("Dit spoor is er niet, of het hoort niet bij uw organisatie.")
        later = await self._telemetry.later_than(trace_id, plan.ref.plan)
        own = await self._plans.own_among(municipality, sorted(_plans_named_in((*spans, *later))))
        return TraceView(trace_id, plan, _without_others(spans, own), _without_others(later, own))


def _plans_named_in(spans: tuple[SpanRow, ...]) -> set[str]:
    return {str(span.attributes[PLAN_ATTRIBUTE]) for span in spans if _names_plan(span)}


def _without_others(spans: tuple[SpanRow, ...], own: frozenset[str]) -> tuple[SpanRow, ...]:
    """Without what is about a plan of another municipality."""
    return tuple(
        span for span in spans if not _names_plan(span) or span.attributes[PLAN_ATTRIBUTE] in own
    )


def _names_plan(span: SpanRow) -> bool:
    return PLAN_ATTRIBUTE in span.attributes

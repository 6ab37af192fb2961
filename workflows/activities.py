"""The activities: what plans do in the world. Agencies' answers come in as domain types; their
errors are translated here, once, to what Temporal must do with them."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import NoReturn

from opentelemetry import trace
from temporalio import activity
from temporalio.exceptions import ApplicationError

from agency_adapters.contract.errors import (
    AgencyAnswerInvalid,
    AgencyError,
    AgencyRefused,
    AgencyUnavailable,
)
from agency_adapters.contract.port import AgencyPort, Asker, Judgement
from domain.measures import Measure, Receipt
from domain.position import Position
from domain.vocabulary import Agency, RecordKind
from workflows.contracts import AskContext, DecisionSnapshot, PlanSnapshot
from workflows.judging import Judgement as LawsJudgement
from workflows.judging import Question, judged
from workflows.ports import PersonRegister, SnapshotStore

PURPOSE = "Eén plan voor het huishouden: botsende regels vinden en oplossen"
"""The purpose that every request to an agency states (AVG art. 5(1)(b))."""

ALL_KINDS = tuple(RecordKind)


@dataclass(frozen=True, slots=True)
class PositionRequest:
    """Ask one agency where the household stands on a date."""

    context: AskContext
    agency: Agency
    on: dt.date


@dataclass(frozen=True, slots=True)
class MeasureRequest:
    """Assess or apply one measure on a date; `key` is its idempotency key, made by the workflow."""

    context: AskContext
    measure: Measure
    on: dt.date
    key: str
    decision: str


@dataclass(frozen=True, slots=True)
class RevertRequest:
    """Take one measure back, by the key under which it was (to be) applied."""

    context: AskContext
    agency: Agency
    on: dt.date
    key: str
    reason: str


class AgencyActivities:
    """What plans ask of agencies. Every effect carries an idempotency key, so each may be
    repeated."""

    def __init__(self, agencies: Mapping[Agency, AgencyPort], persons: PersonRegister) -> None:
        self._agencies = agencies
        self._persons = persons
        self._tracer = trace.get_tracer("samenloop.plan")

    @activity.defn
    async def get_position(self, request: PositionRequest) -> Position:
        """What the agency holds about the household."""
        with self._span("agency.get_position", request.context, request.agency):
            asker = await self._asker(request.context)
            try:
                return await self._agencies[request.agency].get_position(
                    asker, request.on, ALL_KINDS
                )
            except AgencyError as error:
                _raise_for_temporal(error)

    @activity.defn
    async def assess_measure(self, request: MeasureRequest) -> Judgement:
        """Would the agency find this measure lawful?"""
        measure = request.measure
        with self._span("agency.assess_measure", request.context, measure.agency):
            asker = await self._asker(request.context)
            try:
                return await self._agencies[measure.agency].assess_measure(
                    asker, measure, request.on
                )
            except AgencyError as error:
                _raise_for_temporal(error)

    @activity.defn
    async def apply_measure(self, request: MeasureRequest) -> Receipt:
        """Have the agency carry the measure out."""
        measure = request.measure
        with self._span("agency.apply_measure", request.context, measure.agency):
            asker = await self._asker(request.context)
            try:
                receipt = await self._agencies[measure.agency].apply_measure(
                    asker, measure, request.on, request.key, request.decision
                )
            except AgencyError as error:
                _raise_for_temporal(error)
            if receipt.reverted:
                raise ApplicationError(
                    "this measure was taken back before", type="AgencyRefused", non_retryable=True
                )
            return receipt

    @activity.defn
    async def revert_measure(self, request: RevertRequest) -> Receipt | None:
        """Have the agency take the measure back; None when it was never applied."""
        with self._span("agency.revert_measure", request.context, request.agency):
            asker = await self._asker(request.context)
            try:
                return await self._agencies[request.agency].revert_measure(
                    asker, request.key, request.on, request.reason
                )
            except AgencyError as error:
                _raise_for_temporal(error)

    async def _asker(self, context: AskContext) -> Asker:
        try:
            persons = await self._persons.persons_of(context.plan)
        except KeyError as error:
            raise ApplicationError(
                "the household is not in the register (any more)",
                type="HouseholdUnknown",
                non_retryable=True,
            ) from error
        return Asker(
            persons=tuple(persons),
            purpose=PURPOSE,
            ground=context.ground,
            administration=context.administration,
        )

    def _span(
        self, name: str, context: AskContext, agency: Agency
    ) -> AbstractContextManager[trace.Span]:
        return self._tracer.start_as_current_span(
            name,
            attributes={
                "samenloop.plan": context.plan.plan,
                "samenloop.agency": agency.value,
                "samenloop.attempt": activity.info().attempt,
            },
        )


class RecordActivities:
    """Keeping the plan's state for people who search it and for the law."""

    def __init__(self, store: SnapshotStore) -> None:
        self._store = store

    @activity.defn
    async def save_plan(self, snapshot: PlanSnapshot) -> None:
        """Idempotent on (plan, sequence)."""
        await self._store.save_plan(snapshot)

    @activity.defn
    async def save_decision(self, snapshot: DecisionSnapshot) -> None:
        """Idempotent on (decision, sequence)."""
        await self._store.save_decision(snapshot)


class LawActivities:
    """What the law of today makes of what is known. Pure: may be repeated."""

    @activity.defn
    async def judge(self, question: Question) -> LawsJudgement:
        """Raises ParameterMissing for a day without known amounts."""
        # in a thread: it computes for some tens of milliseconds, and others wait on this loop
        return await asyncio.to_thread(judged, question)


def _raise_for_temporal(error: AgencyError) -> NoReturn:
    """An agency that is away is asked again; one that says no, or talks nonsense, is not."""
    if isinstance(error, AgencyUnavailable):
        after = error.retry_after_seconds
        raise ApplicationError(
            str(error),
            type="AgencyUnavailable",
            next_retry_delay=None if after is None else dt.timedelta(seconds=after),
        ) from error
    if isinstance(error, AgencyRefused):
        raise ApplicationError(
            str(error), error.reason, type="AgencyRefused", non_retryable=True
        ) from error
    kind = "AgencyAnswerInvalid" if isinstance(error, AgencyAnswerInvalid) else "AgencyError"
    raise ApplicationError(str(error), error.reason, type=kind, non_retryable=True) from error

"""A plan of years stays bounded: run after run, with nothing pending lost, and each run replays."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import suppress

import pytest
from opentelemetry import trace
from temporalio.api.enums.v1 import EventType
from temporalio.client import Client, WorkflowHistory, WorkflowUpdateFailedError
from temporalio.testing import WorkflowEnvironment

from agency_adapters.contract.errors import AgencyUnavailable
from domain.decisions import DecisionState, VoteKind
from domain.plan import PlanOutcome, PlanPhase
from domain.vocabulary import Agency
from tests.support.decisions import vote_of
from tests.support.scripted_agency import ScriptedAgency, failing, well
from tests.workflows.test_household_plan import Running, plan
from tests.workflows.test_replay import replayer
from workflows import carrying_on
from workflows.contracts import CloseRequest
from workflows.household_plan import HouseholdPlan
from workflows.in_memory import InMemoryKeyRing
from workflows.joint_decision import JointDecision
from workflows.worker import WORKFLOWS

TWO_YEARS = dt.timedelta(days=730)
EVENTS = 500
WHILE_DECIDING = 1_000
"""What a run may still grow by while a decision keeps it from being carried on."""

CLOSE = CloseRequest("sw-1", PlanOutcome.WITHDRAWN, "The household moved away")
CONTINUED = EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW


async def runs_of(p: Running) -> AsyncIterator[WorkflowHistory]:
    """The histories of all runs of the plan, the first one first."""
    run_id = p.handle.first_execution_run_id
    while run_id:
        history = await p.client.get_workflow_handle(p.handle.id, run_id=run_id).fetch_history()
        yield history
        last = history.events[-1]
        follows = last.workflow_execution_continued_as_new_event_attributes
        run_id = follows.new_execution_run_id if last.event_type == CONTINUED else None


def silent(agency: Agency) -> ScriptedAgency:
    """An agency that does not answer: the plan keeps it as a gap, and goes on."""
    down = AgencyUnavailable(agency, "DOWN", "no answer")
    return ScriptedAgency(agency, trouble=failing("get_position", down))


async def looked_again(p: Running, agency: ScriptedAgency, before: int) -> None:
    """Wait until the agency was asked once more: at once, or at the next turn of a long run."""
    for second in range(400):
        if agency.asked > before:
            return
        await p.env.sleep(1 if second < 60 else 60)
    raise AssertionError("the plan did not look again")


async def all_but_one_vote(p: Running) -> set[str]:
    """Votes on the open decision, if there is one, that do not decide it; gives their ids."""
    cast: set[str] = set()
    for decision in list(p.snapshots.decisions.values()):
        if decision.state is not DecisionState.OPEN or decision.votes:
            continue
        for agency in decision.bundle.agencies[1:]:
            vote = vote_of(agency, decision.bundle, VoteKind.AGREE)
            receipt = await p.table(decision).execute_update(JointDecision.cast_vote, vote)
            cast.add(f"{receipt.decision}/{receipt.vote}")
    return cast


@pytest.mark.slow
async def test_two_years_with_500_events_stay_bounded_and_lose_nothing(
    env: WorkflowEnvironment,
    client: Client,
    keys: InMemoryKeyRing,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(carrying_on, "MOST_EVENTS", 600)
    uwv = ScriptedAgency(Agency.UWV)
    cast: set[str] = set()
    happened = 0
    async with plan(
        env, client, "J01", instead={"uwv": uwv}, lasting=TWO_YEARS + dt.timedelta(days=60)
    ) as p:
        await p.open_decision()
        ends = await env.get_current_time() + TWO_YEARS
        all_records = uwv.records
        while happened < EVENTS:
            await env.sleep(TWO_YEARS / EVENTS * 4)
            before = uwv.asked
            uwv.records = all_records if happened % 2 else all_records[1:]
            uwv.trouble = well if happened % 20 else silent(Agency.UWV).trouble
            for _ in range(3):
                await p.handle.signal(HouseholdPlan.refresh)
            await looked_again(p, uwv, before)
            uwv.trouble = well
            votes = await all_but_one_vote(p)
            cast |= votes
            happened += len(votes) + 4
        await env.sleep(max(ends - await env.get_current_time(), dt.timedelta(0)))
        snapshot = await p.handle.query(HouseholdPlan.snapshot)
        runs = [history async for history in runs_of(p)]
        counted = {f"{d.ref}/{c.vote.id}" for d in p.snapshots.decisions.values() for c in d.votes}
    assert cast
    assert cast == counted
    assert len(runs) > 5
    assert max(len(run.events) for run in runs) < 600 + WHILE_DECIDING
    assert len(snapshot.decisions) > 3
    assert snapshot.sequence == p.snapshots.plans["pl-test"].sequence
    assert snapshot.first_assessment is not None
    assert snapshot.first_assessment.budget.net_cents == -128603
    for run in runs:
        await replayer(keys, WORKFLOWS).replay_workflow(run)


async def test_what_comes_at_the_very_moment_of_carrying_on_is_not_lost(
    env: WorkflowEnvironment,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    record: Callable[..., None],
) -> None:
    monkeypatch.setattr(carrying_on, "MOST_EVENTS", 60)
    uwv = silent(Agency.UWV)
    async with plan(env, client, "J00", instead={"uwv": uwv}) as p:
        await p.until(PlanPhase.FOLLOWING)
        for _ in range(12):
            before = uwv.asked
            # in bursts, so that some come while the run is being continued
            await asyncio.gather(*(p.handle.signal(HouseholdPlan.refresh) for _ in range(5)))
            await looked_again(p, uwv, before)
        while True:
            await p.until(PlanPhase.FOLLOWING)
            with suppress(WorkflowUpdateFailedError):
                await asyncio.gather(
                    p.handle.signal(HouseholdPlan.refresh),
                    p.handle.execute_update(HouseholdPlan.close, CLOSE),
                )
                break
        assert await p.handle.result() is PlanOutcome.WITHDRAWN
        runs = [history async for history in runs_of(p)]
        record(p.handle.id, "HouseholdPlan.carried-on-first.v2", p.handle.first_execution_run_id)
        record(p.handle.id, "HouseholdPlan.carried-on-last.v2")
    assert len(runs) > 2
    assert p.snapshots.plans["pl-test"].phase is PlanPhase.CLOSED


async def test_an_open_decision_keeps_its_run_and_the_run_short(
    env: WorkflowEnvironment, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying_on, "MOST_EVENTS", 60)
    uwv = ScriptedAgency(Agency.UWV)
    async with plan(env, client, "J01", instead={"uwv": uwv}) as p:
        decision = await p.open_decision()
        for _ in range(30):
            await p.handle.signal(HouseholdPlan.refresh)
            await env.sleep(dt.timedelta(minutes=20))
        asked = uwv.asked
        runs = [history async for history in runs_of(p)]
        still = await p.table(decision).query(JointDecision.state)
    assert len(runs) == 1
    assert still.state is DecisionState.OPEN
    # ten hours of asking every twenty minutes; once it is long, a look each four hours
    assert asked < 8


async def test_later_runs_link_to_the_first_trace_and_keep_the_review_date(
    env: WorkflowEnvironment, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying_on, "MOST_EVENTS", 60)
    uwv = silent(Agency.UWV)
    with trace.get_tracer("test").start_as_current_span("request"):
        async with plan(env, client, "J00", instead={"uwv": uwv}) as p:
            first = await p.until(PlanPhase.FOLLOWING)
            for _ in range(4):
                before = uwv.asked
                await p.handle.signal(HouseholdPlan.refresh)
                await looked_again(p, uwv, before)
            last = await p.until(PlanPhase.FOLLOWING)
            runs = [history async for history in runs_of(p)]
    began = [run.events[0].workflow_execution_started_event_attributes for run in runs]
    assert len(began) > 1
    assert all(each.header.fields == began[0].header.fields for each in began)
    assert last.next_review == first.next_review
    assert last.started_at == first.started_at
    assert last.gaps == first.gaps

"""A plan goes on: with a named gap, with decisions, reviews and closings, for as long as it
takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import pytest
from temporalio.client import Client, WorkflowHandle, WorkflowUpdateFailedError
from temporalio.exceptions import ApplicationError
from temporalio.testing import WorkflowEnvironment

from agency_adapters.casefile import load_case_file
from agency_adapters.casefile.examples import example
from agency_adapters.contract.errors import AgencyRefused, AgencyUnavailable
from agency_adapters.contract.in_memory import InMemoryAgency
from agency_adapters.contract.port import AgencyPort, Asker, PersonNumber
from domain.conflicts import ConflictType
from domain.decisions import DecisionState, VoteKind
from domain.measures import Measure, Receipt
from domain.plan import PlanOutcome, PlanPhase
from domain.position import GapReason
from domain.records import Recovery
from domain.vocabulary import Agency, RecoveryStatus
from tests.support.decisions import objections, vote_of
from tests.support.scripted_agency import ScriptedAgency, failing
from workflows.contracts import (
    CloseRequest,
    DecisionSnapshot,
    PlanRef,
    PlanScope,
    PlanSnapshot,
    PlanStart,
)
from workflows.household_plan import HouseholdPlan
from workflows.in_memory import InMemoryPersons, InMemorySnapshots
from workflows.joint_decision import JointDecision
from workflows.names import PLAN_QUEUE, decision_workflow_id, plan_workflow_id
from workflows.worker import all_workers

PLAN = PlanRef("gm9991", "hh-test", "pl-test")
Record = Callable[[str, str], None]


@dataclass
class Running:
    """A plan under test."""

    env: WorkflowEnvironment
    client: Client
    handle: WorkflowHandle[HouseholdPlan, PlanOutcome]
    agencies: dict[Agency, AgencyPort]
    snapshots: InMemorySnapshots

    async def until(self, phase: PlanPhase) -> PlanSnapshot:
        for _ in range(600):
            snapshot = await self.handle.query(HouseholdPlan.snapshot)
            if snapshot.phase is phase:
                return snapshot
            await self.env.sleep(1)
        raise AssertionError(f"the plan never came to {phase.value}")

    async def open_decision(self) -> DecisionSnapshot:
        for _ in range(600):
            for decision in self.snapshots.decisions.values():
                if decision.state is DecisionState.OPEN:
                    return decision
            await self.env.sleep(1)
        raise AssertionError("no decision was opened")

    def table(self, decision: DecisionSnapshot) -> WorkflowHandle[JointDecision, DecisionSnapshot]:
        return self.client.get_workflow_handle_for(
            JointDecision.run, decision_workflow_id("hh-test", "pl-test", decision.ref)
        )

    async def everyone(self, kind: VoteKind, decision: DecisionSnapshot) -> None:
        """Every agency agrees to the first option, or objects to all that is asked of it."""
        if kind is VoteKind.OBJECT:
            votes = objections(decision.bundle)
        else:
            votes = tuple(vote_of(a, decision.bundle, kind) for a in decision.bundle.agencies)
        for cast in votes:
            await self.table(decision).execute_update(JointDecision.cast_vote, cast)
            saved = self.snapshots.decisions[decision.ref]
            if saved.state is DecisionState.OBJECTED:
                return


@asynccontextmanager
async def plan(
    env: WorkflowEnvironment,
    client: Client,
    case: str,
    *,
    scope: PlanScope = PlanScope.FULL,
    instead: dict[str, AgencyPort] | None = None,
    lasting: dt.timedelta = dt.timedelta(days=400),
) -> AsyncIterator[Running]:
    """The plan of an example household, with in-memory agencies unless the test gives its own."""
    file = load_case_file(example(case))
    persons = [PersonNumber(person.ref, person.bsn) for person in file.people]
    agencies: dict[Agency, AgencyPort] = {
        agency: (instead or {}).get(agency.value)
        or InMemoryAgency(agency, persons, file.ledgers[agency])
        for agency in Agency
    }
    for agency in agencies.values():
        if isinstance(agency, ScriptedAgency):
            agency.records = file.ledgers[agency.agency]
    snapshots = InMemorySnapshots()
    async with AsyncExitStack() as running:
        for worker in all_workers(client, agencies, InMemoryPersons(persons), snapshots):
            await running.enter_async_context(worker)
        handle = await client.start_workflow(
            HouseholdPlan.run,
            PlanStart(PLAN, file.household, file.intake_date, scope),
            id=plan_workflow_id("hh-test", "pl-test"),
            task_queue=PLAN_QUEUE,
            execution_timeout=lasting,
        )
        yield Running(env, client, handle, agencies, snapshots)


async def test_j00_has_nothing_to_escalate_and_closes_on_the_standard_route(
    env: WorkflowEnvironment, client: Client, record: Record
) -> None:
    async with plan(env, client, "J00") as p:
        record(p.handle.id, "HouseholdPlan.j00-standard-route.v2")
        assert await p.handle.result() is PlanOutcome.STANDARD_ROUTE
    last = p.snapshots.plans["pl-test"]
    assert last.phase is PlanPhase.CLOSED
    assert last.assessment is not None
    assert last.assessment.conflicts == ()
    assert p.snapshots.decisions == {}


async def test_an_assessment_ends_with_the_assessment(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with plan(env, client, "J01", scope=PlanScope.ASSESSMENT_ONLY) as p:
        assert await p.handle.result() is PlanOutcome.ASSESSED_ONLY
    assessment = p.snapshots.plans["pl-test"].assessment
    assert assessment is not None
    assert len(assessment.conflicts) == 5
    assert p.snapshots.decisions == {}


async def test_j01_is_decided_carried_out_and_stable(
    env: WorkflowEnvironment, client: Client, record: Record
) -> None:
    async with plan(env, client, "J01") as p:
        decision = await p.open_decision()
        record(p.handle.id, "HouseholdPlan.j01-carried-out.v2")
        record(p.table(decision).id, "JointDecision.j01-carried-out.v2")
        await p.everyone(VoteKind.AGREE, decision)
        ended = await p.table(decision).result()
        assert ended.state is DecisionState.CARRIED_OUT
        following = await p.until(PlanPhase.FOLLOWING)
    assert following.outcome is PlanOutcome.STABLE
    assert following.first_assessment is not None
    assert following.first_assessment.budget.net_cents == -128603
    assert following.outlook is not None
    budget = following.outlook.budget
    assert (budget.income_cents, budget.expenses_cents) == (286258, 242348)
    assert (budget.net_cents, budget.debts_cents) == (43910, 796440)
    assert len(p.snapshots.decisions) == 1


async def test_after_an_objection_the_plan_goes_on_and_asks_again_at_its_review(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with plan(env, client, "J01") as p:
        first = await p.open_decision()
        await p.everyone(VoteKind.OBJECT, first)
        following = await p.until(PlanPhase.FOLLOWING)
        assert following.outcome is PlanOutcome.UNDECIDED
        assert following.next_review is not None
        await env.sleep(dt.timedelta(days=29))
        second = await p.open_decision()
        assert second.ref != first.ref


async def test_an_agency_that_comes_back_after_three_days_is_taken_in(
    env: WorkflowEnvironment, client: Client, record: Record
) -> None:
    down = AgencyUnavailable(Agency.CAK, "DOWN", "no answer")
    cak = ScriptedAgency(Agency.CAK, trouble=failing("get_position", down))
    async with plan(env, client, "J01", instead={"cak": cak}) as p:
        record(p.handle.id, "HouseholdPlan.agency-back-after-three-days.v2")
        await p.open_decision()
        snapshot = await p.handle.query(HouseholdPlan.snapshot)
        assert [(gap.agency, gap.reason) for gap in snapshot.gaps] == [
            (Agency.CAK, GapReason.NO_ANSWER)
        ]
        assert snapshot.assessment is not None
        assert snapshot.assessment.incomplete_without == (Agency.CAK,)
        await env.sleep(dt.timedelta(days=3))
        cak.trouble = lambda _: None
        await env.sleep(dt.timedelta(hours=7))
        snapshot = await p.handle.query(HouseholdPlan.snapshot)
    assert snapshot.gaps == ()
    assert snapshot.assessment is not None
    assert {c.type for c in snapshot.assessment.conflicts} >= {
        ConflictType.KWIJTSCHELDING_UITGESLOTEN,
        ConflictType.WACHT_OP_ELKAAR,
    }


async def test_an_agency_that_refuses_is_a_gap_with_its_own_reason(
    env: WorkflowEnvironment, client: Client
) -> None:
    no = AgencyRefused(Agency.UWV, "NO_GROUND", "no ground was given")
    uwv = ScriptedAgency(Agency.UWV, trouble=failing("get_position", no))
    async with plan(env, client, "J00", instead={"uwv": uwv}) as p:
        snapshot = await p.until(PlanPhase.FOLLOWING)
    assert [(gap.agency, gap.reason) for gap in snapshot.gaps] == [(Agency.UWV, GapReason.REFUSED)]
    assert uwv.asked == 1


async def test_with_every_agency_silent_the_plan_still_stands(
    env: WorkflowEnvironment, client: Client
) -> None:
    silent: dict[str, AgencyPort] = {
        agency.value: ScriptedAgency(
            agency,
            trouble=failing("get_position", AgencyUnavailable(agency, "DOWN", "no answer")),
        )
        for agency in Agency
    }
    async with plan(env, client, "J01", instead=silent) as p:
        snapshot = await p.until(PlanPhase.FOLLOWING)
    assert {gap.agency for gap in snapshot.gaps} == set(Agency)


async def test_a_plan_is_not_closed_while_liaisons_decide_nor_without_a_reason(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with plan(env, client, "J01") as p:
        decision = await p.open_decision()
        await p.until(PlanPhase.DECIDING)
        for reason in ("The household moved away", "  "):
            with pytest.raises(WorkflowUpdateFailedError) as caught:
                await p.handle.execute_update(
                    HouseholdPlan.close, CloseRequest("sw-1", PlanOutcome.WITHDRAWN, reason)
                )
            assert isinstance(caught.value.cause, ApplicationError)
            assert caught.value.cause.type == "PlanNotClosable"
        await p.everyone(VoteKind.OBJECT, decision)
        await p.until(PlanPhase.FOLLOWING)
        await p.handle.execute_update(
            HouseholdPlan.close,
            CloseRequest("sw-1", PlanOutcome.WITHDRAWN, "The household moved away"),
        )
        assert await p.handle.result() is PlanOutcome.WITHDRAWN


async def test_a_decision_nobody_answers_lapses_and_leaves_the_plan_undecided(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with plan(env, client, "J01") as p:
        decision = await p.open_decision()
        await env.sleep(decision.deadline - await env.get_current_time() + dt.timedelta(minutes=5))
        following = await p.until(PlanPhase.FOLLOWING)
    assert p.snapshots.decisions[decision.ref].state is DecisionState.LAPSED
    assert p.snapshots.decisions[decision.ref].reminded_at is not None
    assert following.outcome is PlanOutcome.UNDECIDED


async def test_a_refresh_looks_again_and_sees_what_changed(
    env: WorkflowEnvironment, client: Client
) -> None:
    uwv = ScriptedAgency(
        Agency.UWV,
        trouble=failing("get_position", AgencyUnavailable(Agency.UWV, "DOWN", "no answer")),
    )
    async with plan(env, client, "J00", instead={"uwv": uwv}) as p:
        await p.until(PlanPhase.FOLLOWING)
        uwv.trouble = lambda _: None
        await p.handle.signal(HouseholdPlan.refresh)
        assert await p.handle.result() is PlanOutcome.STANDARD_ROUTE


async def test_a_time_out_that_runs_out_undecided_is_taken_back_so_that_nothing_stays_half_done(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with plan(env, client, "J01") as p:
        await p.open_decision()
        snapshot = await p.handle.query(HouseholdPlan.snapshot)
        (granted,) = snapshot.time_outs
        assert granted.receipt is not None
        assert "t-kot-setoff" in granted.receipt.changed
        await env.sleep(dt.timedelta(days=35))
        snapshot = await p.handle.query(HouseholdPlan.snapshot)
    assert snapshot.time_outs[0].ended
    assert snapshot.assessment is not None
    assert ConflictType.UITSTEL_VS_VERREKENING in {c.type for c in snapshot.assessment.conflicts}


async def test_a_time_out_that_a_decision_took_the_place_of_stays(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with plan(env, client, "J01") as p:
        await p.everyone(VoteKind.AGREE, await p.open_decision())
        await p.until(PlanPhase.FOLLOWING)
        await env.sleep(dt.timedelta(days=35))
        snapshot = await p.handle.query(HouseholdPlan.snapshot)
    assert not snapshot.time_outs[0].ended
    assert snapshot.outcome is PlanOutcome.STABLE


class AnswerLost(InMemoryAgency):
    """Carries out what is asked once, and its answer never arrives."""

    lost = True

    async def apply_measure(
        self, asker: Asker, measure: Measure, on: dt.date, idempotency_key: str, decision_ref: str
    ) -> Receipt:
        receipt = await super().apply_measure(asker, measure, on, idempotency_key, decision_ref)
        if self.lost:
            raise AgencyUnavailable(self.agency, "LOST", "no answer")
        return receipt


class WillNotTakeBack(InMemoryAgency):
    """Refuses to take anything back."""

    async def revert_measure(
        self, asker: Asker, idempotency_key: str, on: dt.date, reason: str
    ) -> Receipt | None:
        raise AgencyRefused(self.agency, "RECORD_CHANGED_SINCE", "the record was changed since")


def toeslagen(kind: type[InMemoryAgency]) -> InMemoryAgency:
    file = load_case_file(example("J01"))
    persons = [PersonNumber(person.ref, person.bsn) for person in file.people]
    return kind(Agency.BELASTINGDIENST, persons, file.ledgers[Agency.BELASTINGDIENST])


def set_off_of(agency: InMemoryAgency) -> RecoveryStatus:
    (set_off,) = [r for r in agency.records if isinstance(r, Recovery)]
    return set_off.status


async def test_a_plan_is_not_closed_while_agencies_are_being_asked(
    env: WorkflowEnvironment, client: Client
) -> None:
    down = AgencyUnavailable(Agency.CAK, "DOWN", "no answer")
    cak = ScriptedAgency(Agency.CAK, trouble=failing("get_position", down))
    async with plan(env, client, "J01", instead={"cak": cak}) as p:
        with pytest.raises(WorkflowUpdateFailedError) as caught:
            await p.handle.execute_update(
                HouseholdPlan.close, CloseRequest("sw-1", PlanOutcome.WITHDRAWN, "moved away")
            )
        assert isinstance(caught.value.cause, ApplicationError)
        assert caught.value.cause.type == "PlanNotClosable"
        assert (await p.open_decision()).state is DecisionState.OPEN


async def test_a_time_out_whose_answer_was_lost_is_undone_and_never_stays_behind(
    env: WorkflowEnvironment, client: Client
) -> None:
    agency = toeslagen(AnswerLost)
    async with plan(env, client, "J01", instead={"belastingdienst": agency}) as p:
        await p.open_decision()
        (asked,) = (await p.handle.query(HouseholdPlan.snapshot)).time_outs
    assert asked.receipt is None
    assert asked.ended
    assert set_off_of(agency) is RecoveryStatus.RUNNING


async def test_closing_a_plan_ends_the_holds_that_only_this_plan_would_have_ended(
    env: WorkflowEnvironment, client: Client
) -> None:
    agency = toeslagen(InMemoryAgency)
    async with plan(env, client, "J01", instead={"belastingdienst": agency}) as p:
        await p.everyone(VoteKind.OBJECT, await p.open_decision())
        await p.until(PlanPhase.FOLLOWING)
        assert set_off_of(agency) is RecoveryStatus.ENDED
        await p.handle.execute_update(
            HouseholdPlan.close, CloseRequest("sw-1", PlanOutcome.WITHDRAWN, "moved away")
        )
        await p.handle.result()
    assert set_off_of(agency) is RecoveryStatus.RUNNING
    assert p.snapshots.plans["pl-test"].time_outs[0].ended


async def test_a_hold_that_an_agency_will_not_take_back_is_left_to_a_person_without_a_loop(
    env: WorkflowEnvironment, client: Client
) -> None:
    agency = toeslagen(WillNotTakeBack)
    async with plan(env, client, "J01", instead={"belastingdienst": agency}) as p:
        await p.everyone(VoteKind.OBJECT, await p.open_decision())
        await env.sleep(dt.timedelta(days=60))
        snapshot = await p.handle.query(HouseholdPlan.snapshot)
        history = await p.handle.fetch_history()
    assert snapshot.time_outs[0].left == "belastingdienst: the record was changed since"
    assert not snapshot.time_outs[0].ended
    assert len(history.events) < 400


async def test_a_decision_that_ends_after_a_silent_agency_was_asked_again_is_not_lost(
    env: WorkflowEnvironment, client: Client
) -> None:
    down = AgencyUnavailable(Agency.SVB, "DOWN", "no answer")
    svb = ScriptedAgency(Agency.SVB, trouble=failing("get_position", down))
    async with plan(env, client, "J01", instead={"svb": svb}) as p:
        decision = await p.open_decision()
        await env.sleep(dt.timedelta(hours=3))
        await p.everyone(VoteKind.AGREE, decision)
        following = await p.until(PlanPhase.FOLLOWING)
    assert [d.state for d in following.decisions] == [DecisionState.CARRIED_OUT]
    assert following.gaps[0].agency is Agency.SVB

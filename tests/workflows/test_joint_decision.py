"""A joint decision is every competent agency's own, carried out at all of them or at none."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from temporalio.client import Client, WorkflowHandle, WorkflowUpdateFailedError
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError
from temporalio.testing import WorkflowEnvironment

from agency_adapters.contract.errors import AgencyRefused, AgencyUnavailable
from agency_adapters.contract.port import PersonNumber
from domain.decisions import DecisionState, Mandate, VoteKind, VoteRefusal
from domain.records import MemberRef, Provision
from domain.vocabulary import Agency, Law
from tests.support.decisions import ADVANCE, BUNDLE, END_REGIME, HOLD, MEASURES, vote
from tests.support.scripted_agency import ScriptedAgency, failing
from workflows.contracts import AskContext, DecisionSnapshot, DecisionStart, PlanRef
from workflows.in_memory import InMemoryPersons, InMemorySnapshots
from workflows.joint_decision import JointDecision
from workflows.names import PLAN_QUEUE, decision_workflow_id
from workflows.worker import agency_worker, plan_worker

PLAN = PlanRef("gm9991", "hh-test", "pl-test")
DOWN = AgencyUnavailable(Agency.GEMEENTE, "DOWN", "no answer")
REFUSED = AgencyRefused(Agency.GEMEENTE, "UNLAWFUL", "Pw 52 does not allow it")


@dataclass
class Table:
    """The decision under test, with the agencies around it."""

    env: WorkflowEnvironment
    handle: WorkflowHandle[JointDecision, DecisionSnapshot]
    agencies: dict[Agency, ScriptedAgency]
    snapshots: InMemorySnapshots
    log: list[tuple[str, Agency, str]]

    async def agree_all(self) -> None:
        for measure in MEASURES:
            await self.handle.execute_update(JointDecision.cast_vote, vote(measure))

    async def refusal(self, cast: object) -> str:
        """The reason for which a vote is refused."""
        with pytest.raises(WorkflowUpdateFailedError) as caught:
            await self.handle.execute_update(JointDecision.cast_vote, cast)  # type: ignore[arg-type]
        assert isinstance(caught.value.cause, ApplicationError)
        assert caught.value.cause.type == "VoteRefused"
        return str(caught.value.cause.details[0])

    async def open_(self) -> None:
        """Wait until votes are taken."""
        while (await self.handle.query(JointDecision.state)).state is DecisionState.CHECKING:
            await self.env.sleep(1)


@asynccontextmanager
async def table(
    env: WorkflowEnvironment, client: Client, **agencies: ScriptedAgency
) -> AsyncIterator[Table]:
    log: list[tuple[str, Agency, str]] = []
    around = {a: agencies.get(a.value) or ScriptedAgency(a) for a in BUNDLE.agencies}
    snapshots = InMemorySnapshots()
    persons = InMemoryPersons([PersonNumber(MemberRef("p1"), "999901217")])
    for agency in around.values():
        agency.log = log
    async with (
        plan_worker(client, snapshots),
        agency_worker(client, around[Agency.BELASTINGDIENST], persons),
        agency_worker(client, around[Agency.CAK], persons),
        agency_worker(client, around[Agency.GEMEENTE], persons),
    ):
        handle = await client.start_workflow(
            JointDecision.run,
            DecisionStart(
                ref="d-test",
                context=AskContext(PLAN, Provision(Law.WGS, "4"), ""),
                bundle=BUNDLE,
                on=dt.date(2026, 11, 23),
                working_days=10,
            ),
            id=decision_workflow_id("hh-test", "pl-test", "d-test"),
            task_queue=PLAN_QUEUE,
            execution_timeout=dt.timedelta(days=60),
        )
        yield Table(env, handle, around, snapshots, log)


async def test_all_agree_and_every_measure_is_carried_out_once(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with table(env, client) as t:
        await t.open_()
        await t.agree_all()
        result = await t.handle.result()
    assert result.state is DecisionState.CARRIED_OUT
    assert [receipt.measure_ref for receipt in result.receipts] == [m.ref for m in MEASURES]
    assert t.log == [("apply", m.agency, m.ref) for m in MEASURES]
    assert t.snapshots.decisions["d-test"] == result


async def test_one_objection_ends_it_and_nothing_is_applied(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with table(env, client) as t:
        await t.open_()
        await t.handle.execute_update(JointDecision.cast_vote, vote(HOLD))
        await t.handle.execute_update(JointDecision.cast_vote, vote(END_REGIME, VoteKind.OBJECT))
        result = await t.handle.result()
    assert result.state is DecisionState.OBJECTED
    assert t.log == []


async def test_a_decision_nobody_answers_reminds_once_and_lapses_at_its_deadline(
    env: WorkflowEnvironment, client: Client, record: Callable[[str, str], None]
) -> None:
    async with table(env, client) as t:
        record(t.handle.id, "JointDecision.lapsed.v1")
        result = await t.handle.result()
    assert result.state is DecisionState.LAPSED
    assert result.reminded_at is not None
    assert result.opened_at < result.reminded_at < result.deadline
    assert result.closed_at is not None
    assert result.closed_at >= result.deadline
    assert t.log == []


async def test_a_vote_after_the_deadline_is_refused(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with table(env, client) as t:
        await t.handle.result()
        with pytest.raises(RPCError):
            await t.handle.execute_update(JointDecision.cast_vote, vote(HOLD))
    assert t.log == []


async def test_the_same_vote_twice_counts_once(env: WorkflowEnvironment, client: Client) -> None:
    async with table(env, client) as t:
        await t.open_()
        first = await t.handle.execute_update(JointDecision.cast_vote, vote(HOLD))
        again = await t.handle.execute_update(JointDecision.cast_vote, vote(HOLD))
        assert first == again
        assert len((await t.handle.query(JointDecision.state)).votes) == 1


async def test_another_vote_under_a_reference_that_was_counted_is_refused(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with table(env, client) as t:
        await t.open_()
        await t.handle.execute_update(JointDecision.cast_vote, vote(HOLD, vote_id="v-1"))
        stolen = vote(END_REGIME, vote_id="v-1")
        assert await t.refusal(stolen) == VoteRefusal.VOTE_ID_REUSED
        assert len((await t.handle.query(JointDecision.state)).votes) == 1


async def test_votes_that_may_not_count_are_refused_before_anything_is_written(
    env: WorkflowEnvironment, client: Client
) -> None:
    expired = Mandate("man-x", (HOLD.provision,), None, dt.date(2020, 1, 1), dt.date(2020, 12, 31))
    narrow = Mandate("man-y", (), None, dt.date(2020, 1, 1), dt.date(2099, 1, 1))
    poor = Mandate("man-z", (ADVANCE.provision,), 100, dt.date(2020, 1, 1), dt.date(2099, 1, 1))
    async with table(env, client) as t:
        await t.open_()
        assert await t.refusal(vote(HOLD, agency=Agency.CAK)) == VoteRefusal.NOT_OWN_AGENCY
        assert await t.refusal(vote(HOLD, motive="  ")) == VoteRefusal.MOTIVE_MISSING
        assert await t.refusal(vote(HOLD, mandate=expired)) == VoteRefusal.MANDATE_NOT_VALID_TODAY
        assert await t.refusal(vote(HOLD, mandate=narrow)) == VoteRefusal.MANDATE_LACKS_PROVISION
        assert await t.refusal(vote(ADVANCE, mandate=poor)) == VoteRefusal.MANDATE_LACKS_AMOUNT
        assert (await t.handle.query(JointDecision.state)).votes == ()


async def test_a_refusal_while_carrying_out_takes_everything_back_in_reverse(
    env: WorkflowEnvironment, client: Client, record: Callable[[str, str], None]
) -> None:
    gemeente = ScriptedAgency(Agency.GEMEENTE, trouble=failing("apply_measure", REFUSED))
    async with table(env, client, gemeente=gemeente) as t:
        record(t.handle.id, "JointDecision.compensated.v1")
        await t.open_()
        await t.agree_all()
        result = await t.handle.result()
    assert result.state is DecisionState.COMPENSATED
    assert [entry[0:1] + entry[2:] for entry in t.log] == [
        ("apply", "m-hold"),
        ("apply", "m-end"),
        ("revert", "m-advance"),
        ("revert", "m-end"),
        ("revert", "m-hold"),
    ]
    assert all(undone.reverted for undone in result.undone)
    assert result.problems[0].measure_ref == "m-advance"


async def test_a_compensation_that_fails_twice_is_tried_until_it_holds(
    env: WorkflowEnvironment, client: Client
) -> None:
    gemeente = ScriptedAgency(Agency.GEMEENTE, trouble=failing("apply_measure", REFUSED))
    cak = ScriptedAgency(
        Agency.CAK,
        trouble=failing(
            "revert_measure", AgencyUnavailable(Agency.CAK, "DOWN", "no answer"), times=2
        ),
    )
    async with table(env, client, gemeente=gemeente, cak=cak) as t:
        await t.open_()
        await t.agree_all()
        result = await t.handle.result()
    assert result.state is DecisionState.COMPENSATED
    assert [e for e in t.log if e[0] == "revert" and e[1] is Agency.CAK] == [
        ("revert", Agency.CAK, "m-end")
    ]


async def test_what_cannot_be_taken_back_is_brought_to_a_person_with_what_is_left(
    env: WorkflowEnvironment, client: Client
) -> None:
    changed = AgencyRefused(Agency.CAK, "RECORD_CHANGED_SINCE", "the record was changed since")
    gemeente = ScriptedAgency(Agency.GEMEENTE, trouble=failing("apply_measure", REFUSED))
    cak = ScriptedAgency(Agency.CAK, trouble=failing("revert_measure", changed))
    async with table(env, client, gemeente=gemeente, cak=cak) as t:
        await t.open_()
        await t.agree_all()
        result = await t.handle.result()
    assert result.state is DecisionState.NEEDS_PERSON
    left = [undone for undone in result.undone if not undone.reverted]
    assert [(undone.measure.ref, undone.problem) for undone in left] == [
        ("m-end", "cak: the record was changed since")
    ]
    assert ("revert", Agency.BELASTINGDIENST, "m-hold") in t.log


async def test_an_agency_that_is_away_for_a_while_is_waited_for(
    env: WorkflowEnvironment, client: Client
) -> None:
    gemeente = ScriptedAgency(Agency.GEMEENTE, trouble=failing("apply_measure", DOWN, times=3))
    async with table(env, client, gemeente=gemeente) as t:
        await t.open_()
        await t.agree_all()
        result = await t.handle.result()
    assert result.state is DecisionState.CARRIED_OUT


async def test_what_an_agency_finds_unlawful_is_never_put_to_the_vote(
    env: WorkflowEnvironment, client: Client
) -> None:
    toeslagen = ScriptedAgency(Agency.BELASTINGDIENST, forbidden=frozenset({"m-hold"}))
    async with table(env, client, belastingdienst=toeslagen) as t:
        result = await t.handle.result()
    assert result.state is DecisionState.NOT_POSSIBLE
    assert result.problems[0].problem == "the law forbids it"
    assert t.log == []


async def test_an_agency_that_cannot_judge_now_does_not_stop_the_question(
    env: WorkflowEnvironment, client: Client
) -> None:
    gemeente = ScriptedAgency(Agency.GEMEENTE, trouble=failing("assess_measure", DOWN))
    async with table(env, client, gemeente=gemeente) as t:
        while (await t.handle.query(JointDecision.state)).state is DecisionState.CHECKING:
            await env.sleep(10)
        await t.agree_all()
        assert (await t.handle.result()).state is DecisionState.CARRIED_OUT


async def test_a_liaison_may_change_their_mind_while_the_decision_is_open(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with table(env, client) as t:
        await t.open_()
        await t.handle.execute_update(JointDecision.cast_vote, vote(HOLD))
        await t.handle.execute_update(
            JointDecision.cast_vote, vote(HOLD, VoteKind.OBJECT, vote_id="v-second")
        )
        assert (await t.handle.result()).state is DecisionState.OBJECTED

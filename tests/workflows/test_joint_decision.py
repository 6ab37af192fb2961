"""A joint decision is every competent agency's own, carried out at all of them or at none."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

import pytest
from temporalio.client import Client, WorkflowHandle, WorkflowUpdateFailedError
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError
from temporalio.testing import WorkflowEnvironment

from agency_adapters.contract.errors import AgencyRefused, AgencyUnavailable
from agency_adapters.contract.port import PersonNumber
from domain.bundles import Bundle, bundles_of
from domain.conflicts.catalogue import find_conflicts
from domain.decisions import (
    CounterProposal,
    DecisionState,
    Mandate,
    MeasureChange,
    Opinion,
    PeerReview,
    ReviewPolicy,
    VoteKind,
    VoteRefusal,
    counter_option,
)
from domain.decisions.peer_review import is_sampled
from domain.measures import MeasureKind, Option
from domain.picture import Picture
from domain.records import MemberRef, Provision
from domain.vocabulary import Agency, Law
from tests.support.decisions import (
    ADVANCE,
    BUNDLE,
    END_REGIME,
    HOLD,
    MEASURES,
    liaison,
    vote,
    vote_on,
    weighing,
)
from tests.support.drafts import draft
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

    async def agree(self, option: Option, this_round: int = 1) -> None:
        """Every agency that acts in it agrees to this option."""
        for agency in sorted({measure.agency for measure in option.measures}):
            cast = vote_on(option, agency, this_round=this_round)
            await self.handle.execute_update(JointDecision.cast_vote, cast)

    async def now(self) -> DecisionSnapshot:
        """The decision as it stands."""
        return await self.handle.query(JointDecision.state)

    async def until(self, state: DecisionState) -> DecisionSnapshot:
        """Wait until it stands there."""
        for _ in range(100):
            found = await self.now()
            if found.state is state:
                return found
            await self.env.sleep(1)
        raise AssertionError(f"the decision never came to {state.value}")

    async def open_(self) -> None:
        """Wait until votes are taken."""
        while (await self.handle.query(JointDecision.state)).state is DecisionState.CHECKING:
            await self.env.sleep(1)


@asynccontextmanager
async def table(
    env: WorkflowEnvironment,
    client: Client,
    *,
    bundle: Bundle = BUNDLE,
    picture: Picture | None = None,
    review: ReviewPolicy | None = None,
    **agencies: ScriptedAgency,
) -> AsyncIterator[Table]:
    log: list[tuple[str, Agency, str]] = []
    around = {a: agencies.get(a.value) or ScriptedAgency(a) for a in bundle.agencies}
    snapshots = InMemorySnapshots()
    persons = InMemoryPersons([PersonNumber(MemberRef("p1"), "999901217")])
    for agency in around.values():
        agency.log = log
    async with AsyncExitStack() as running:
        await running.enter_async_context(plan_worker(client, snapshots))
        for agency in around.values():
            await running.enter_async_context(agency_worker(client, agency, persons))
        handle = await client.start_workflow(
            JointDecision.run,
            DecisionStart(
                ref="d-test",
                context=AskContext(PLAN, Provision(Law.WGS, "4"), ""),
                bundle=bundle,
                on=dt.date(2026, 11, 23),
                working_days=10,
                picture=picture,
                review=review,
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


J01 = draft("J01").picture()
(QUESTION,) = bundles_of(J01, find_conflicts(J01))
FIRST, RIGHTS = QUESTION.options
(REDUCE,) = (each for each in FIRST.measures if each.kind is MeasureKind.REDUCE)
LESS = CounterProposal(
    "p-1",
    liaison(Agency.BELASTINGDIENST, who="proposes"),
    FIRST.ref,
    (MeasureChange(REDUCE.ref, amount_cents=300000),),
    "Met een lager bedrag past dit binnen wat wij eerder besloten.",
)
COUNTERED = counter_option(LESS, QUESTION, J01, J01.today)
SOUND = PeerReview(
    liaison(Agency.SVB), Opinion.SOUND, "De afweging draagt het besluit, ook voor anderen."
)
NOT_SOUND = replace(
    SOUND, opinion=Opinion.NOT_SOUND, motive="De belangen van derden zijn niet bekeken."
)


async def refused(update: Awaitable[object], kind: str) -> ApplicationError:
    """The error with which an update is refused."""
    with pytest.raises(WorkflowUpdateFailedError) as caught:
        await update
    assert isinstance(caught.value.cause, ApplicationError)
    assert caught.value.cause.type == kind
    return caught.value.cause


async def test_a_counter_proposal_starts_a_new_round_in_which_all_vote_again(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with table(env, client, bundle=QUESTION, picture=J01) as t:
        await t.open_()
        early = vote_on(FIRST, Agency.CAK)
        await t.handle.execute_update(JointDecision.cast_vote, early)
        assert await t.handle.execute_update(JointDecision.propose, LESS) == COUNTERED.ref
        now = await t.now()
        assert (now.round, now.proposals[0].round, now.proposals[0].proposal) == (2, 2, LESS)
        assert now.bundle.options == (*QUESTION.options, COUNTERED)
        again = replace(vote_on(COUNTERED, Agency.CAK), id="v-new")
        assert await t.refusal(again) == VoteRefusal.EARLIER_ROUND
        own = vote_on(COUNTERED, Agency.BELASTINGDIENST, this_round=2, who="proposes")
        assert await t.refusal(own) == VoteRefusal.OWN_PROPOSAL
        await t.agree(COUNTERED, this_round=2)
        result = await t.handle.result()
    assert (result.state, result.chosen_option) == (DecisionState.CARRIED_OUT, COUNTERED.ref)
    assert [done.measure_ref for done in result.receipts] == [m.ref for m in COUNTERED.measures]


async def test_the_same_proposal_twice_starts_one_round(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with table(env, client, bundle=QUESTION, picture=J01) as t:
        await t.open_()
        first, again = await asyncio.gather(
            *(t.handle.execute_update(JointDecision.propose, LESS) for _ in range(2))
        )
        later = await t.handle.execute_update(JointDecision.propose, LESS)
        assert first == again == later
        now = await t.now()
    assert (now.round, len(now.proposals), len(now.bundle.options)) == (2, 1, 3)


async def test_a_proposal_that_an_agency_may_not_carry_out_is_not_put_to_the_vote(
    env: WorkflowEnvironment, client: Client
) -> None:
    new = {each.ref for each in COUNTERED.measures} - {each.ref for each in FIRST.measures}
    toeslagen = ScriptedAgency(Agency.BELASTINGDIENST, forbidden=frozenset(new))
    async with table(env, client, bundle=QUESTION, picture=J01, belastingdienst=toeslagen) as t:
        await t.open_()
        put = t.handle.execute_update(JointDecision.propose, LESS)
        assert (await refused(put, "ProposalRefused")).message == "the law forbids it"
        now = await t.now()
        assert (now.round, now.proposals, now.bundle) == (1, (), QUESTION)


async def test_a_proposal_that_changes_nothing_leaves_no_trace(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with table(env, client, bundle=QUESTION, picture=J01) as t:
        await t.open_()
        before = await t.now()
        nothing = replace(LESS, changes=())
        await refused(t.handle.execute_update(JointDecision.propose, nothing), "ProposalRefused")
        assert await t.now() == before


async def test_a_decision_from_before_there_were_proposals_takes_none(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with table(env, client, bundle=QUESTION) as t:
        await t.open_()
        await refused(t.handle.execute_update(JointDecision.propose, LESS), "ProposalRefused")


async def test_who_agrees_goes_on_without_who_objects_and_the_dissent_is_recorded(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with table(env, client, bundle=QUESTION, picture=J01) as t:
        await t.open_()
        against = vote_on(FIRST, Agency.CAK, VoteKind.OBJECT)
        await t.handle.execute_update(JointDecision.cast_vote, against)
        for agency in (Agency.BELASTINGDIENST, Agency.GEMEENTE, Agency.UWV):
            await t.handle.execute_update(JointDecision.cast_vote, vote_on(FIRST, agency))
        result = await t.handle.result()
    assert (result.state, result.dissent) == (DecisionState.CARRIED_OUT, (Agency.CAK,))
    rest = [each.ref for each in FIRST.measures if each.agency is not Agency.CAK]
    assert [ref for _, _, ref in t.log] == rest
    assert result.decided is not None
    assert [each.ref for each in result.decided.measures] == rest


async def test_a_deviation_is_weighed_and_reviewed_before_it_takes_effect(
    env: WorkflowEnvironment, client: Client, record: Callable[[str, str], None]
) -> None:
    async with table(env, client, bundle=QUESTION, picture=J01, review=ReviewPolicy.BEFORE) as t:
        record(t.handle.id, "JointDecision.j01-weighed-and-reviewed.v1")
        await t.open_()
        await t.agree(FIRST)
        waiting = await t.until(DecisionState.WEIGHING)
        assert waiting.review_by is not None
        await refused(t.handle.execute_update(JointDecision.review, SOUND), "ReviewRefused")
        empty = replace(weighing(), alternatives="", third_parties=" ")
        missing = await refused(
            t.handle.execute_update(JointDecision.weigh, empty), "WeighingRefused"
        )
        assert missing.details == ("alternatives", "third_parties")
        await t.handle.execute_update(JointDecision.weigh, weighing())
        await t.until(DecisionState.IN_REVIEW)
        voted = replace(SOUND, reviewer=vote_on(FIRST, Agency.CAK).liaison)
        await refused(t.handle.execute_update(JointDecision.review, voted), "ReviewRefused")
        assert t.log == []
        await t.handle.execute_update(JointDecision.review, SOUND)
        result = await t.handle.result()
    assert result.state is DecisionState.CARRIED_OUT
    assert [given.review for given in result.reviews] == [SOUND]
    assert result.weighing == weighing()
    assert len(t.log) == len(FIRST.measures)


async def test_a_review_that_finds_it_not_sound_starts_a_new_round(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with table(env, client, bundle=QUESTION, picture=J01, review=ReviewPolicy.BEFORE) as t:
        await t.open_()
        await t.handle.execute_update(JointDecision.weigh, weighing())
        await t.agree(FIRST)
        await t.until(DecisionState.IN_REVIEW)
        await t.handle.execute_update(JointDecision.review, NOT_SOUND)
        back = await t.until(DecisionState.OPEN)
        assert (back.round, back.chosen_option, back.decided) == (2, None, None)
        assert t.log == []
        stale = replace(vote_on(FIRST, Agency.CAK), id="v-stale")
        assert await t.refusal(stale) == VoteRefusal.EARLIER_ROUND
        await t.agree(FIRST, this_round=2)
        await t.until(DecisionState.IN_REVIEW)
        await t.handle.execute_update(JointDecision.review, SOUND)
        result = await t.handle.result()
    assert result.state is DecisionState.CARRIED_OUT
    assert [given.review.opinion for given in result.reviews] == [Opinion.NOT_SOUND, Opinion.SOUND]


@pytest.mark.parametrize("weighed", [False, True])
async def test_what_nobody_weighs_or_reviews_in_time_lapses_and_nothing_is_applied(
    env: WorkflowEnvironment, client: Client, *, weighed: bool
) -> None:
    async with table(env, client, bundle=QUESTION, picture=J01, review=ReviewPolicy.BEFORE) as t:
        await t.open_()
        await t.agree(FIRST)
        if weighed:
            await t.handle.execute_update(JointDecision.weigh, weighing())
        result = await t.handle.result()
    assert result.state is DecisionState.LAPSED
    assert result.review_by is not None
    assert result.closed_at is not None
    assert result.closed_at >= result.review_by
    assert t.log == []


async def test_a_trusted_team_weighs_and_is_sampled_afterwards(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with table(
        env, client, bundle=QUESTION, picture=J01, review=ReviewPolicy.SAMPLED_AFTERWARDS
    ) as t:
        await t.open_()
        await t.agree(FIRST)
        await t.until(DecisionState.WEIGHING)
        await t.handle.execute_update(JointDecision.weigh, weighing())
        result = await t.handle.result()
    assert (result.state, result.reviews) == (DecisionState.CARRIED_OUT, ())
    assert result.to_be_sampled is is_sampled("d-test")


async def test_rights_alone_are_due_and_wait_for_no_weighing(
    env: WorkflowEnvironment, client: Client
) -> None:
    async with table(env, client, bundle=QUESTION, picture=J01, review=ReviewPolicy.BEFORE) as t:
        await t.open_()
        await t.agree(RIGHTS)
        result = await t.handle.result()
    assert (result.state, result.weighing) == (DecisionState.CARRIED_OUT, None)

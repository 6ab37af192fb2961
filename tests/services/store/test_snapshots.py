"""Snapshots are kept once, in order, and come back as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agency_adapters.casefile import CaseFile
from domain.decisions import Liaison, Vote, VoteKind
from domain.plan import PlanPhase
from domain.records import Provision
from domain.vocabulary import Agency, Law
from services.store.intake import IntakeOrder
from services.store.snapshots import PlanUnknown
from services.store.staff import Municipality
from tests.support.plans_by_hand import NOW, PlansByHand
from tests.support.stores import AStore
from workflows.contracts import CountedVote, PlanScope, PlanSnapshot

HOME = "gm-rijnstede"


@pytest.fixture
async def runner(store: AStore, j01: CaseFile) -> PlansByHand:
    await store.staff.register_municipality(Municipality(HOME, "Rijnstede", "0" * 20))
    start = await store.intake.register(
        j01, IntakeOrder(HOME, PlanScope.FULL, "", "someone", None, NOW)
    )
    runner = PlansByHand(store.snapshots, j01, silent=frozenset({Agency.DUO}))
    await runner.start_plan(start)
    return runner


def plan_of(runner: PlansByHand) -> PlanSnapshot:
    return next(iter(runner.plans.values()))


async def test_a_plan_comes_back_as_it_was_kept(store: AStore, runner: PlansByHand) -> None:
    snapshot = plan_of(runner)
    kept = await store.plans.plan(HOME, snapshot.ref.plan)
    assert kept is not None
    assert kept.snapshot is not None
    assert replace(kept.snapshot, decisions=()) == snapshot
    assert {one.ref: one for one in kept.snapshot.decisions} == runner.decisions


async def test_the_work_list_tells_what_matters_without_opening_anything(
    store: AStore, runner: PlansByHand
) -> None:
    (line,) = await store.plans.lines(HOME, scope=PlanScope.FULL)
    snapshot = plan_of(runner)
    assert snapshot.assessment is not None
    assert line.phase is PlanPhase.DECIDING
    assert line.gaps == 1
    assert line.conflicts == len(snapshot.assessment.conflicts)
    assert line.next_deadline == min(one.due for one in snapshot.assessment.deadlines)


async def test_an_earlier_state_never_replaces_a_later_one(
    store: AStore, runner: PlansByHand
) -> None:
    snapshot = plan_of(runner)
    later = replace(snapshot, sequence=5, phase=PlanPhase.FOLLOWING)
    await store.snapshots.save_plan(later)
    await store.snapshots.save_plan(replace(snapshot, sequence=4))
    await store.snapshots.save_plan(replace(snapshot, sequence=5))
    (line,) = await store.plans.lines(HOME)
    assert line.phase is PlanPhase.FOLLOWING


async def test_an_earlier_state_of_a_decision_never_replaces_a_later_one(
    store: AStore, runner: PlansByHand
) -> None:
    decision = next(iter(runner.decisions.values()))
    reminded = replace(decision, sequence=3, reminded_at=NOW)
    await store.snapshots.save_decision(reminded)
    await store.snapshots.save_decision(replace(decision, sequence=2))
    kept = await store.plans.plan(HOME, decision.plan.plan)
    assert kept is not None
    assert kept.snapshot is not None
    assert reminded in kept.snapshot.decisions


async def test_a_vote_is_kept_once_however_often_the_decision_is_saved(
    store: AStore, runner: PlansByHand
) -> None:
    decision = next(iter(runner.decisions.values()))
    vote = Vote(
        id="v-1",
        liaison=Liaison("liaison.uwv", Agency.UWV, None),
        agency=Agency.UWV,
        option="o-1",
        kind=VoteKind.OBJECT,
        motive="Dit kan niet op deze manier.",
        legal_basis=(Provision(Law.AWB, "3:4"),),
    )
    voted = replace(decision, votes=(CountedVote(vote, NOW),))
    for sequence in (2, 2, 3):
        await store.snapshots.save_decision(replace(voted, sequence=sequence))
    with store.server.admin(store.database_name) as connection:
        kept = connection.execute("SELECT ref, liaison, kind FROM vote").fetchall()
    assert kept == [("v-1", "liaison.uwv", "object")]


async def test_a_plan_that_intake_never_registered_is_not_kept(
    store: AStore, runner: PlansByHand
) -> None:
    stranger = replace(plan_of(runner), ref=replace(plan_of(runner).ref, plan="pl-unknown"))
    with pytest.raises(PlanUnknown):
        await store.snapshots.save_plan(stranger)

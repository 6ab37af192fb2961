"""Killing the worker, an agency, Temporal, the API or the database during J01 loses nothing and
does nothing twice, at whichever step."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import Any

import pytest

from domain.vocabulary import Agency
from tests.support.installation import World, slow_agencies

VICTIMS = ("worker", "agency-belastingdienst", "temporal", "api", "postgres")
SLOW_SECONDS = 0.4


class Step(StrEnum):
    """When the plug is pulled."""

    GATHERING = "while the agencies are asked"
    DECIDING = "before the first vote"
    VOTING = "between two votes"
    APPLYING = "while measures are carried out"
    FOLLOWING = "while the plan is followed"


IN_CI = {
    ("worker", Step.APPLYING),
    ("agency-belastingdienst", Step.APPLYING),
    ("temporal", Step.VOTING),
}
"""A few of the campaign run with every `make test`; `make faults` runs them all."""


def scenarios() -> list[Any]:
    return [
        pytest.param(
            victim,
            step,
            id=f"{victim}-{step.name.lower()}",
            marks=[] if (victim, step) in IN_CI else pytest.mark.faults,
        )
        for step in Step
        for victim in VICTIMS
    ]


@pytest.mark.e2e
@pytest.mark.timeout(240)
@pytest.mark.parametrize(("victim", "step"), scenarios())
async def test_a_pulled_plug_loses_nothing_and_does_nothing_twice(
    world: World, victim: str, step: Step
) -> None:
    administration = f"fault-{victim}-{step.name.lower()}"
    async with slow_agencies(world, SLOW_SECONDS):
        plan_id = await world.start("J01", administration)
        await pulled_when(world, victim, step, Step.GATHERING)
        decision = await world.open_decision(plan_id)
        await pulled_when(world, victim, step, Step.DECIDING)
        agencies = [Agency(code) for code in decision["instanties"]]
        for agency in agencies[:-1]:
            await world.vote(decision, agency)
        await pulled_when(world, victim, step, Step.VOTING)
        await world.vote(decision, agencies[-1])
        await world.see_through(decision)
        await pulled_when(world, victim, step, Step.APPLYING)
        plan = await world.plan_when(plan_id, lambda p: p["uitkomst"] == "stable")
        await pulled_when(world, victim, step, Step.FOLLOWING)
        plan = await world.plan(plan_id)
    assert plan["fase"] == "following"
    assert [b["staat"] for b in plan["besluiten"]] == ["carried_out"]
    assert plan["begroting"]["na"]["nettoCenten"] == 43910
    assert plan["begroting"]["na"]["schuldenCenten"] == 796440
    await every_measure_was_done_once(world, plan, administration)


async def pulled_when(world: World, victim: str, wanted: Step, now: Step) -> None:
    if wanted is now:
        await world.pull_the_plug(victim)


async def every_measure_was_done_once(world: World, plan: Any, administration: str) -> None:
    decision = plan["besluiten"][0]
    expected = Counter(
        (m["instantie"], m["maatregelId"]) for m in decision["opties"][0]["maatregelen"]
    )
    done: Counter[tuple[str, str]] = Counter()
    for agency in Agency:
        ledger = await world.ledger(agency, administration)
        for applied in ledger["measures"]:
            assert not applied["reverted"]
            if applied["decision_ref"] == decision["besluitId"]:
                done[(agency.value, applied["measure"]["ref"])] += 1
    assert done == expected
    debts = await world.ledger(Agency.BELASTINGDIENST, administration)
    claim = next(r for r in debts["records"] if r["id"] == "t-kot")
    assert claim["outstanding_cents"] == 432000

"""Whole households on the real servers: from intake to their end state, as their people would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from agency_adapters.casefile.examples import example
from agency_adapters.development.client import Trouble, TroubleKind
from domain.vocabulary import Agency
from services.cli.demo_story import REVIEW, WEIGHING
from tests.support.installation import World

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]

EXPECTED = Path(__file__).parents[1] / "domain" / "expected"


def samenloop(
    world: World, *arguments: str, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    """The command line, on this installation."""
    return subprocess.run(
        [sys.executable, "-m", "services.cli.main", *arguments],
        env=os.environ | {"SAMENLOOP_DATA_DIR": str(world.data_dir.root)},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


async def test_j00_closes_on_the_standard_route_with_nothing_to_escalate(world: World) -> None:
    plan_id = await world.start("J00", "journey-j00")
    plan = await world.plan_when(plan_id, lambda p: p["fase"] == "closed")
    assert plan["uitkomst"] == "standard_route"
    assert plan["conflicten"] == []
    assert plan["besluiten"] == []
    for agency in Agency:
        assert (await world.ledger(agency, "journey-j00"))["measures"] == []


async def test_j01_goes_from_intake_to_a_carried_out_joint_decision(world: World) -> None:
    plan_id = await world.start("J01", "journey-j01")
    decision = await world.open_decision(plan_id)
    assert decision["instanties"] == ["belastingdienst", "cak", "gemeente", "uwv"]
    for agency in decision["instanties"]:
        await world.vote(decision, Agency(agency))
    await world.see_through(decision)
    plan = await world.plan_when(plan_id, lambda p: p["uitkomst"] == "stable")
    assert plan["begroting"]["voor"]["nettoCenten"] == -128603
    assert plan["begroting"]["na"] | {"regels": []} == {
        "inkomstenCenten": 286258,
        "uitgavenCenten": 242348,
        "nettoCenten": 43910,
        "schuldenCenten": 796440,
        "regels": [],
    }
    (decided,) = plan["besluiten"]
    assert decided["staat"] == "carried_out"
    assert {s["instantie"] for s in decided["stemmen"]} == set(decision["instanties"])
    assert decided["weging"]["door"] == "casusregisseur.rijnstede"
    assert [t["instantie"] for t in decided["toetsen"]] == ["svb"]
    await the_ledgers_hold(world, "journey-j01", decided)
    await the_law_stands_beside_the_ledgers(plan)


async def the_law_stands_beside_the_ledgers(plan: Any) -> None:
    """What the agencies pay J01 is found again by their own law, as far as they know the facts."""
    said = {
        (one["record"], one["regeling"]): one
        for position in plan["posities"]
        for one in position["volgensWet"]
    }
    benefit = said["s-akw", "kinderbijslag"]
    assert (benefit["volgensWetCenten"], benefit["verschilCenten"]) == (22025, 0)
    assert said["t-zorg", "zorgtoeslag"]["ontbreekt"] == ["toetsingsinkomen"]


async def the_ledgers_hold(world: World, administration: str, decided: Any) -> None:
    """Every measure of the decision stands in its agency's ledger under the receipt's number."""
    for receipt in decided["ontvangstbewijzen"]:
        ledger = await world.ledger(Agency(receipt["instantie"]), administration)
        assert receipt["nummer"] in {applied["number"] for applied in ledger["measures"]}
        decision = receipt["beschikking"]
        assert decision["nummer"] == receipt["nummer"]
        assert decision["besluit"]
        assert decision["grondslag"]
        assert "bezwaar" in decision["bezwaarclausule"]


@pytest.mark.parametrize("case", ["J00", "J01"])
def test_plan_assess_finds_exactly_what_is_expected(world: World, case: str) -> None:
    expected = json.loads((EXPECTED / f"{case}.json").read_text())
    done = samenloop(world, "plan", "assess", "-", "--json", stdin=example(case))
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    budget = expected["budget_before"]
    assert found["budget"]["income_cents"] == budget["total_income_cents"]
    assert found["budget"]["expenses_cents"] == budget["total_expenses_cents"]
    assert found["budget"]["net_cents"] == budget["net_cents"]
    keys = ("type", "agencies", "departments", "parties", "monthly_harm_cents", "urgency")
    assert sorted(json.dumps([c[k] for k in keys]) for c in found["conflicts"]) == sorted(
        json.dumps([c[k] for k in keys]) for c in expected["conflicts"]
    )
    deadlines = {tuple(sorted(d.items(), key=str)) for d in found["deadlines"]}
    assert {tuple(sorted(d.items(), key=str)) for d in expected["deadlines"]} <= deadlines
    assert found["gaps"] == []
    assert set(found["positions"]) == {agency.value for agency in Agency}
    assert len(found["trace_id"]) == 32


async def test_an_agency_that_is_down_is_a_named_gap_and_the_rest_goes_on(world: World) -> None:
    await world.trouble(Agency.CAK, Trouble(TroubleKind.DOWN))
    try:
        done = samenloop(world, "plan", "assess", "J01", "--json")
    finally:
        await world.trouble(Agency.CAK, Trouble())
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [gap["agency"] for gap in found["gaps"]] == ["cak"]
    assert "cak" not in found["positions"]
    assert "WACHT_OP_ELKAAR" in {c["type"] for c in found["conflicts"]}


async def test_an_agency_that_fails_after_the_effect_is_not_asked_to_do_it_twice(
    world: World,
) -> None:
    plan_id = await world.start("J01", "journey-after-effect")
    decision = await world.open_decision(plan_id)
    await world.trouble(
        Agency.CAK, Trouble(TroubleKind.FAIL_AFTER_EFFECT, times=2, method="ApplyMeasure")
    )
    await world.trouble(Agency.GEMEENTE, Trouble(TroubleKind.TWICE, method="ApplyMeasure"))
    try:
        for agency in decision["instanties"]:
            await world.vote(decision, Agency(agency))
        await world.see_through(decision)
        await world.plan_when(plan_id, lambda p: p["uitkomst"] == "stable")
    finally:
        await world.trouble(Agency.CAK, Trouble())
        await world.trouble(Agency.GEMEENTE, Trouble())
    for agency in (Agency.CAK, Agency.GEMEENTE):
        measures = (await world.ledger(agency, "journey-after-effect"))["measures"]
        refs = [m["measure"]["ref"] for m in measures]
        assert len(refs) == len(set(refs))


async def test_an_agency_that_refuses_its_measure_has_everything_taken_back(world: World) -> None:
    plan_id = await world.start("J01", "journey-refused")
    decision = await world.open_decision(plan_id)
    await world.trouble(Agency.CAK, Trouble(TroubleKind.REFUSING, method="ApplyMeasure"))
    try:
        for agency in decision["instanties"]:
            await world.vote(decision, Agency(agency))
        await world.see_through(decision)
        plan = await world.plan_when(
            plan_id, lambda p: p["besluiten"] and p["besluiten"][0]["staat"] == "compensated"
        )
    finally:
        await world.trouble(Agency.CAK, Trouble())
    assert all(undone["gelukt"] for undone in plan["besluiten"][0]["teruggedraaid"])
    for agency in Agency:
        ledger = await world.ledger(agency, "journey-refused")
        own = [m for m in ledger["measures"] if m["decision_ref"] == decision["besluitId"]]
        assert all(m["reverted"] for m in own)
    claim = next(
        r
        for r in (await world.ledger(Agency.BELASTINGDIENST, "journey-refused"))["records"]
        if r["id"] == "t-kot"
    )
    assert claim["outstanding_cents"] == 864000


async def test_a_household_with_an_open_plan_is_refused_and_the_plan_goes_on_untouched(
    world: World,
) -> None:
    started = samenloop(world, "plan", "start", "J01", "--json")
    assert started.returncode == 0, started.stderr
    plan_id = json.loads(started.stdout)["planId"]
    await world.open_decision(plan_id)
    before = [await world.ledger(agency, "") for agency in Agency]
    assert before[0]["measures"], "the time-out stands in the ledger of toeslagen"
    again = samenloop(world, "plan", "start", "J01", "--json")
    assert again.returncode == 4
    assert plan_id in json.loads(again.stderr)["error"]["message"]
    assert [await world.ledger(agency, "") for agency in Agency] == before
    await the_command_line_votes_shows_and_traces(world, plan_id)


async def the_command_line_votes_shows_and_traces(world: World, plan_id: str) -> None:
    """What `plan start` began in the live administration is decided from the command line."""
    listed = json.loads(samenloop(world, "plan", "list", "--json").stdout)["plans"]
    assert plan_id in {plan["planId"] for plan in listed}
    decision = await world.open_decision(plan_id)
    measures = decision["opties"][0]["maatregelen"]
    for agency, liaison in (
        ("belastingdienst", "liaison.toeslagen"),
        ("cak", "liaison.cak"),
        ("gemeente", "liaison.gemeente.rijnstede"),
        ("uwv", "liaison.uwv"),
    ):
        basis = dict.fromkeys(m["bepaling"] for m in measures if m["instantie"] == agency)
        voted = samenloop(
            world,
            "vote",
            decision["besluitId"],
            "--as",
            liaison,
            "--agree",
            "--option",
            "o-1",
            "--motive",
            "Zo houdt dit gezin elke maand genoeg over om van te leven.",
            *(part for one in basis for part in ("--basis", one)),
            "--json",
        )
        assert voted.returncode == 0, voted.stderr
    await the_command_line_weighs_and_reviews(world, decision["besluitId"])
    await world.plan_when(plan_id, lambda p: p["uitkomst"] == "stable")
    shown = json.loads(samenloop(world, "plan", "show", plan_id, "--json").stdout)
    assert shown["begroting"]["na"]["nettoCenten"] == 43910
    traced = json.loads(samenloop(world, "trace", shown["traceId"], "--json").stdout)
    services = {span["dienst"] for span in traced["spans"]}
    assert len(services) >= 8, services
    status = json.loads(samenloop(world, "status", "--json").stdout)
    assert status["api_url"].startswith("http://127.0.0.1:")
    assert status["temporal_ui_url"].startswith("http://127.0.0.1:")
    ledger = json.loads(samenloop(world, "agency", "ledger", "cak", "--json").stdout)
    assert [m["measure"]["kind"] for m in ledger["dossiers"][0]["measures"]] == ["end_regime"]


async def the_command_line_weighs_and_reviews(world: World, decision_id: str) -> None:
    weighed = samenloop(
        world, "decision", "weigh", decision_id, "--file", "-", stdin=json.dumps(WEIGHING)
    )
    assert weighed.returncode == 0, weighed.stderr
    review = ("decision", "review", decision_id, "--sound", "--motive", REVIEW, "--as")

    async def reviewed() -> bool:
        # the decision goes on by itself from weighing to review: a moment later
        return samenloop(world, *review, "svb").returncode == 0

    await world.eventually(reviewed, 30)
    assert samenloop(world, *review, "uwv").returncode == 4


async def test_one_trace_goes_from_the_api_to_every_agency_and_to_the_operators_collector(
    world: World,
) -> None:
    plan_id = await world.start("J01", "journey-trace")
    await world.open_decision(plan_id)
    trace_id = (await world.plan(plan_id))["traceId"]
    collector = world.collector
    assert collector is not None
    wanted = {"samenloop-api", "samenloop-worker", *(f"agency-{a.value}" for a in Agency)}

    async def arrived() -> bool:
        return wanted <= {service for service, trace, _ in collector.spans if trace == trace_id}

    await world.eventually(arrived, 20)
    names = [name for _, trace, name in collector.spans if trace == trace_id]
    assert names.count("agency.get_position") == len(Agency)

"""Workflow code of today replays the histories that earlier code wrote, kept in `histories/`.

A plan lives for months, so code changes while it runs: a change that breaks one of these breaks
people's plans. Such a change needs `workflow.patched`; new behaviour adds a history, it never
replaces one. `make histories` records the present ones.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from temporalio.client import WorkflowHistory
from temporalio.contrib.opentelemetry import OpenTelemetryPlugin
from temporalio.worker import Replayer
from temporalio.workflow import NondeterminismError

from domain.assessment import Assessment
from domain.picture import Picture
from workflows import judging
from workflows.in_memory import InMemoryKeyRing
from workflows.plugin import HouseholdPlugin
from workflows.worker import WORKFLOWS

HISTORIES = sorted((Path(__file__).parent / "histories").glob("*.json"))


def history(path: Path) -> WorkflowHistory:
    return WorkflowHistory.from_json("plan/hh-test/pl-test", path.read_text())


def replayer(keys: InMemoryKeyRing, workflows: list[type]) -> Replayer:
    return Replayer(
        workflows=workflows,
        plugins=[HouseholdPlugin(keys), OpenTelemetryPlugin(add_temporal_spans=False)],
    )


def test_histories_of_both_workflows_are_kept() -> None:
    names = {path.name.split(".")[0] for path in HISTORIES}
    assert names == {"HouseholdPlan", "JointDecision"}


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
async def test_a_saved_history_replays(path: Path, keys: InMemoryKeyRing) -> None:
    await replayer(keys, WORKFLOWS).replay_workflow(history(path))


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.stem)
def test_a_saved_history_holds_nothing_in_the_clear(path: Path) -> None:
    text = path.read_text()
    for personal in ("999901217", "999901072", "Samira", "Benali", "Kapelweg"):
        assert personal not in text


async def test_replaying_notices_a_workflow_that_does_something_else(
    keys: InMemoryKeyRing,
) -> None:
    plan = next(path for path in HISTORIES if path.name.startswith("HouseholdPlan.j01"))
    with pytest.raises(NondeterminismError):
        await replayer(keys, [_changed_plan()]).replay_workflow(history(plan))


def _changed_plan() -> type:
    from tests.support.changed_plan import HouseholdPlan

    return HouseholdPlan


@pytest.mark.parametrize(
    "path", [p for p in HISTORIES if p.stem.endswith("v2")], ids=lambda p: p.stem
)
async def test_a_recorded_plan_replays_under_another_law(
    path: Path, keys: InMemoryKeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def another_law(_: Picture) -> Assessment:
        raise AssertionError("a replay takes what was found from its history")

    monkeypatch.setattr(judging, "assess", another_law)
    await replayer(keys, WORKFLOWS).replay_workflow(history(path))

"""A Temporal server that skips time, one per test: its clock is global and jumps when a workflow
ends."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from opentelemetry import trace
from temporalio.api.enums.v1 import IndexedValueType
from temporalio.api.operatorservice.v1 import AddSearchAttributesRequest
from temporalio.client import Client
from temporalio.contrib.opentelemetry import OpenTelemetryPlugin, create_tracer_provider
from temporalio.testing import WorkflowEnvironment

from workflows.in_memory import InMemoryKeyRing
from workflows.plugin import HouseholdPlugin

HOUSEHOLD = "hh-test"
TEST_KEY = bytes(range(32))
BIN = Path(sys.executable).parent
HISTORIES = Path(__file__).parent / "histories"


@pytest.fixture(scope="session", autouse=True)
def _tracing() -> None:
    trace.set_tracer_provider(create_tracer_provider())


@pytest.fixture
def keys() -> InMemoryKeyRing:
    return InMemoryKeyRing({HOUSEHOLD: TEST_KEY})


@pytest.fixture
async def env() -> AsyncIterator[WorkflowEnvironment]:
    async with await WorkflowEnvironment.start_time_skipping(
        test_server_existing_path=str(BIN / "temporal-test-server")
    ) as environment:
        await environment.client.operator_service.add_search_attributes(
            AddSearchAttributesRequest(
                namespace="default",
                search_attributes=dict.fromkeys(
                    ("PlanPhase", "Municipality", "Urgency"),
                    IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
                ),
            )
        )
        yield environment


@pytest.fixture
async def record(client: Client) -> AsyncIterator[Callable[..., None]]:
    """Call with a workflow id and a name (and a run id): `make histories` saves its history under
    that name. A history that is there is never replaced: earlier code wrote it."""
    wanted: dict[str, tuple[str, str | None]] = {}

    def note(workflow_id: str, name: str, run_id: str | None = None) -> None:
        wanted[name] = (workflow_id, run_id)

    yield note
    if os.environ.get("SAMENLOOP_RECORD_HISTORIES"):
        for name, (workflow_id, run_id) in wanted.items():
            file = HISTORIES / f"{name}.json"
            if not file.exists():
                handle = client.get_workflow_handle(workflow_id, run_id=run_id)
                file.write_text((await handle.fetch_history()).to_json())


@pytest.fixture
def client(env: WorkflowEnvironment, keys: InMemoryKeyRing) -> Client:
    """A client of that server that seals and traces as the real one does."""
    config = env.client.config()
    config["plugins"] = [HouseholdPlugin(keys), OpenTelemetryPlugin(add_temporal_spans=False)]
    return Client(**config)

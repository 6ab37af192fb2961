"""The chores after a start."""

from __future__ import annotations

import datetime as dt
import json
import logging
from dataclasses import replace

import pytest

from agency_adapters.casefile import CaseFile
from services.api.bootstrap import chores
from services.logs import JsonLines
from services.store.intake import IntakeOrder
from services.telemetry.store import TelemetryStore
from tests.services.conftest import Served
from tests.support.plans_by_hand import NOW
from workflows.contracts import PlanScope


async def test_plans_that_wait_are_started_also_when_telemetry_is_away(
    served: Served, j01: CaseFile, caplog: pytest.LogCaptureFixture
) -> None:
    early = NOW - dt.timedelta(minutes=5)
    start = await served.store.intake.register(
        j01, IntakeOrder("gm-rijnstede", PlanScope.FULL, "", "someone", None, early)
    )
    away = TelemetryStore(f"postgresql+psycopg://x@/x?host={served.store.server.directory}")
    with caplog.at_level(logging.INFO):
        await chores(replace(served.house, telemetry=away))
    await away.close()
    assert [one.ref for one in served.runner.started] == [start.ref]
    lines = [json.loads(JsonLines().format(record)) for record in caplog.records]
    assert ("old spans stay", "OperationalError") in [
        (line["event"], line.get("error")) for line in lines
    ]

"""A whole installation, started as a user starts it, and driven as real clients drive it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agency_adapters.casefile import load_case_file
from agency_adapters.casefile.examples import example
from agency_adapters.contract.errors import AgencyUnavailable
from agency_adapters.development.client import Trouble
from domain.vocabulary import Agency
from services.cli import ledgers
from services.cli.demo_story import REVIEW, WEIGHING
from services.cli.exits import CommandFailed, ExitCode
from services.cli.session import Session
from services.identity.people import liaison_of, social_worker_of
from services.runtime.data_dir import DataDir
from services.runtime.installation import Stage, last_known
from tests.support.collector import Collector

START_SECONDS = 90.0
STOP_SECONDS = 40.0
GROUND = {"motivering": "Samen beslissen voorkomt dat dit gezin zijn huis kwijtraakt."}


@contextmanager
def samenloop_up(folder: Path, **environment: str) -> Iterator[DataDir]:
    """`samenloop up` as a process of its own; stopped by SIGTERM, which must end it in good
    order."""
    data_dir = DataDir(folder)
    process = subprocess.Popen(
        [sys.executable, "-m", "services.cli.main", "up"],
        env=os.environ | {"SAMENLOOP_DATA_DIR": str(folder)} | environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_until_running(process, data_dir)
        yield data_dir
    finally:
        process.send_signal(signal.SIGTERM)
        code = process.wait(STOP_SECONDS)
    assert code in (0, 130, 143), f"`samenloop up` ended with {code}"


def _wait_until_running(process: subprocess.Popen[bytes], data_dir: DataDir) -> None:
    give_up = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up:
        known = last_known(data_dir)
        if known is not None and known.stage is Stage.RUNNING:
            return
        if process.poll() is not None:
            raise AssertionError(f"`samenloop up` ended with {process.returncode}")
        time.sleep(0.1)
    raise AssertionError("`samenloop up` was not ready in time")


Json = Any
"""What the API answers: a client of ours would give it types of its own."""


@dataclass
class World:
    """One running installation and its people."""

    data_dir: DataDir
    collector: Collector | None = None

    @property
    def session(self) -> Session:
        return Session.on(self.data_dir)

    def pid_of(self, process: str) -> int | None:
        return self.session.installation.processes[process].pid

    async def pull_the_plug(self, process: str) -> None:
        """Kill a process at once; gives when the supervisor has it running again."""
        before = self.session.installation.processes[process]
        assert before.pid is not None
        os.kill(before.pid, signal.SIGKILL)
        await self.eventually(lambda: self._is_back(process, before.restarts))

    async def _is_back(self, process: str, restarts: int) -> bool:
        now = self.session.installation.processes[process]
        return now.ready and now.restarts > restarts

    async def start(self, case_name: str, administration: str) -> str:
        """Load the ledgers and start the plan, as the command line does; the plan's id."""
        text = example(case_name)
        case = load_case_file(text)
        await ledgers.load(self.session, case, administration)
        started = await self.call(
            social_worker_of(case.municipality),
            "POST",
            "/v1/plannen",
            query={"administratie": administration},
            text=text.encode(),
        )
        return str(started["planId"])

    async def plan(self, plan_id: str) -> Json:
        return await self.call(social_worker_of("Rijnstede"), "GET", f"/v1/plannen/{plan_id}")

    async def plan_when(
        self, plan_id: str, fits: Callable[[Json], bool], seconds: float = 90
    ) -> Json:
        """The plan once it fits."""
        found: list[Json] = []

        async def look() -> bool:
            found[:] = [await self.plan(plan_id)]
            return fits(found[0])

        await self.eventually(look, seconds)
        return found[0]

    async def open_decision(self, plan_id: str) -> Json:
        """The plan's decision, once votes are taken."""
        plan = await self.plan_when(
            plan_id, lambda p: any(b["staat"] == "open" for b in p["besluiten"])
        )
        return next(b for b in plan["besluiten"] if b["staat"] == "open")

    async def vote(self, decision: Json, agency: Agency, kind: str = "agree") -> Json:
        """The agency's liaison votes on all that is asked of the agency; safe to repeat."""
        measures = decision["opties"][0]["maatregelen"]
        own = [m for m in measures if m["instantie"] == agency.value]
        return await self.call(
            liaison_of(agency),
            "POST",
            f"/v1/besluiten/{decision['besluitId']}/stemmen",
            body={
                **GROUND,
                "soort": kind,
                "optie": decision["opties"][0]["optieId"],
                "grondslag": list(dict.fromkeys(m["bepaling"] for m in own)),
                "stemId": f"v-{decision['besluitId']}-{agency.value}-{kind}",
            },
        )

    async def see_through(self, decision: Json) -> None:
        """What is agreed to is weighed by the social worker, and reviewed by a liaison of an agency
        that had nothing to decide; safe to repeat."""
        path = f"/v1/besluiten/{decision['besluitId']}"
        worker = social_worker_of("Rijnstede")
        await self.call(worker, "PUT", f"{path}/weging", body=WEIGHING)
        reviewer = liaison_of(next(a for a in Agency if a.value not in decision["instanties"]))
        await self.eventually(lambda: self._waits_for_review(reviewer, decision["besluitId"]))
        opinion = {"oordeel": "sound", "motivering": REVIEW}
        await self.call(reviewer, "POST", f"{path}/beoordelingen", body=opinion)

    async def _waits_for_review(self, reviewer: Any, decision_id: str) -> bool:
        listed = await self.call(reviewer, "GET", "/v1/besluiten", query={"staat": "in_review"})
        return any(one["besluitId"] == decision_id for one in listed["besluiten"])

    async def ledger(self, agency: Agency, administration: str) -> Json:
        """The one dossier of an administration, as the agency holds it."""
        async with ledgers.development_client(self.session, agency) as client:
            shown = json.loads(await client.show_ledger(administration))
        return shown["dossiers"][0]

    async def trouble(self, agency: Agency, trouble: Trouble) -> None:
        """Make an agency behave badly, or well again; tried for a while when it is away."""

        async def attempt() -> bool:
            async with ledgers.development_client(self.session, agency) as client:
                try:
                    await client.set_trouble(trouble)
                except AgencyUnavailable:
                    return False
            return True

        await self.eventually(attempt)

    async def call(
        self,
        actor: Any,
        method: str,
        path: str,
        *,
        query: dict[str, Any] | None = None,
        body: Json = None,
        text: bytes | None = None,
    ) -> Json:
        """One call of the REST API, repeated for a while when it cannot be reached (as clients
        do)."""
        answers: list[Json] = []

        async def attempt() -> bool:
            async with self.session.acting_as(actor) as api:
                try:
                    if method == "GET":
                        answers.append(await api.get(path, query))
                    elif method == "PUT":
                        answers.append(await api.put(path, body))
                    elif text is not None:
                        answers.append(await api.post_text(path, text, query))
                    else:
                        answers.append(await api.post(path, body, query))
                except CommandFailed as error:
                    if error.code is not ExitCode.NOT_REACHABLE:
                        raise
                    return False
            return True

        await self.eventually(attempt, 60)
        return answers[-1]

    @staticmethod
    async def eventually(fits: Callable[[], Awaitable[bool]], seconds: float = 60) -> None:
        """Look until it fits; fails loudly when it never does."""
        give_up = time.monotonic() + seconds
        while not await fits():
            if time.monotonic() > give_up:
                raise AssertionError("waited in vain")
            await asyncio.sleep(0.1)


@asynccontextmanager
async def slow_agencies(world: World, seconds: float) -> AsyncIterator[None]:
    """Every agency takes its time, so that a plug can be pulled in the middle of something."""
    from agency_adapters.development.client import TroubleKind

    for agency in Agency:
        await world.trouble(agency, Trouble(TroubleKind.SLOW, seconds=seconds))
    try:
        yield
    finally:
        for agency in Agency:
            await world.trouble(agency, Trouble())

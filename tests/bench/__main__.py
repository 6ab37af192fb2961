"""`make bench`: plans from start to assessment, as a ratio to a bare workflow on the same servers.

Rounds of both kinds are interleaved in one run, because absolute numbers on a shared machine say
nothing. Reported: the median over the rounds of (plans per second / bare workflows per second), and
of the 95th percentiles of their latencies. The aim is a throughput ratio of at least 0.6."""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from opentelemetry import trace
from rich.console import Console
from rich.table import Table
from temporalio.client import Client
from temporalio.contrib.opentelemetry import create_tracer_provider
from temporalio.service import GrpcCompression

from agency_adapters.casefile import load_case_file
from agency_adapters.casefile.examples import example
from domain.vocabulary import Agency
from services.cli import ledgers
from services.cli.session import Session
from services.identity.people import municipality_named
from services.runtime.data_dir import DataDir
from services.runtime.supervisor import Supervisor, running
from services.store.database import Database
from services.store.intake import Intake, IntakeOrder
from services.store.keys import StoredKeyRing, read_key
from tests.bench.bare import BareFanOut
from tests.bench.names import ADMINISTRATION, BARE_QUEUE, CASE
from workflows.contracts import PlanScope, PlanStart
from workflows.household_plan import HouseholdPlan
from workflows.names import PLAN_QUEUE, plan_workflow_id
from workflows.plugin import connect

Work = Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class Measured:
    """One round of one kind."""

    per_second: float
    p50_ms: float
    p95_ms: float


async def measure(starts: list[Work], concurrency: int) -> Measured:
    """All starts in a closed loop with so many in flight."""
    latencies: list[float] = []
    queue = iter(starts)

    async def one_after_another() -> None:
        for start in queue:
            begun = time.perf_counter()
            await start()
            latencies.append((time.perf_counter() - begun) * 1000)

    begun = time.perf_counter()
    await asyncio.gather(*(one_after_another() for _ in range(concurrency)))
    took = time.perf_counter() - begun
    cuts = statistics.quantiles(latencies, n=20)
    return Measured(len(latencies) / took, statistics.median(latencies), cuts[18])


@dataclass(frozen=True)
class Bench:
    """Both kinds of work on one installation."""

    plain: Client
    sealed: Client
    intake: Intake

    def bare(self, number: int) -> Work:
        """One bare workflow from start to result."""

        async def work() -> None:
            found = await self.plain.execute_workflow(
                BareFanOut.run,
                [agency.value for agency in Agency],
                id=f"bench-bare-{os.urandom(6).hex()}-{number}",
                task_queue=BARE_QUEUE,
            )
            if not found:
                raise RuntimeError("the agencies answered without records")

        return work

    async def plan(self) -> Work:
        """One plan from start to assessment; its household is registered beforehand."""
        start = await self._registered()

        async def work() -> None:
            with trace.get_tracer("bench").start_as_current_span("bench.plan"):
                await self.sealed.execute_workflow(
                    HouseholdPlan.run,
                    start,
                    id=plan_workflow_id(start.ref.household, start.ref.plan),
                    task_queue=PLAN_QUEUE,
                )

        return work

    async def _registered(self) -> PlanStart:
        case = load_case_file(example(CASE))
        order = IntakeOrder(
            municipality=municipality_named(case.municipality).ref,
            scope=PlanScope.ASSESSMENT_ONLY,
            administration=ADMINISTRATION,
            started_by="bench",
            trace_id=None,
            at=dt.datetime.now(dt.UTC),
        )
        return await self.intake.register(case, order)


async def compare(bench: Bench, concurrency: int, plans: int, rounds: int) -> dict[str, object]:
    """Interleaved rounds of both, and the medians of their ratios."""
    pairs: list[tuple[Measured, Measured]] = []
    for _ in range(rounds):
        starts = [await bench.plan() for _ in range(plans)]
        bare = await measure([bench.bare(n) for n in range(plans)], concurrency)
        plan = await measure(starts, concurrency)
        pairs.append((bare, plan))
    return {
        "concurrency": concurrency,
        "throughput_ratio": statistics.median(p.per_second / b.per_second for b, p in pairs),
        "p95_ratio": statistics.median(p.p95_ms / b.p95_ms for b, p in pairs),
        "rounds": [{"bare": asdict(b), "plan": asdict(p)} for b, p in pairs],
    }


async def bench(arguments: argparse.Namespace) -> list[dict[str, object]]:
    """Start an installation of its own, measure, and leave nothing behind."""
    with tempfile.TemporaryDirectory(prefix="samenloop-bench-") as folder:
        data_dir = DataDir(Path(folder) / "data")
        async with running(data_dir, ports_anywhere=True, remove_afterwards=True) as supervisor:
            await ledgers.load(Session.on(data_dir), load_case_file(example(CASE)), ADMINISTRATION)
            bare_worker = await _start_bare_worker(supervisor)
            try:
                return await _measure_all(supervisor, arguments)
            finally:
                bare_worker.terminate()
                await bare_worker.wait()


async def _measure_all(
    supervisor: Supervisor, arguments: argparse.Namespace
) -> list[dict[str, object]]:
    environment = supervisor.processes.worker().environment
    database = Database(environment["SAMENLOOP_STORE_DSN"])
    master = read_key(Path(environment["SAMENLOOP_MASTER_KEY_FILE"]))
    lookup = read_key(Path(environment["SAMENLOOP_LOOKUP_KEY_FILE"]))
    keys = StoredKeyRing(database, master)
    address = supervisor.installation.temporal_address
    namespace = supervisor.installation.temporal_namespace
    measured = Bench(
        plain=await Client.connect(
            address, namespace=namespace, grpc_compression=GrpcCompression.NONE
        ),
        sealed=await connect(address, namespace, keys),
        intake=Intake(database, keys, master_key=master, lookup_key=lookup),
    )
    await compare(measured, 5, 15, 1)  # warm up both
    results = [
        await compare(measured, concurrency, arguments.plans, arguments.rounds)
        for concurrency in arguments.concurrency
    ]
    await database.close()
    return results


async def _start_bare_worker(supervisor: Supervisor) -> asyncio.subprocess.Process:
    worker = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.bench.bare_worker",
        env=dict(supervisor.processes.worker().environment),
        stdout=asyncio.subprocess.PIPE,
    )
    assert worker.stdout is not None
    if (await worker.stdout.readline()).strip() != b"ready":
        raise RuntimeError("the bare worker did not start")
    return worker


def show(results: list[dict[str, object]]) -> None:
    """A table for people."""
    table = Table(title="Plannen van start tot beoordeling, tegen een kale workflow (mediaan)")
    for column in ("gelijktijdig", "doorvoer: plan / kaal", "p95: plan / kaal"):
        table.add_column(column, justify="right")
    for result in results:
        table.add_row(
            str(result["concurrency"]),
            f"{result['throughput_ratio']:.2f}",
            f"{result['p95_ratio']:.2f}",
        )
    Console().print(table)


def main() -> int:
    """0 when measured; the ratio is reported, not judged (shared machines vary)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=60, help="plans per round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--concurrency", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    trace.set_tracer_provider(create_tracer_provider())
    results = asyncio.run(bench(arguments))
    if arguments.json:
        print(json.dumps({"plans_against_bare_workflow": results}))
    else:
        show(results)
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    # Temporal's runtime may abort at interpreter exit (sdk-python#300): leave without it.
    os._exit(code)

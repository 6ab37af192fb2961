"""The process that runs the bare workflow: `python -m tests.bench.bare_worker`.

Apart from the workflow itself, which the sandbox cannot find in a `__main__` module.
"""

from __future__ import annotations

import asyncio
import os
import signal

import grpc
import uvloop
from temporalio.client import Client
from temporalio.service import GrpcCompression
from temporalio.worker import PollerBehaviorAutoscaling, Worker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from agency_adapters.casefile import load_case_file
from agency_adapters.casefile.examples import example
from agency_adapters.contract.tls import TlsFiles, server_name_of
from samenloop.agency.v1 import (
    agency_service_pb2,
    agency_service_pb2_grpc,
    values_pb2,
    vocabulary_pb2,
)
from services.worker import WorkerSettings
from tests.bench.bare import BareCalls, BareFanOut
from tests.bench.names import ADMINISTRATION, BARE_QUEUE, CASE


def request_for_case() -> agency_service_pb2.GetPositionRequest:
    """What a plan asks of every agency about the household."""
    case = load_case_file(example(CASE))
    ground = values_pb2.Provision(law=vocabulary_pb2.LAW_WGS, article="4")
    kinds = range(1, 13)
    return agency_service_pb2.GetPositionRequest(
        household=agency_service_pb2.Household(
            persons=[
                agency_service_pb2.Person(ref=p.ref, bsn=p.bsn, asked_about=True)
                for p in case.people
            ],
            administration=ADMINISTRATION,
        ),
        on=values_pb2.Date(year=2026, month=11, day=23),
        fields=[
            agency_service_pb2.FieldRequest(kind=kind, purpose="bench", ground=ground)  # type: ignore[arg-type]
            for kind in kinds
        ],
    )


async def work() -> None:
    """Run the bare worker until SIGTERM, with the settings of the real one."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    settings = WorkerSettings()
    credentials = TlsFiles.of(settings.tls_dir, "samenloop").for_client()
    stubs = {
        agency.value: agency_service_pb2_grpc.AgencyServiceStub(
            grpc.aio.secure_channel(
                address,
                credentials,
                options=[("grpc.ssl_target_name_override", server_name_of(agency))],
            )
        )
        for agency, address in settings.agencies.items()
    }
    client = await Client.connect(
        settings.temporal_address,
        namespace=settings.temporal_namespace,
        grpc_compression=GrpcCompression.NONE,
    )
    calls = BareCalls(stubs, request_for_case())
    async with Worker(
        client,
        task_queue=BARE_QUEUE,
        workflows=[BareFanOut],
        activities=[calls.bare_call],
        workflow_runner=SandboxedWorkflowRunner(
            restrictions=SandboxRestrictions.default.with_passthrough_all_modules()
        ),
        workflow_task_poller_behavior=PollerBehaviorAutoscaling(),
        activity_task_poller_behavior=PollerBehaviorAutoscaling(),
    ):
        print("ready", flush=True)
        await stop.wait()


if __name__ == "__main__":
    uvloop.run(work())
    os._exit(0)

"""The yardstick: a bare workflow with six parallel activities that make one gRPC call each.

The same call to the same agency servers as a plan makes (GetPosition of household J01), over the same
mTLS; without converter, codec, traces, domain or store.
"""

from __future__ import annotations

import asyncio
import os
import signal
from dataclasses import dataclass
from datetime import timedelta

import grpc
import uvloop
from temporalio import activity, workflow
from temporalio.client import Client
from temporalio.service import GrpcCompression
from temporalio.worker import PollerBehaviorAutoscaling, Worker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from agency_adapters.casefile import load_case_file
from agency_adapters.casefile.examples import example
from agency_adapters.contract.tls import TlsFiles, server_name_of
from domain.vocabulary import Agency
from samenloop.agency.v1 import agency_service_pb2, agency_service_pb2_grpc, values_pb2
from services.worker import WorkerSettings
from tests.bench.names import ADMINISTRATION, BARE_QUEUE, CASE


@workflow.defn(name="BareFanOut")
class BareFanOut:
    """Six activities in parallel, nothing else."""

    @workflow.run
    async def run(self, agencies: list[str]) -> int:
        """The number of records that came back."""
        counts = await asyncio.gather(
            *(
                workflow.execute_activity(
                    BareCalls.bare_call, agency, start_to_close_timeout=timedelta(seconds=10)
                )
                for agency in agencies
            )
        )
        return sum(counts)


@dataclass(frozen=True)
class BareCalls:
    """One raw GetPosition each, to stubs made once."""

    stubs: dict[str, agency_service_pb2_grpc.AgencyServiceAsyncStub]
    request: agency_service_pb2.GetPositionRequest

    @activity.defn
    async def bare_call(self, agency: str) -> int:
        """The number of records in the agency's raw answer."""
        answer = await self.stubs[agency].GetPosition(self.request, timeout=5)
        return len(answer.records)


def request_for_case() -> agency_service_pb2.GetPositionRequest:
    """What a plan asks of every agency about the household."""
    case = load_case_file(example(CASE))
    ground = values_pb2.Provision(law="LAW_WGS", article="4")
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
    settings = WorkerSettings()  # type: ignore[call-arg]  # values come from the environment
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

"""The yardstick: a bare workflow with six parallel activities that make one gRPC call each.

The same call to the same agency servers as a plan makes (GetPosition of household J01), over the
same mTLS; without converter, codec, traces, domain or store."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from temporalio import activity, workflow

from samenloop.agency.v1 import agency_service_pb2, agency_service_pb2_grpc


@workflow.defn(name="BareFanOut")
class BareFanOut:
    """Six activities in parallel, nothing else."""

    @workflow.run
    async def run(self, agencies: list[str]) -> int:
        """The number of records that came back."""
        counts = await asyncio.gather(
            *(
                workflow.execute_activity_method(
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

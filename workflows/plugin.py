"""One plugin for client, worker, replayer and tests: converter, codec, telemetry and sandbox
together.

Put it on the client only (`connect`); workers take it over from their client.
"""

from __future__ import annotations

from temporalio.client import Client
from temporalio.contrib.opentelemetry import OpenTelemetryPlugin
from temporalio.contrib.pydantic import PydanticJSONPlainPayloadConverter
from temporalio.converter import (
    CompositePayloadConverter,
    DataConverter,
    DefaultFailureConverterWithEncodedAttributes,
    DefaultPayloadConverter,
    JSONPlainPayloadConverter,
)
from temporalio.plugin import SimplePlugin
from temporalio.service import GrpcCompression
from temporalio.worker import WorkflowRunner
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from workflows.codec import HouseholdCodec
from workflows.keys import KeyRing

_JSON = PydanticJSONPlainPayloadConverter()
"""One for the process: every workflow run makes a converter of its own, and each would build the
type adapters of all records anew (measured: a tenth of the worker's time)."""


class PlanPayloadConverter(CompositePayloadConverter):
    """Temporal's default converters, with JSON by pydantic."""

    def __init__(self) -> None:
        super().__init__(
            *(
                _JSON if isinstance(converter, JSONPlainPayloadConverter) else converter
                for converter in DefaultPayloadConverter.default_encoding_payload_converters
            )
        )


def data_converter(keys: KeyRing) -> DataConverter:
    """Pydantic JSON, sealed per household; failure messages are sealed too (they end up in
    history)."""
    return DataConverter(
        payload_converter_class=PlanPayloadConverter,
        payload_codec=HouseholdCodec(keys),
        failure_converter_class=DefaultFailureConverterWithEncodedAttributes,
    )


def sandboxed(_: WorkflowRunner | None = None) -> WorkflowRunner:
    """The sandbox with its runtime bans (clock, randomness, files), without importing modules anew.

    Measured: re-importing costs 30 ms of worker time per workflow run, passing through none.
    """
    return SandboxedWorkflowRunner(
        restrictions=SandboxRestrictions.default.with_passthrough_all_modules()
    )


class HouseholdPlugin(SimplePlugin):
    """Converter, codec and sandbox of the plans."""

    def __init__(self, keys: KeyRing) -> None:
        super().__init__(
            "HouseholdPlugin",
            data_converter=data_converter(keys),
            workflow_runner=sandboxed,
        )


async def connect(address: str, namespace: str, keys: KeyRing) -> Client:
    """A Temporal client that seals payloads and carries traces. Needs a replay-safe tracer provider
    to be set before workers are made from it. Raises RuntimeError when the server does not
    answer."""
    return await Client.connect(
        address,
        namespace=namespace,
        plugins=[HouseholdPlugin(keys), OpenTelemetryPlugin(add_temporal_spans=False)],
        grpc_compression=GrpcCompression.NONE,
    )

"""The payload codec: every payload of a plan is sealed with its household's key before it leaves
the process.

The household is found by the workflow id in the serialization context, so that child workflows and
activities use the same key. Without context, or without a key, encoding fails: nothing is ever
written in the clear and no key is ever made here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from temporalio.api.common.v1 import Payload
from temporalio.converter import (
    ActivitySerializationContext,
    PayloadCodec,
    SerializationContext,
    WithSerializationContext,
    WorkflowSerializationContext,
)

from workflows.keys import HouseholdKeyMissing, KeyRing, seal, unseal
from workflows.names import household_of

ENCODING = b"binary/sealed-by-household"
KEY_METADATA = "household-ref"


class HouseholdUnknown(Exception):
    """A payload was to be encoded outside of any household's workflow: refused, for lack of a
    key."""


class HouseholdCodec(PayloadCodec, WithSerializationContext):
    """AES-256-GCM per household. Raises HouseholdUnknown or HouseholdKeyMissing rather than
    leak."""

    def __init__(self, keys: KeyRing, household_ref: str | None = None) -> None:
        self._keys = keys
        self._household_ref = household_ref

    def with_context(self, context: SerializationContext) -> Self:
        """This codec, bound to the household that the context's workflow id names."""
        workflow_id = (
            context.workflow_id
            if isinstance(context, WorkflowSerializationContext | ActivitySerializationContext)
            else None
        )
        return type(self)(self._keys, household_of(workflow_id or ""))

    async def encode(self, payloads: Sequence[Payload]) -> list[Payload]:
        """Seal every payload."""
        if self._household_ref is None:
            raise HouseholdUnknown("no household is known for these payloads; they stay unwritten")
        key = await self._keys.key_of(self._household_ref)
        return [self._sealed(key, self._household_ref, payload) for payload in payloads]

    async def decode(self, payloads: Sequence[Payload]) -> list[Payload]:
        """Open every payload that was sealed; its household is read from the payload itself."""
        return [await self._opened(payload) for payload in payloads]

    @staticmethod
    def _sealed(key: bytes, household_ref: str, payload: Payload) -> Payload:
        return Payload(
            metadata={"encoding": ENCODING, KEY_METADATA: household_ref.encode()},
            data=seal(key, payload.SerializeToString(), bound_to=household_ref),
        )

    async def _opened(self, payload: Payload) -> Payload:
        if payload.metadata.get("encoding") != ENCODING:
            return payload
        household_ref = payload.metadata[KEY_METADATA].decode()
        key = await self._keys.key_of(household_ref)
        return Payload.FromString(unseal(key, payload.data, bound_to=household_ref))


__all__ = ["HouseholdCodec", "HouseholdKeyMissing", "HouseholdUnknown"]

"""Nothing of a household leaves the process in the clear, and a destroyed key stays destroyed."""

from __future__ import annotations

import pytest
from cryptography.exceptions import InvalidTag
from temporalio.api.common.v1 import Payload
from temporalio.converter import WorkflowSerializationContext

from workflows.codec import HouseholdCodec, HouseholdUnknown
from workflows.in_memory import InMemoryKeyRing
from workflows.keys import HouseholdKeyMissing, new_household_key, unwrap, wrap
from workflows.names import decision_workflow_id, plan_workflow_id

SECRET = Payload(metadata={"encoding": b"json/plain"}, data=b'"999901217"')


def codec_for(household: str, ring: InMemoryKeyRing) -> HouseholdCodec:
    context = WorkflowSerializationContext(
        namespace="samenloop", workflow_id=plan_workflow_id(household, "pl-1")
    )
    return HouseholdCodec(ring).with_context(context)


async def test_what_is_sealed_holds_nothing_of_the_text_and_opens_again() -> None:
    ring = InMemoryKeyRing({"hh-1": new_household_key()})
    (sealed,) = await codec_for("hh-1", ring).encode([SECRET])
    assert b"999901217" not in sealed.SerializeToString()
    assert await HouseholdCodec(ring).decode([sealed]) == [SECRET]


async def test_a_child_workflow_seals_with_the_same_household_key() -> None:
    ring = InMemoryKeyRing({"hh-1": new_household_key()})
    context = WorkflowSerializationContext(
        namespace="samenloop", workflow_id=decision_workflow_id("hh-1", "pl-1", "d-1")
    )
    (sealed,) = await HouseholdCodec(ring).with_context(context).encode([SECRET])
    assert await codec_for("hh-1", ring).decode([sealed]) == [SECRET]


async def test_without_a_household_nothing_is_encoded() -> None:
    with pytest.raises(HouseholdUnknown):
        await HouseholdCodec(InMemoryKeyRing({})).encode([SECRET])


async def test_a_household_without_key_gets_no_new_one() -> None:
    with pytest.raises(HouseholdKeyMissing):
        await codec_for("hh-2", InMemoryKeyRing({})).encode([SECRET])


async def test_destroying_the_key_makes_every_payload_unreadable() -> None:
    ring = InMemoryKeyRing({"hh-1": new_household_key()})
    (sealed,) = await codec_for("hh-1", ring).encode([SECRET])
    ring.destroy("hh-1")
    with pytest.raises(HouseholdKeyMissing):
        await codec_for("hh-1", ring).decode([sealed])


async def test_a_payload_moved_to_another_household_does_not_open() -> None:
    key = new_household_key()
    ring = InMemoryKeyRing({"hh-1": key, "hh-2": key})
    (sealed,) = await codec_for("hh-1", ring).encode([SECRET])
    sealed.metadata["household-ref"] = b"hh-2"
    with pytest.raises(InvalidTag):
        await codec_for("hh-2", ring).decode([sealed])


def test_a_wrapped_key_opens_only_for_its_own_household() -> None:
    master, key = new_household_key(), new_household_key()
    wrapped = wrap(master, "hh-1", key)
    assert unwrap(master, "hh-1", wrapped) == key
    with pytest.raises(InvalidTag):
        unwrap(master, "hh-2", wrapped)

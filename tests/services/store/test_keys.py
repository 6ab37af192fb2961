"""The key ring remembers for a short while only, and key files are read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from agency_adapters.casefile import CaseFile
from services.store.intake import IntakeOrder
from services.store.keys import CACHE_SECONDS, KeyFileInvalid, StoredKeyRing, read_key
from services.store.staff import Municipality
from tests.support.plans_by_hand import NOW
from tests.support.stores import MASTER_KEY, AStore
from workflows.contracts import PlanScope
from workflows.keys import HouseholdKeyMissing


async def test_a_key_destroyed_elsewhere_is_forgotten_within_its_time(
    store: AStore, j01: CaseFile
) -> None:
    clock = [0.0]
    ring = StoredKeyRing(store.database, MASTER_KEY, monotonic=lambda: clock[0])
    await store.staff.register_municipality(Municipality("gm-a", "A", "0" * 20))
    start = await store.intake.register(
        j01, IntakeOrder("gm-a", PlanScope.FULL, "", "someone", None, NOW)
    )
    key = await ring.key_of(start.ref.household)
    await store.intake.erase(start.ref, NOW)
    assert await ring.key_of(start.ref.household) == key
    clock[0] = CACHE_SECONDS + 1
    with pytest.raises(HouseholdKeyMissing):
        await ring.key_of(start.ref.household)


async def test_a_household_without_a_key_gets_none(store: AStore) -> None:
    with pytest.raises(HouseholdKeyMissing):
        await store.keys.key_of("hh-unknown")


def test_a_key_file_holds_32_bytes_or_64_hexadecimal_digits(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_bytes(bytes(range(32)))
    assert read_key(file) == bytes(range(32))
    file.write_text(bytes(range(32)).hex() + "\n")
    assert read_key(file) == bytes(range(32))


@pytest.mark.parametrize("content", [b"", b"short", b"z" * 64, b"ab" * 31])
def test_a_file_that_holds_no_key_is_refused_without_quoting_it(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "key"
    file.write_bytes(content)
    with pytest.raises(KeyFileInvalid) as refused:
        read_key(file)
    assert content.decode() not in str(refused.value) or not content

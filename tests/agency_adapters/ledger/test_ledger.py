"""The ledger: loading, replacing, removing, showing, and its migrations."""

from __future__ import annotations

import json
import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from cryptography.exceptions import InvalidTag

from agency_adapters.casefile import records_to_json
from agency_adapters.contract.errors import AgencyRefused
from agency_adapters.ledger.bsn import BsnVault
from agency_adapters.ledger.migrate import HEAD, migrate
from domain.records import MemberRef
from domain.vocabulary import Agency, RecordKind
from tests.support.agencies import AgencyHouse, running_agency
from tests.support.contract_household import BSN_OF, CLAIM, LETTER, RECORDS, TODAY, asker, confirm


@pytest.fixture
async def house(ledger_dsns: dict[Agency, str], tls_directory: Path) -> AsyncIterator[AgencyHouse]:
    async with running_agency(Agency.CAK, ledger_dsns[Agency.CAK], tls_directory) as house:
        yield house


@pytest.fixture
def trial() -> str:
    return f"trial-{secrets.token_hex(6)}"


async def load(house: AgencyHouse, records: str, administration: str) -> int:
    async with house.development() as client:
        return await client.load_dossier(BSN_OF, records, administration)


async def test_loading_again_replaces_the_dossier_and_keeps_its_history(
    house: AgencyHouse, trial: str
) -> None:
    assert await load(house, records_to_json(RECORDS), trial) == len(RECORDS)
    await load(house, records_to_json([CLAIM]), trial)
    dossier = await house.ledger(trial)
    assert [record["id"] for record in dossier["records"]] == [CLAIM.id]
    assert [e["body"] is None for e in dossier["history"] if e["record"] == LETTER.id] == [
        False,
        True,
    ]


async def test_loading_the_same_again_changes_nothing(house: AgencyHouse, trial: str) -> None:
    await load(house, records_to_json(RECORDS), trial)
    await load(house, records_to_json(RECORDS), trial)
    assert len((await house.ledger(trial))["history"]) == len(RECORDS)


async def test_a_household_that_overlaps_another_is_refused(house: AgencyHouse, trial: str) -> None:
    await load(house, records_to_json(RECORDS), trial)
    async with house.development() as client:
        with pytest.raises(AgencyRefused) as refused:
            await client.load_dossier({MemberRef("ann"): BSN_OF[MemberRef("ann")]}, "[]", trial)
    assert refused.value.reason == "DOSSIER_OVERLAPS"


@pytest.mark.parametrize("records", ["{", '[{"record": "poem"}]', records_to_json([CLAIM, CLAIM])])
async def test_what_is_no_list_of_records_is_refused_without_quoting_it(
    house: AgencyHouse, trial: str, records: str
) -> None:
    with pytest.raises(AgencyRefused) as refused:
        await load(house, records, trial)
    assert [violation.field for violation in refused.value.violations] == ["records_json"]
    assert "poem" not in str(refused.value)


async def test_a_removed_trial_is_gone_whole_and_removing_it_again_is_fine(
    house: AgencyHouse, trial: str
) -> None:
    await load(house, records_to_json(RECORDS), trial)
    async with house.client() as client, house.development() as development:
        measure = confirm(Agency.CAK)
        await client.apply_measure(asker(trial), measure, TODAY, "key-1", "decision-1")
        await development.remove_administration(trial)
        await development.remove_administration(trial)
        with pytest.raises(AgencyRefused) as refused:
            await client.get_position(asker(trial), TODAY, tuple(RecordKind))
        assert refused.value.reason == "ADMINISTRATION_UNKNOWN"
        with pytest.raises(AgencyRefused):
            await development.remove_administration("")


async def test_a_shown_ledger_holds_no_bsn_and_no_note(house: AgencyHouse, trial: str) -> None:
    await load(house, records_to_json(RECORDS), trial)
    shown = json.dumps(await house.ledger(trial))
    assert not any(bsn in shown for bsn in BSN_OF.values())
    assert LETTER.note is not None
    assert LETTER.note not in shown


def test_the_newest_migration_is_the_one_that_the_quick_check_looks_for() -> None:
    config = Config()
    config.set_main_option("script_location", "agency_adapters.ledger:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_migrating_twice_is_the_same_as_once(ledger_dsns: dict[Agency, str]) -> None:
    migrate(ledger_dsns[Agency.CAK])


def test_a_bsn_is_sealed_with_the_agencys_key_and_found_by_its_hash(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(bytes(range(32)).hex())
    mine, other = BsnVault.from_file(tmp_path / "key"), BsnVault(b"x" * 32)
    sealed = mine.seal("000009830")
    assert mine.unseal(sealed) == "000009830"
    assert mine.seal("000009830") != sealed
    assert mine.hash("000009830") == mine.hash("000009830") != other.hash("000009830")
    with pytest.raises(InvalidTag):
        other.unseal(sealed)

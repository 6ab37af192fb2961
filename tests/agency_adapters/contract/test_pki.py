"""The development PKI: made once, kept, renewed in time, readable by its owner only."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID

from agency_adapters.contract.pki import RENEW_BEFORE, VALID_FOR, ensure_development_pki
from agency_adapters.registry import all_profiles

NOW = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)


def contents(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in directory.iterdir()}


def certificate(directory: Path, name: str) -> x509.Certificate:
    return x509.load_pem_x509_certificate((directory / f"{name}.pem").read_bytes())


def test_every_agency_and_caller_has_a_certificate_with_its_organisation_number(
    tmp_path: Path,
) -> None:
    ensure_development_pki(tmp_path, NOW)
    authority = certificate(tmp_path, "ca")
    for name in [*(profile.agency.value for profile in all_profiles()), "samenloop", "development"]:
        issued = certificate(tmp_path, name)
        issued.verify_directly_issued_by(authority)
        (oin,) = issued.subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)
        assert str(oin.value).startswith("00000099")
        assert len(oin.value) == 20


def test_keys_are_readable_by_their_owner_only(tmp_path: Path) -> None:
    ensure_development_pki(tmp_path, NOW)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.glob("*.key")} == {0o600}


def test_what_is_still_valid_is_left_alone(tmp_path: Path) -> None:
    ensure_development_pki(tmp_path, NOW)
    before = contents(tmp_path)
    ensure_development_pki(tmp_path, NOW + dt.timedelta(days=30))
    assert contents(tmp_path) == before


def test_what_nears_its_end_is_made_anew(tmp_path: Path) -> None:
    ensure_development_pki(tmp_path, NOW)
    before = contents(tmp_path)
    ensure_development_pki(tmp_path, NOW + VALID_FOR - RENEW_BEFORE + dt.timedelta(days=1))
    assert all(before[name] != content for name, content in contents(tmp_path).items())


@pytest.mark.parametrize("broken", ["uwv.key", "uwv.pem"])
def test_a_broken_or_foreign_pair_is_made_anew_alone(tmp_path: Path, broken: str) -> None:
    ensure_development_pki(tmp_path, NOW)
    before = contents(tmp_path)
    (tmp_path / broken).write_bytes(b"not a certificate")
    ensure_development_pki(tmp_path, NOW)
    changed = {name for name, content in contents(tmp_path).items() if before[name] != content}
    assert changed == {"uwv.key", "uwv.pem"}

"""A small PKI for development and tests: an authority, a certificate per agency, two callers.

Made once in a directory and kept: what is there and still valid is left alone, what nears its end
or is not of this authority is made anew. Keys are readable by their owner only.
Never for production.
"""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from agency_adapters.contract.organisations import (
    DEVELOPMENT,
    DEVELOPMENT_OIN,
    SAMENLOOP,
    SAMENLOOP_OIN,
)
from agency_adapters.contract.tls import server_name_of
from agency_adapters.registry import all_profiles

VALID_FOR = dt.timedelta(days=365)
RENEW_BEFORE = dt.timedelta(days=30)
AUTHORITY_OIN = "00000099000000001000"


@dataclass(frozen=True, slots=True)
class _Holder:
    """Whom a certificate is for; a server has names under which it is reached, a caller none."""

    name: str
    oin: str
    server_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pair:
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


def ensure_development_pki(directory: Path, now: dt.datetime | None = None) -> None:
    """Make or renew every certificate that a development installation needs. Idempotent."""
    moment = now or dt.datetime.now(dt.UTC)
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    authority = _kept(directory, "ca", moment) or _new_authority(directory, moment)
    for holder in _holders():
        kept = _kept(directory, holder.name, moment)
        if kept is None or not _is_issued_by(kept, authority):
            _issue(directory, holder, authority, moment)


def _holders() -> tuple[_Holder, ...]:
    agencies = (
        _Holder(
            profile.agency.value,
            profile.oin,
            (server_name_of(profile.agency), "localhost", "127.0.0.1"),
        )
        for profile in all_profiles()
    )
    return (*agencies, _Holder(SAMENLOOP, SAMENLOOP_OIN), _Holder(DEVELOPMENT, DEVELOPMENT_OIN))


def _kept(directory: Path, name: str, now: dt.datetime) -> _Pair | None:
    """The certificate and key in the directory, unless missing, broken or near their end."""
    try:
        certificate = x509.load_pem_x509_certificate((directory / f"{name}.pem").read_bytes())
        key = serialization.load_pem_private_key((directory / f"{name}.key").read_bytes(), None)
    except (FileNotFoundError, ValueError):
        return None
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        return None
    belongs = certificate.public_key() == key.public_key()
    if not belongs or certificate.not_valid_after_utc - now < RENEW_BEFORE:
        return None
    return _Pair(certificate, key)


def _is_issued_by(pair: _Pair, authority: _Pair) -> bool:
    try:
        pair.certificate.verify_directly_issued_by(authority.certificate)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True


def _new_authority(directory: Path, now: dt.datetime) -> _Pair:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _subject("Samenloop development authority", AUTHORITY_OIN)
    certificate = (
        _builder(name, name, key, now)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .sign(key, hashes.SHA256())
    )
    pair = _Pair(certificate, key)
    _keep(directory, "ca", pair)
    return pair


def _issue(directory: Path, holder: _Holder, authority: _Pair, now: dt.datetime) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    purpose = (
        ExtendedKeyUsageOID.SERVER_AUTH if holder.server_names else ExtendedKeyUsageOID.CLIENT_AUTH
    )
    issuer = authority.certificate.subject
    builder = (
        _builder(_subject(holder.name, holder.oin), issuer, key, now)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([purpose]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()),
            critical=False,
        )
    )
    if holder.server_names:
        names = x509.SubjectAlternativeName([_general_name(name) for name in holder.server_names])
        builder = builder.add_extension(names, critical=False)
    _keep(directory, holder.name, _Pair(builder.sign(authority.key, hashes.SHA256()), key))


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, now: dt.datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        # a clock that runs behind must not find a certificate "not valid yet"
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + VALID_FOR)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _subject(name: str, oin: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Samenloop development"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
            x509.NameAttribute(NameOID.SERIAL_NUMBER, oin),
        ]
    )


def _general_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _keep(directory: Path, name: str, pair: _Pair) -> None:
    key = pair.key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    _write(directory / f"{name}.key", key)
    _write(directory / f"{name}.pem", pair.certificate.public_bytes(serialization.Encoding.PEM))


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, and never readable by others (mkstemp makes it 0600)."""
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(temporary).replace(path)

"""Certificates on disk as gRPC credentials: both sides show one, both check the other's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import grpc

from domain.vocabulary import Agency


def server_name_of(agency: Agency) -> str:
    """The DNS name in an agency's development certificate: it proves which agency answers."""
    return f"{agency.value}.agency.samenloop.test"


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """Where the authority's certificate, one's own certificate and its key lie (PEM)."""

    authority: Path
    certificate: Path
    key: Path

    @classmethod
    def of(cls, directory: Path, name: str) -> TlsFiles:
        """`ca.pem`, `<name>.pem` and `<name>.key` in a directory."""
        return cls(directory / "ca.pem", directory / f"{name}.pem", directory / f"{name}.key")

    def for_server(self) -> grpc.ServerCredentials:
        """Credentials of a server that refuses callers without a certificate of the authority."""
        return grpc.ssl_server_credentials(
            [(self.key.read_bytes(), self.certificate.read_bytes())],
            root_certificates=self.authority.read_bytes(),
            require_client_auth=True,
        )

    def for_client(self) -> grpc.ChannelCredentials:
        """Credentials of a caller that trusts this authority only."""
        return grpc.ssl_channel_credentials(
            root_certificates=self.authority.read_bytes(),
            private_key=self.key.read_bytes(),
            certificate_chain=self.certificate.read_bytes(),
        )

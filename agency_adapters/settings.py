"""What an agency's process is told by its environment."""

from __future__ import annotations

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.vocabulary import Agency


class AgencySettings(BaseSettings):
    """Environment variables SAMENLOOP_*; an argument of the command line wins."""

    model_config = SettingsConfigDict(env_prefix="SAMENLOOP_", extra="ignore")

    agency: Agency
    # host:port; port 0 takes any free one
    listen: str
    # postgresql+psycopg://..., of a role that owns this agency's own database
    ledger_dsn: str
    # ca.pem and, for this agency, <agency>.pem and <agency>.key
    tls_dir: Path
    ledger_key_file: Path
    development: bool = False
    otlp_endpoint: str | None = None
    otlp_token: str | None = None

"""The settings of the API process, read once from the environment (prefix `SAMENLOOP_`)."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.decisions import ReviewPolicy
from domain.vocabulary import Agency

S = TypeVar("S", bound=BaseSettings)


class SettingsInvalid(Exception):
    """Settings are missing or wrong; the text names them all, and never a value (it may be a
    secret)."""


def read(kind: type[S]) -> S:
    """These settings from the environment. Raises SettingsInvalid with all problems together."""
    try:
        return kind()
    except ValidationError as error:
        problems = (
            f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}"
            for one in error.errors(include_input=False)
        )
        raise SettingsInvalid("\n".join(problems)) from None


class StoreSettings(BaseSettings):
    """What `python -m services.store migrate` needs: the owner of the schema and who may use it."""

    model_config = SettingsConfigDict(env_prefix="SAMENLOOP_")

    store_owner_dsn: SecretStr
    store_dsn: SecretStr
    telemetry_dsn: SecretStr | None = None


class ApiSettings(BaseSettings):
    """Where the API finds what it stands on. Missing or wrong values fail at start-up, all
    together."""

    model_config = SettingsConfigDict(env_prefix="SAMENLOOP_")

    api_listen: str = "127.0.0.1:8080"
    api_url: str | None = None
    store_dsn: SecretStr
    telemetry_dsn: SecretStr
    temporal_address: str
    temporal_namespace: str = "samenloop"
    temporal_ui_url: str | None = None
    master_key_file: Path
    lookup_key_file: Path
    identity_dir: Path
    otlp_token: SecretStr
    agencies: dict[Agency, str] = Field(default_factory=dict)
    review: ReviewPolicy = ReviewPolicy.BEFORE
    production: bool = False

    @property
    def host(self) -> str:
        """The address to listen on, without the port."""
        return self.api_listen.rpartition(":")[0]

    @property
    def port(self) -> int:
        """The port to listen on."""
        return int(self.api_listen.rpartition(":")[2])

    @property
    def base_url(self) -> str:
        """Where people reach the API and the console."""
        return (self.api_url or f"http://{self.api_listen}").rstrip("/")

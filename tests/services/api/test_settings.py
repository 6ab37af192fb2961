"""Settings are complete or refused, and what is refused is named without its value."""

from __future__ import annotations

import pytest

from services.settings import ApiSettings, SettingsInvalid, StoreSettings, read

SECRET = "a-secret-password"


def test_every_missing_setting_is_named_and_no_value_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SAMENLOOP_STORE_DSN", f"postgresql://app:{SECRET}@/store")
    monkeypatch.setenv("SAMENLOOP_AGENCIES", '{"nobody": "127.0.0.1:1"}')
    with pytest.raises(SettingsInvalid) as refused:
        read(ApiSettings)
    told = str(refused.value)
    assert "master_key_file" in told
    assert "agencies" in told
    assert SECRET not in told


def test_what_is_complete_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMENLOOP_STORE_DSN", "postgresql://app@/store")
    monkeypatch.setenv("SAMENLOOP_STORE_OWNER_DSN", "postgresql://owner@/store")
    settings = read(StoreSettings)
    assert settings.store_owner_dsn.get_secret_value() == "postgresql://owner@/store"
    assert "owner@" not in repr(settings)

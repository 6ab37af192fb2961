"""What the log of a process may say when a library or a payload breaks."""

from __future__ import annotations

import json
import logging

import pytest

from services import worker
from services.logs import JsonLines


def line_of(message: str, *args: object, error: BaseException | None = None) -> str:
    exc_info = (type(error), error, None) if error else None
    record = logging.LogRecord("temporalio", logging.ERROR, __file__, 1, message, args, exc_info)
    return JsonLines().format(record)


def test_the_text_of_an_exception_in_a_librarys_message_is_left_out() -> None:
    line = line_of("Failed decoding payload: %s", ValueError("Samira Benali"))
    assert json.loads(line)["event"] == "Failed decoding payload: ValueError"


def test_a_bsn_in_a_librarys_message_is_masked() -> None:
    assert "999901217" not in line_of("payload was 999901217")


def test_a_traceback_is_told_without_its_text() -> None:
    line = line_of("Completing activity as failed", error=KeyError("Samira Benali"))
    assert "KeyError" in line
    assert "Samira" not in line


def test_a_worker_that_breaks_tells_the_type_and_the_place_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def broken(_: worker.WorkerSettings) -> None:
        raise RuntimeError("Samira Benali, 999901217")

    settings = {
        "temporal_address": "127.0.0.1:1",
        "store_dsn": "postgresql+psycopg://x@/x",
        "master_key_file": "master",
        "lookup_key_file": "lookup",
        "agencies": "{}",
        "tls_dir": "tls",
    }
    for name, value in settings.items():
        monkeypatch.setenv(f"SAMENLOOP_{name.upper()}", value)
    monkeypatch.setattr(worker, "work", broken)
    monkeypatch.setattr(worker, "set_up_telemetry", lambda *_, **__: _NoTelemetry())
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        assert worker.main() == worker.EXIT_BROKEN
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
    written = capsys.readouterr().err
    assert "RuntimeError" in written
    assert "Samira" not in written


def test_a_worker_without_settings_names_all_that_are_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(worker, "set_up_logs", lambda: None)
    assert worker.main() == worker.EXIT_SETTINGS
    written = capsys.readouterr().err
    assert {"store_dsn", "agencies", "tls_dir"} <= {
        line.split(":")[0] for line in written.splitlines()
    }


class _NoTelemetry:
    def shut_down(self) -> None:
        """Nothing was set up."""

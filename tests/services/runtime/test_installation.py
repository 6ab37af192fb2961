from __future__ import annotations

import dataclasses
import stat
import tempfile
from pathlib import Path

import pytest

from services.runtime.data_dir import DataDir, InstallationLock
from services.runtime.errors import NothingRuns
from services.runtime.installation import (
    Installation,
    RunningProcess,
    Stage,
    last_known,
    running,
    write,
)

INSTALLATION = Installation(
    stage=Stage.RUNNING,
    supervisor_pid=1,
    started_at="2026-11-23T12:00:00+00:00",
    data_dir="somewhere",
    ports={"api": 8080},
    api_url="http://127.0.0.1:8080",
    console_url="http://127.0.0.1:8080/",
    temporal_address="127.0.0.1:7233",
    temporal_namespace="samenloop",
    temporal_ui_url="http://127.0.0.1:8233",
    agencies={"uwv": "127.0.0.1:50062"},
    postgres_socket_dir="somewhere/run",
    processes={"api": RunningProcess(pid=7, ready=True, restarts=0, log="api.log")},
)


@pytest.fixture
def data_dir(tmp_path: Path) -> DataDir:
    data_dir = DataDir(tmp_path / "data dir")
    data_dir.make()
    return data_dir


def test_what_was_written_is_read_again(data_dir: DataDir) -> None:
    write(data_dir, INSTALLATION)

    assert last_known(data_dir) == INSTALLATION


def test_only_the_owner_may_read_it(data_dir: DataDir) -> None:
    write(data_dir, INSTALLATION)

    assert stat.S_IMODE(data_dir.runtime_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(data_dir.root.stat().st_mode) == 0o700


def test_a_later_state_replaces_the_earlier_and_leaves_no_other_file(data_dir: DataDir) -> None:
    before = set(data_dir.root.iterdir())
    write(data_dir, INSTALLATION)
    write(data_dir, dataclasses.replace(INSTALLATION, stage=Stage.STOPPED))

    found = last_known(data_dir)
    assert found is not None
    assert found.stage is Stage.STOPPED
    assert set(data_dir.root.iterdir()) - before == {data_dir.runtime_file}


def test_a_damaged_file_counts_as_none(data_dir: DataDir) -> None:
    data_dir.runtime_file.write_text('{"stage": "runn')

    assert last_known(data_dir) is None


def test_nothing_runs_when_the_supervisor_is_gone_whatever_the_file_says(
    data_dir: DataDir,
) -> None:
    write(data_dir, INSTALLATION)

    with pytest.raises(NothingRuns, match="samenloop up"):
        running(data_dir)


def test_a_running_installation_is_found(data_dir: DataDir) -> None:
    write(data_dir, INSTALLATION)
    with InstallationLock(data_dir.lock_file) as lock:
        assert lock.take()

        assert running(data_dir) == INSTALLATION


def test_a_data_directory_is_held_by_one_supervisor_at_a_time(data_dir: DataDir) -> None:
    first, second = InstallationLock(data_dir.lock_file), InstallationLock(data_dir.lock_file)

    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_a_socket_folder_whose_path_is_too_long_lies_elsewhere(tmp_path: Path) -> None:
    short, long = DataDir(Path("/d")), DataDir(tmp_path / ("x" * 100))

    assert short.socket_dir == Path("/d/run")
    assert len(str(long.socket_dir)) < 80


def test_a_temporary_folder_whose_path_is_too_long_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "gettempdir", lambda: "/" + "t" * 100)

    assert DataDir(tmp_path / ("x" * 100)).socket_dir.parent == Path("/tmp")


def test_the_data_directory_comes_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SAMENLOOP_DATA_DIR", str(tmp_path / "other"))

    assert DataDir.chosen().root == tmp_path / "other"

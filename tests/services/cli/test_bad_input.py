from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from agency_adapters.casefile.examples import example
from services.cli.exits import ExitCode
from services.cli.main import run

Told = Callable[[], tuple[str, str]]


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Commands look here for an installation; there is none."""
    folder = tmp_path / "data"
    monkeypatch.setenv("SAMENLOOP_DATA_DIR", str(folder))
    return folder


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    def read() -> tuple[str, str]:
        captured = capsys.readouterr()
        return captured.out, captured.err

    return read


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    case = json.loads(example("J01"))
    case["intake"]["members"][0]["bsn"] = "123456789"
    case["agencies"]["uwv"][0]["persons"] = ["nobody"]
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(case))
    return path


def test_every_problem_of_a_case_file_is_told_at_once(broken: Path, told: Told) -> None:
    assert run(["plan", "assess", str(broken)]) == ExitCode.BAD_INPUT

    out, err = told()
    assert out == ""
    assert "/intake/members/0/bsn" in err
    assert "/agencies/uwv/0/persons" in err


def test_a_case_file_that_is_refused_is_not_quoted(broken: Path, told: Told) -> None:
    run(["plan", "assess", str(broken)])

    assert "123456789" not in told()[1]


def test_an_error_with_json_is_one_json_object_on_stderr(broken: Path, told: Told) -> None:
    assert run(["plan", "assess", str(broken), "--json"]) == ExitCode.BAD_INPUT

    out, err = told()
    assert out == ""
    error = json.loads(err)["error"]
    assert error["code"] == 2
    assert len(error["problems"]) >= 2


@pytest.mark.parametrize("command", [["plan", "assess"], ["plan", "start"], ["up", "--load"]])
def test_bad_input_leaves_nothing_behind(
    command: list[str], broken: Path, data_dir: Path, told: Told
) -> None:
    assert run([*command, str(broken)]) == ExitCode.BAD_INPUT

    assert not data_dir.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["plan", "assess"],
        ["plan", "assess", "J01", "--no-such-option"],
        ["plan", "assess", "no-such-file"],
        ["agency", "ledger", "no-such-agency"],
        ["agency", "trouble", "uwv", "no-such-trouble"],
        ["agency", "trouble", "uwv", "slow", "--seconds", "many"],
    ],
)
def test_wrong_usage_is_told_with_its_own_exit_code(arguments: list[str], told: Told) -> None:
    assert run(arguments) == ExitCode.BAD_INPUT

    out, err = told()
    assert out == ""
    assert err


@pytest.mark.parametrize(
    "arguments",
    [
        ["status"],
        ["plan", "list"],
        ["plan", "show", "pl-0000000000000000"],
        ["plan", "assess", "J01"],
        ["plan", "start", "J01"],
        ["agency", "list"],
        ["trace", "0" * 32],
    ],
)
def test_without_a_running_installation_nothing_is_reachable(
    arguments: list[str], told: Told
) -> None:
    assert run(arguments) == ExitCode.NOT_REACHABLE

    assert "samenloop up" in told()[1]


def test_help_lists_the_commands_and_the_exit_codes(told: Told) -> None:
    assert run(["--help"]) == ExitCode.OK

    out = told()[0]
    assert "demo" in out
    assert "Exit codes" in out

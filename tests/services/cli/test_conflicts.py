"""`samenloop conflicts`: the catalogue as the code has it, and its page in docs/."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from domain.conflicts import ConflictType
from services.cli.conflicts import catalogue_as_markdown
from services.cli.exits import ExitCode
from services.cli.main import run

PAGE = Path(__file__).parents[3] / "docs" / "conflicts.md"


def test_every_type_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["conflicts", "list", "--json"]) == ExitCode.OK
    listed = json.loads(capsys.readouterr().out)["conflicts"]
    assert [each["type"] for each in listed] == [kind.value for kind in ConflictType]


@pytest.mark.parametrize("kind", ["UITSTEL_VS_VERREKENING", "uitstel_vs_verrekening"])
def test_a_type_is_explained_with_its_law(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["conflicts", "explain", kind, "--language", "en"]) == ExitCode.OK
    out = capsys.readouterr().out
    assert "A pause in force covers a claim without stopping set-off" in out
    assert "Awb 4:94" in out


def test_an_unknown_type_is_bad_input_and_the_known_ones_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["conflicts", "explain", "NERGENS"]) == ExitCode.BAD_INPUT
    assert "WACHT_OP_ELKAAR" in capsys.readouterr().err


def test_the_page_in_docs_is_what_the_code_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == catalogue_as_markdown()

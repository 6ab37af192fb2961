"""`samenloop decision record|verify`, against an API that answers as ours does."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import httpx
import pytest

from domain.decision_record import canonical, hash_of, record_of
from services.cli import decisions
from services.cli.api import Api
from services.cli.exits import CommandFailed, ExitCode
from services.cli.session import Session
from services.decision_records.document import Document, RecordJson
from services.identity.actor import Actor
from services.runtime.data_dir import DataDir
from tests.support.records import decisions_made, withheld_of

MADE = decisions_made("J01")[0]
PREVIOUS = "0" * 64
CHAIN: dict[str, object] = {"gemeente": "gm-rijnstede", "aantal": 1, "gewist": 0}


class FakeSession:
    """One installation whose API knows one record."""

    def __init__(self, root: Path, broken: dict[str, object] | None) -> None:
        self.data_dir = DataDir(root)
        self._chain = CHAIN | {"laatsteHash": "a" * 64, "breuk": broken}

    @asynccontextmanager
    async def acting_as(self, actor: Actor) -> AsyncIterator[Api]:
        transport = httpx.MockTransport(self._answer)
        async with Api("http://samenloop.test", actor.subject, transport=transport) as api:
            yield api

    def _answer(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/besluiten/_keten":
            return httpx.Response(200, json=self._chain)
        if request.url.path == f"/v1/besluiten/{MADE.id}/besluitdocument":
            body = canonical(record_of(MADE, withheld_of("J01")))
            record = RecordJson(
                hash=hash_of(PREVIOUS, body),
                previous_hash=PREVIOUS,
                complete=True,
                record=Document.model_validate_json(body),
            )
            return httpx.Response(200, content=record.model_dump_json())
        return httpx.Response(404, json={"title": "Niet gevonden"})


def here(
    monkeypatch: pytest.MonkeyPatch, root: Path, broken: dict[str, object] | None = None
) -> None:
    session = cast(Session, FakeSession(root, broken))
    monkeypatch.setattr(Session, "here", lambda: session)


async def test_a_record_is_shown_in_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here(monkeypatch, tmp_path)
    await decisions.show_record(MADE.id, pdf=None, as_json=False)
    shown = capsys.readouterr().out
    assert "In het kort" in shown
    assert "geen besluit in de zin van de wet" in shown


async def test_as_json_it_is_one_object(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here(monkeypatch, tmp_path)
    await decisions.show_record(MADE.id, pdf=None, as_json=True)
    assert json.loads(capsys.readouterr().out)["record"]["id"] == MADE.id


async def test_on_paper_it_is_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    here(monkeypatch, tmp_path)
    paper = tmp_path / "besluit.pdf"
    await decisions.show_record(MADE.id, pdf=paper, as_json=False)
    assert paper.read_bytes().startswith(b"%PDF-")
    with pytest.raises(CommandFailed):
        await decisions.show_record(MADE.id, pdf=tmp_path / "no" / "where.pdf", as_json=False)


async def test_a_decision_without_a_record_is_bad_input(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here(monkeypatch, tmp_path)
    with pytest.raises(CommandFailed) as failed:
        await decisions.show_record("d-unknown", pdf=None, as_json=False)
    assert failed.value.code is ExitCode.BAD_INPUT


async def test_a_whole_chain_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here(monkeypatch, tmp_path)
    await decisions.verify(as_json=False)
    assert "1 records" in capsys.readouterr().out


async def test_a_broken_chain_has_an_exit_code_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = {"plaats": 3, "besluitId": "d-9", "versie": 1, "soort": "changed"}
    here(monkeypatch, tmp_path, broken)
    with pytest.raises(CommandFailed) as failed:
        await decisions.verify(as_json=True)
    assert failed.value.code is ExitCode.BROKEN
    assert "d-9" in failed.value.problems[0]

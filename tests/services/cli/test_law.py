"""`samenloop law`: the law opened up for a jurist and for a script."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from domain.legislation.catalogue import REGULATIONS
from services.cli.exits import ExitCode
from services.cli.main import run

Told = Callable[[], tuple[str, str]]

FACTS = {
    "born": "1985-03-02",
    "insured": True,
    "insurance_suspended": False,
    "lawful_residence": True,
    "lives_in_netherlands": True,
    "income": 2_400_000,
    "assets": 0,
    "has_partner": False,
    "sources": {"income": "Basisregistratie inkomen 2025"},
}
ASK = ["law", "evaluate", "zorgtoeslag", "--on", "2025-05-05", "--facts"]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    def read() -> tuple[str, str]:
        captured = capsys.readouterr()
        return captured.out, captured.err

    return read


@pytest.fixture
def facts(tmp_path: Path) -> Callable[[object], str]:
    def write(content: object) -> str:
        path = tmp_path / "facts.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return str(path)

    return write


def answer(told: Told) -> Any:
    return json.loads(told()[0])


def test_every_regulation_is_listed(told: Told) -> None:
    assert run(["law", "list", "--json"]) == ExitCode.OK
    assert [each["regeling"] for each in answer(told)["regelingen"]] == list(REGULATIONS)


def test_a_regulation_is_explained_with_articles_facts_and_sources(told: Told) -> None:
    assert run(["law", "explain", "zorgtoeslag", "--on", "2026-05-05"]) == ExitCode.OK
    out, _ = told()
    assert "https://wetten.overheid.nl/BWBR0018451/2026-05-05#Artikel2" in out
    assert "standaardpremie: € 2.119,00 per jaar (Wzt 4;" in out
    assert "income: toetsingsinkomen [eurocent_per_year]" in out


def test_a_determination_reads_as_sentences(told: Told, facts: Callable[[object], str]) -> None:
    assert run([*ASK, facts(FACTS)]) == ExitCode.OK
    out, _ = told()
    assert "Toetsingsinkomen: € 24.000,00 per jaar (Basisregistratie inkomen 2025)." in out
    assert "€ 2.112,00 per jaar − € 538,5778 per jaar = € 1.573,4222 per jaar (Wzt 2 lid 1)" in out
    assert "Er is recht op zorgtoeslag." in out

    assert run([*ASK, facts(FACTS), "--language", "en"]) == ExitCode.OK
    assert "There is a right to zorgtoeslag." in told()[0]


def test_a_determination_as_json_holds_amounts_explanation_and_articles(
    told: Told, facts: Callable[[object], str]
) -> None:
    assert run([*ASK, facts(FACTS), "--json"]) == ExitCode.OK
    said = answer(told)
    assert said["uitkomst"] == "granted"
    assert {one["naam"]: one["waarde"] for one in said["uitkomsten"]} == {
        "per_month": 13112,
        "per_year": 157342,
    }
    assert (said["van"], said["totEnMet"]) == ("2025-05-01", "2025-05-31")
    assert all(line["nl"] and line["en"] for line in said["uitleg"])


def test_what_is_left_out_is_named_as_not_known(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("{}"))
    assert run([*ASK, "-", "--json"]) == ExitCode.OK
    said = answer(told)
    assert said["uitkomst"] == "undetermined"
    assert {"born", "insured", "has_partner"} <= {one["naam"] for one in said["ontbreekt"]}


@pytest.mark.parametrize(
    ("content", "places"),
    [
        ({"income": "veel", "born": "2025-13-01"}, ["/income", "/born"]),
        ({"assets": -1, "sources": {"unheard": "x"}}, ["/assets", "/sources/unheard"]),
        ({"unheard": 1}, ["/unheard"]),
        ("{", ["/"]),
    ],
)
def test_facts_that_cannot_be_read_are_told_all_at_once_and_not_quoted(
    told: Told, facts: Callable[[object], str], content: object, places: list[str]
) -> None:
    assert run([*ASK, facts(content), "--json"]) == ExitCode.BAD_INPUT
    out, err = told()
    assert out == ""
    problems = json.loads(err)["error"]["problems"]
    assert {problem.split(":")[0] for problem in problems} == set(places)
    assert "veel" not in err


@pytest.mark.parametrize(
    "arguments", [["explain", "nergens", "--on", "2026-01-01"], ["schema", "nergens"]]
)
def test_an_unknown_regulation_is_bad_input(told: Told, arguments: list[str]) -> None:
    assert run(["law", *arguments]) == ExitCode.BAD_INPUT
    assert "zorgtoeslag" in told()[1]


@pytest.mark.parametrize("regulation_id", list(REGULATIONS))
def test_the_schema_of_every_regulation_is_a_schema(told: Told, regulation_id: str) -> None:
    assert run(["law", "schema", regulation_id]) == ExitCode.OK
    schema = answer(told)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate({}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"unheard": 1}, schema)


def test_what_fits_the_schema_is_what_is_read(told: Told) -> None:
    run(["law", "schema", "zorgtoeslag"])
    schema = answer(told)
    jsonschema.validate(FACTS, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**FACTS, "assets": -1}, schema)

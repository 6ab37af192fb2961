"""`samenloop law`: the law opened up for a jurist and for a script."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from domain.legislation.catalogue import REGULATIONS, regulation
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
    assert "jci1.3:c:BWBR0018451&artikel=2&z=2026-05-05&g=2026-05-05" in out
    assert out.count("BWBR0018451&artikel=2&") == 1, "an address stands there once"
    assert "standaardpremie: € 2.119,00 per jaar (Wzt 4;" in out
    assert "income: toetsingsinkomen [eurocenten per jaar]" in out
    assert "RC: de officiële tekst (BWB)" in out


def test_an_explanation_shows_the_facts_of_a_list_and_the_choices_in_words(told: Told) -> None:
    assert run(["law", "explain", "verdeling_afloscapaciteit", "--on", "2026-05-05"]) == 0
    out, _ = told()
    assert "- debts: vorderingen [lijst, van ieder:]" in out
    assert "    - outstanding: openstaande vordering [eurocenten]" in out
    assert '"state_treasury": belastingschuld' in out

    run(["law", "explain", "verdeling_afloscapaciteit", "--on", "2026-05-05", "--json"])
    debts = next(each for each in answer(told)["gegevens"] if each["naam"] == "debts")
    rank = next(each for each in debts["gegevens"] if each["naam"] == "rank")
    assert (debts["soort"], rank["soort"]) == ("list", "choice")
    assert all(each["omschrijving"]["nl"] for each in rank["keuzes"])


def test_a_number_of_a_law_that_has_ended_is_not_called_unknown(told: Told) -> None:
    assert run(["law", "explain", "huurtoeslag", "--on", "2026-05-05"]) == ExitCode.OK
    line = next(each for each in told()[0].splitlines() if "factor a voor een eenpers" in each)
    assert "gold tot en met 31 december" in line
    assert "niet bekend" not in line


def test_the_list_is_grouped_by_who_carries_it_out(told: Told) -> None:
    assert run(["law", "list"]) == ExitCode.OK
    out, _ = told()
    heads = [line for line in out.splitlines() if line and not line.startswith(" ")]
    assert heads == [
        "belastingdienst",
        "uwv",
        "svb",
        "duo",
        "cak",
        "gemeente",
        "elk bestuursorgaan",
    ]
    assert out.index("\nuwv\n") < out.index("  ww ") < out.index("\nsvb\n")


def test_the_room_of_a_provision_and_of_a_regulation_is_shown(told: Told) -> None:
    assert run(["law", "room", "Awir", "31bis", "--on", "2026-05-05"]) == ExitCode.OK
    out, _ = told()
    assert "geen ruimte: dit bindt" in out
    assert "mag niet: kwijtschelden" in out
    assert "wel: Awir 26 lid 2" in out

    run(["law", "room", "terugvordering_toeslagen", "--on", "2026-05-05", "--language", "en"])
    out, _ = told()
    assert "may: reduce" in out
    assert "Awir 26b lid 1 (exception to Awir 26 lid 1)" in out

    assert run(["law", "room", "nergens", "--on", "2026-05-05"]) == ExitCode.BAD_INPUT
    assert "Awir 26 lid 2" in told()[1]


def test_a_form_can_be_filled_in_and_asked(told: Told, facts: Callable[[object], str]) -> None:
    assert run(["law", "form", "zorgtoeslag"]) == ExitCode.OK
    form = answer(told)
    assert set(form.values()) == {"unknown"}
    assert run([*ASK, facts({**form, "insured": False}), "--json"]) == ExitCode.OK
    assert answer(told)["uitkomst"] == "refused"


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
        "award_per_year": 157300,
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
    assert "law list" in told()[1]


def test_a_name_that_is_nearly_right_is_answered_with_those_that_are(told: Told) -> None:
    assert run(["law", "schema", "zorgtoelage"]) == ExitCode.BAD_INPUT
    assert "- zorgtoeslag\n" in told()[1]
    assert run(["law", "schema", "boete"]) == ExitCode.BAD_INPUT
    assert {"- bestuurlijke_boete", "- onverzekerdenboete"} <= {
        line.strip() for line in told()[1].splitlines()
    }


@pytest.mark.parametrize("on", ["2023-12-31", "2019-05-05", "2101-01-01", "9999-12-31"])
def test_no_law_is_applied_to_a_day_that_it_is_not_written_for(
    told: Told, facts: Callable[[object], str], on: str
) -> None:
    ask = ["law", "evaluate", "zorgtoeslag", "--on", on, "--facts", facts(FACTS)]
    assert run(ask) == ExitCode.BAD_INPUT
    assert "1 januari 2024" in told()[1]


def test_a_day_after_the_last_that_was_read_is_told_with_that_reservation(
    told: Told, facts: Callable[[object], str]
) -> None:
    ask = ["law", "evaluate", "verjaring", "--on", "2027-05-05", "--facts"]
    ask.append(facts({"pay_by": "2026-01-01", "interruptions": [], "deferrals": []}))
    assert run(ask) == ExitCode.OK
    assert "De wet is gelezen tot en met 31 december 2026" in told()[0]


def test_what_is_missing_is_listed_by_the_names_to_fill_in_and_no_number_as_unverified(
    told: Told, facts: Callable[[object], str]
) -> None:
    ask = ["law", "evaluate", "zorgtoeslag", "--on", "2027-05-05", "--facts", facts({})]
    assert run(ask) == ExitCode.OK
    out, _ = told()
    assert "In te vullen:" in out
    assert "\n- has_partner: heeft een toeslagpartner" in out
    assert "geen waarde voor die dag" in out
    assert "nog niet zijn nagegaan" not in out


def test_numbers_that_were_not_checked_are_listed_after_the_outcome(
    told: Told, facts: Callable[[object], str]
) -> None:
    asked = {"asked": "standard", "debt": 100_000, "pay_by": "2026-06-30", "by_intent": False}
    ask = ["law", "evaluate", "betalingsregeling_toeslagen", "--on", "2026-05-05", "--facts"]
    assert run([*ask, facts(asked)]) == ExitCode.OK
    out, _ = told()
    held = regulation("betalingsregeling_toeslagen").parameters
    unchecked = [one for one in held if not one.values[-1].verified]
    assert bool(unchecked) == ("nog niet zijn nagegaan" in out)


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

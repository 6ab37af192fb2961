"""`samenloop law`: the law opened up. Needs nothing that runs: it is computed here."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from domain.legislation.catalogue import REGULATIONS, UnknownRegulation, regulation
from domain.legislation.determination import Language, Regulation, Unit, sentences
from domain.legislation.determination.determination import Determination
from domain.legislation.determination.sentences import conclusion, day_shown, number_shown
from domain.legislation.parameters import Parameter
from services.cli.exits import CommandFailed, ExitCode
from services.cli.output import console, emit_json
from services.law.facts import FactsInvalid, facts_from_json, schema_of
from services.law.messages import determination_out, list_of, regulation_out

_FROM_STDIN = "-"


def list_all(*, language: Language, as_json: bool) -> None:
    """Print every regulation."""
    if as_json:
        emit_json(list_of(REGULATIONS.values()).model_dump(mode="json", by_alias=True))
        return
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in (("regeling", "regulation"), ("wie", "who"), ("wat", "what")):
        table.add_column(heading[0] if language is Language.NL else heading[1], no_wrap=True)
    for each in REGULATIONS.values():
        who = ", ".join(one.agency.value for one in each.carried_out_by) or "*"
        table.add_row(each.id, who, each.title.in_language(language))
    console().print(table)


def explain(regulation_id: str, on: dt.date, *, language: Language, as_json: bool) -> None:
    """Print what a regulation reads, which articles it stands on, and its numbers on a day.

    Raises CommandFailed.
    """
    asked = _regulation(regulation_id)
    if as_json:
        emit_json(regulation_out(asked, on).model_dump(mode="json", by_alias=True))
        return
    out = console()
    out.print(f"[bold]{asked.title.in_language(language)}[/bold] ({asked.id})")
    out.print(asked.summary.in_language(language))
    _print_list(
        _words(language, "Artikelen", "Articles"),
        [f"{each}  {each.url(on) or ''}".rstrip() for each in asked.articles],
    )
    _print_list(
        _words(language, "Gegevens", "Facts"),
        [
            f"{name}: {about.label.in_language(language)}{_unit(about.unit)}"
            for name, about in asked.facts.abouts().items()
        ],
    )
    day = day_shown(on, language)
    _print_list(
        _words(language, f"Bedragen en getallen op {day}", f"Amounts and numbers on {day}"),
        [_parameter(each, on, language) for each in asked.parameters],
    )


def evaluate(
    regulation_id: str, on: dt.date, facts: str, *, language: Language, as_json: bool
) -> None:
    """Determine on a day from facts in a file (`-`: stdin) and print why. Raises CommandFailed."""
    asked = _regulation(regulation_id)
    found = _determined(asked, facts, on)
    if as_json:
        emit_json(determination_out(found, asked).model_dump(mode="json", by_alias=True))
        return
    out = console()
    out.print(f"[bold]{asked.title.in_language(language)}, {day_shown(on, language)}[/bold]")
    for number, sentence in enumerate(sentences(found, language), 1):
        out.print(f"{number:3}. {sentence}")
    out.print(f"[bold]{conclusion(found, asked, language)}[/bold]")


def schema(regulation_id: str) -> None:
    """Print the JSON Schema of the facts. Raises CommandFailed."""
    emit_json(schema_of(_regulation(regulation_id)))


def _regulation(regulation_id: str) -> Regulation:
    try:
        return regulation(regulation_id)
    except UnknownRegulation as error:
        known = ", ".join(REGULATIONS)
        raise CommandFailed(ExitCode.BAD_INPUT, f"{error}; there are {known}") from None


def _determined(asked: Regulation, facts: str, on: dt.date) -> Determination:
    try:
        content = sys.stdin.read() if facts == _FROM_STDIN else Path(facts).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandFailed(
            ExitCode.BAD_INPUT, f"the facts cannot be read: {type(error).__name__}"
        ) from None
    try:
        return asked.determine(facts_from_json(asked, content), on)
    except FactsInvalid as error:
        points = tuple(f"{place or '/'}: {what}" for place, what in error.problems)
        hint = f"{error}; `samenloop law schema {asked.id}` shows what may stand there"
        raise CommandFailed(ExitCode.BAD_INPUT, hint, points) from None


def _parameter(parameter: Parameter, on: dt.date, language: Language) -> str:
    held = parameter.on(on)
    title = parameter.title.in_language(language)
    if held is None:
        return f"{title}: {_words(language, 'niet bekend', 'not known')} ({parameter.article})"
    checked = "" if held.verified else _words(language, "; niet nagegaan", "; not checked")
    value = number_shown(held.value, parameter.unit, language)
    return f"{title}: {value} ({parameter.article}; {held.source}{checked})"


def _print_list(heading: str, lines: list[str]) -> None:
    out = console()
    out.print(f"\n[bold]{heading}[/bold]")
    for line in lines:
        out.print(f"- {line}", markup=False)


def _unit(unit: Unit | None) -> str:
    return f" [{unit.value}]" if unit else ""


def _words(language: Language, dutch: str, english: str) -> str:
    return dutch if language is Language.NL else english

"""`samenloop law`: the law opened up. Needs nothing that runs: it is computed here."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from domain.legislation.catalogue import REGULATIONS, UnknownRegulation, regulation
from domain.legislation.determination import Determination, Language, Regulation, sentences
from domain.legislation.determination.sentences import conclusion
from domain.legislation.determination.shown import day_shown
from services.cli.exits import CommandFailed, ExitCode
from services.cli.law_pages import Page, list_page, regulation_page, room_page
from services.cli.output import console, emit_json
from services.law.articles import UnknownProvision, article_of
from services.law.asking import DayOutOfReach, determined
from services.law.facts import FactsInvalid, facts_from_json
from services.law.kinds import form_of
from services.law.messages import Bepaling, determination_out, list_of, regulation_out
from services.law.room import Ruimten, room_of_provision, room_of_regulation
from services.law.schema import schema_of

_FROM_STDIN = "-"


def list_all(*, language: Language, as_json: bool) -> None:
    """Print every regulation, by who carries it out."""
    if as_json:
        emit_json(list_of(REGULATIONS.values()).model_dump(mode="json", by_alias=True))
        return
    _print(list_page(REGULATIONS.values(), language))


def explain(regulation_id: str, on: dt.date, *, language: Language, as_json: bool) -> None:
    """Print what a regulation reads, which articles it stands on, and its numbers on a day.

    Raises CommandFailed.
    """
    asked = _regulation(regulation_id)
    if as_json:
        emit_json(regulation_out(asked, on).model_dump(mode="json", by_alias=True))
        return
    _print(regulation_page(asked, on, language))


def evaluate(
    regulation_id: str, on: dt.date, facts: str, *, language: Language, as_json: bool
) -> None:
    """Determine on a day from facts in a file (`-`: stdin) and print why. Raises CommandFailed."""
    asked = _regulation(regulation_id)
    found = _determined(asked, facts, on, language)
    told = determination_out(found, asked)
    if as_json:
        emit_json(told.model_dump(mode="json", by_alias=True))
        return
    out = console()
    out.print(f"[bold]{asked.title.in_language(language)}, {day_shown(on, language)}[/bold]")
    for number, sentence in enumerate(sentences(found, language), 1):
        out.print(f"{number:3}. {sentence}", markup=False, soft_wrap=not out.is_terminal)
    concluded = f"\n{conclusion(found, asked, language)}"
    out.print(concluded, style="bold", markup=False, soft_wrap=not out.is_terminal)
    for line in _afterwards(told, language):
        out.print(line, markup=False, soft_wrap=not out.is_terminal)


def room(asked: str, on: dt.date, *, language: Language, as_json: bool) -> None:
    """Print what must be and what may be, of a regulation or of a provision. Raises
    CommandFailed."""
    found = _room(asked, on)
    if as_json:
        emit_json(found.model_dump(mode="json", by_alias=True))
        return
    _print(room_page(found, language))


def schema(regulation_id: str) -> None:
    """Print the JSON Schema of the facts. Raises CommandFailed."""
    emit_json(schema_of(_regulation(regulation_id)))


def form(regulation_id: str) -> None:
    """Print every fact as not known, to be filled in. Raises CommandFailed."""
    emit_json(form_of(_regulation(regulation_id).facts))


def _regulation(regulation_id: str) -> Regulation:
    try:
        return regulation(regulation_id)
    except UnknownRegulation as error:
        hint = f"{error}; `samenloop law list` shows them"
        raise CommandFailed(ExitCode.BAD_INPUT, hint, _alike(regulation_id)) from None


def _alike(written: str) -> tuple[str, ...]:
    from difflib import get_close_matches

    part_of = [each for each in REGULATIONS if written and written.lower() in each]
    return tuple(dict.fromkeys([*part_of, *get_close_matches(written, REGULATIONS)]))


def _determined(asked: Regulation, facts: str, on: dt.date, language: Language) -> Determination:
    try:
        content = sys.stdin.read() if facts == _FROM_STDIN else Path(facts).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandFailed(
            ExitCode.BAD_INPUT, f"the facts cannot be read: {type(error).__name__}"
        ) from None
    try:
        return determined(asked, facts_from_json(asked, content), on)
    except FactsInvalid as error:
        points = tuple(
            f"{each.place or '/'}: {each.what.in_language(language)}" for each in error.problems
        )
        hint = f"{error}; `samenloop law schema {asked.id}` shows what may stand there"
        raise CommandFailed(ExitCode.BAD_INPUT, hint, points) from None
    except DayOutOfReach as error:
        raise CommandFailed(ExitCode.BAD_INPUT, error.what.in_language(language)) from None


def _room(asked: str, on: dt.date) -> Ruimten:
    if asked in REGULATIONS:
        return room_of_regulation(REGULATIONS[asked], on)
    try:
        return room_of_provision(article_of(asked), on)
    except UnknownProvision:
        raise CommandFailed(
            ExitCode.BAD_INPUT,
            f"{asked!r} is no regulation and no provision of a law known here;"
            ' write it like "Awir 26 lid 2"',
            _alike(asked),
        ) from None


def _afterwards(told: Bepaling, language: Language) -> list[str]:
    """What must be known about the outcome: its period, what to fill in, what to distrust."""
    lines: list[str] = []
    if told.van is not None:
        lines.append(_period(told.van, told.tot_en_met, language))
    to_fill_in = [each for each in told.ontbreekt if each.soort == "fact"]
    if to_fill_in:
        lines.append(_words(language, "In te vullen:", "To fill in:"))
    lines += [f"- {each.naam}: {getattr(each.omschrijving, language.value)}" for each in to_fill_in]
    if told.niet_nagegaan:
        lines.append(
            _words(
                language,
                "Let op, hierin zitten getallen die nog niet zijn nagegaan:",
                "Mind: numbers in this have not been checked yet:",
            )
        )
        lines += [f"- {getattr(each, language.value)}" for each in told.niet_nagegaan]
    if told.voorbehoud is not None:
        lines.append(getattr(told.voorbehoud, language.value))
    return lines


def _period(first: dt.date, last: dt.date | None, language: Language) -> str:
    since = day_shown(first, language)
    if last is None:
        return _words(language, f"Vanaf {since}.", f"From {since}.")
    until = day_shown(last, language)
    return _words(language, f"Van {since} tot en met {until}.", f"From {since} to {until}.")


def _print(page: Page) -> None:
    out = console()
    for line in page:
        style = "bold" if line.heading else None
        out.print(line.text, style=style, markup=False, soft_wrap=not out.is_terminal)


def _words(language: Language, dutch: str, english: str) -> str:
    return dutch if language is Language.NL else english

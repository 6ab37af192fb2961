"""`samenloop conflicts`: the catalogue of what collides, from the code itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from pydantic import JsonValue

from domain.conflicts import ConflictType, Detector
from domain.conflicts.catalogue import DETECTORS
from domain.legislation.text import Language, Text
from services.cli.exits import CommandFailed, ExitCode
from services.cli.output import console, emit_json

_HEAD = """# What collides: the catalogue

*Made from the code by `make catalogue`; do not edit by hand.* Each type is one module in
`domain/conflicts/`, named after it, with its rule, the law behind it, its words and its test; being
there registers it. `samenloop conflicts explain TYPE` tells the same.

To add one: a member in `ConflictType`, a module with its `DETECTOR` that finds it from typed
records only, a module in `domain/options/` with what could lawfully be done, and tests for every
clause of the rule, for what must not fire, and for a silent agency. Then `make catalogue`.
"""


def list_all(*, language: Language, as_json: bool) -> None:
    """Print every type of conflict."""
    if as_json:
        emit_json({"conflicts": [_json(each) for each in DETECTORS.values()]})
        return
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in ("type", ""):
        table.add_column(heading, no_wrap=heading == "type")
    for each in DETECTORS.values():
        table.add_row(each.type.value, each.summary.in_language(language))
    console().print(table)


def explain(kind: str, *, language: Language, as_json: bool) -> None:
    """Print one type: when it fires, the law behind it, and an example. Raises CommandFailed."""
    detector = _detector(kind)
    if as_json:
        emit_json(_json(detector))
        return
    out = console()
    out.print(f"[bold]{detector.type.value}[/bold]: {detector.summary.in_language(language)}")
    for heading, text in _parts(detector):
        out.print(f"\n[bold]{heading.in_language(language)}[/bold]")
        out.print(text.in_language(language), markup=False)


def document() -> None:
    """Print the whole catalogue as Markdown, for `docs/`."""
    sys.stdout.write(catalogue_as_markdown())


def catalogue_as_markdown() -> str:
    """The catalogue in English with the Dutch names, as it stands in `docs/conflicts.md`."""
    lines = [_HEAD]
    for detector in DETECTORS.values():
        lines.append(f"\n## {detector.type.value}\n")
        lines.append(f"{detector.summary.en} (*{detector.summary.nl}*)\n")
        lines += [f"- **{heading.en}**: {text.en}" for heading, text in _parts(detector)]
    return "\n".join(lines) + "\n"


def _detector(kind: str) -> Detector:
    try:
        return DETECTORS[ConflictType(kind.upper())]
    except ValueError:
        known = ", ".join(each.value for each in DETECTORS)
        raise CommandFailed(
            ExitCode.BAD_INPUT, f"there is no type of conflict {kind!r}; there are {known}"
        ) from None


def _parts(detector: Detector) -> Iterator[tuple[Text, Text]]:
    law = ", ".join(map(str, detector.law))
    yield Text("Wanneer", "When"), detector.trigger
    yield Text("Wet", "Law"), Text(law, law)
    yield Text("Voorbeeld", "Example"), detector.example


def _json(detector: Detector) -> dict[str, JsonValue]:
    return {
        "type": detector.type.value,
        "summary": _both(detector.summary),
        "trigger": _both(detector.trigger),
        "example": _both(detector.example),
        "law": [str(provision) for provision in detector.law],
    }


def _both(text: Text) -> dict[str, JsonValue]:
    return {"nl": text.nl, "en": text.en}

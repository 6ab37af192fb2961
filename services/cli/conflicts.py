"""`samenloop conflicts`: the catalogue of what collides, from the code itself."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from pydantic import JsonValue

from domain.collisions import CollisionRule, Side
from domain.collisions.catalogue import RULES
from domain.conflicts import Detector
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

Below them stand the forty collisions of provisions (`domain/collisions/`, one module each).
"""

_COLLISIONS_HEAD = """
# The forty collisions of provisions

Where two bodies' provisions cannot both serve their purpose. A collision with the same harm as a
conflict above is shown at that conflict; harms are never added up. To add one: a member in
`CollisionCode`, a module `domain/collisions/cNN_name.py` with its `RULE`, and its test; or, when
the positions do not carry what its trigger needs, a `RULE` that says which fact is missing.
"""


def list_all(*, language: Language, as_json: bool) -> None:
    """Print every type of conflict, and every collision of provisions."""
    if as_json:
        emit_json(
            {
                "conflicts": [_json(each) for each in DETECTORS.values()],
                "collisions": [_collision_json(each) for each in RULES.values()],
            }
        )
        return
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in ("type", ""):
        table.add_column(heading, no_wrap=heading == "type")
    for each in DETECTORS.values():
        table.add_row(each.type.value, each.summary.in_language(language))
    for rule in RULES.values():
        table.add_row(rule.code.value, rule.name.in_language(language))
    console().print(table)


def explain(kind: str, *, language: Language, as_json: bool) -> None:
    """Print one type or collision: when it fires and the law behind it. Raises CommandFailed."""
    found = _detector_or_rule(kind)
    if as_json:
        emit_json(_json(found) if isinstance(found, Detector) else _collision_json(found))
        return
    if isinstance(found, Detector):
        _print(found.type.value, found.summary, _parts(found), language)
    else:
        _print(found.code.value, found.name, _collision_parts(found), language)


def _print(code: str, name: Text, parts: Iterable[tuple[Text, Text]], language: Language) -> None:
    out = console()
    out.print(f"[bold]{code}[/bold]: {name.in_language(language)}")
    for heading, text in parts:
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
    lines.append(_COLLISIONS_HEAD)
    for rule in RULES.values():
        lines.append(f"\n## {rule.code.value}: {rule.name.en}\n")
        lines.append(f"*{rule.name.nl}*\n")
        lines += [f"- **{heading.en}**: {text.en}" for heading, text in _collision_parts(rule)]
    return "\n".join(lines) + "\n"


def _detector_or_rule(kind: str) -> Detector | CollisionRule:
    by_name: dict[str, Detector | CollisionRule] = {
        **{each.value: detector for each, detector in DETECTORS.items()},
        **{each.value: rule for each, rule in RULES.items()},
    }
    found = by_name.get(kind.upper())
    if found is None:
        known = ", ".join(by_name)
        raise CommandFailed(
            ExitCode.BAD_INPUT, f"there is no type of conflict {kind!r}; there are {known}"
        )
    return found


def _parts(detector: Detector) -> Iterator[tuple[Text, Text]]:
    law = ", ".join(map(str, detector.law))
    yield Text("Wanneer", "When"), detector.trigger
    yield Text("Wet", "Law"), Text(law, law)
    yield Text("Voorbeeld", "Example"), detector.example


def _collision_parts(rule: CollisionRule) -> Iterator[tuple[Text, Text]]:
    yield Text("De ene kant", "One side"), _side(rule.one)
    yield Text("De andere kant", "The other side"), _side(rule.other)
    yield Text("Wanneer", "When"), rule.trigger
    if rule.not_carried is not None:
        yield Text("Niet te vinden", "Not found"), rule.not_carried
    yield Text("Ruimte", "Room"), rule.room
    yield Text("Wie mag afwijken", "Who may deviate"), rule.deciders
    yield Text("Samen", "Together"), rule.together
    yield Text("Bron", "Source"), _source(rule)


def _side(side: Side) -> Text:
    law = ", ".join(map(str, side.law))
    return Text(f"{side.says.nl} ({law})", f"{side.says.en} ({law})") if law else side.says


def _source(rule: CollisionRule) -> Text:
    if rule.verified:
        return Text(rule.source, rule.source)
    return Text(f"{rule.source} (niet geheel nagelezen)", f"{rule.source} (not all of it read)")


def _collision_json(rule: CollisionRule) -> dict[str, JsonValue]:
    return {
        "id": rule.code.value,
        "name": _both(rule.name),
        "one_side": _both(_side(rule.one)),
        "other_side": _both(_side(rule.other)),
        "trigger": _both(rule.trigger),
        "not_carried": None if rule.not_carried is None else _both(rule.not_carried),
        "room": _both(rule.room),
        "deciders": _both(rule.deciders),
        "together": _both(rule.together),
        "same_harm_as": [each.value for each in rule.faces],
        "source": rule.source,
        "verified": rule.verified,
    }


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

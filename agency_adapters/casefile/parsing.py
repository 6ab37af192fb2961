"""JSON text in, plain values out: the one way in which case files and records are read as JSON."""

from __future__ import annotations

import json

from agency_adapters.casefile.problems import CaseFileInvalid, Problem


def parsed(text: str | bytes) -> object:
    """The value in this JSON text (bytes are UTF-8); raises CaseFileInvalid without values.

    A number without a fraction is an integer, however it is written: 12.0 is 12 (JSON Schema).
    """
    try:
        return json.loads(
            _decoded(text), object_pairs_hook=_object, parse_float=_number, parse_int=_integer
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise _unreadable(f"is not JSON: {error.msg} at {place}") from None
    except _NamedTwice:
        raise _unreadable("holds an object that has the same property twice") from None
    except RecursionError:
        raise _unreadable("is nested too deeply") from None
    except _TooLong:
        raise _unreadable("holds a number that is too long to be true") from None


class _NamedTwice(Exception):
    """An object that names a property twice: JSON readers would keep the last one in silence."""


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise _NamedTwice
    return made


class _TooLong(Exception):
    """A number of more digits than Python converts: a plain ValueError there."""


def _integer(written: str) -> int:
    try:
        return int(written)
    except ValueError:
        raise _TooLong from None


def _number(written: str) -> int | float:
    value = float(written)
    return int(value) if value.is_integer() else value


def _decoded(text: str | bytes) -> str:
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(f"is not UTF-8 text (byte {error.start})") from None


def _unreadable(message: str) -> CaseFileInvalid:
    return CaseFileInvalid((Problem("", message),))

"""Records to and from the JSON of a case file: what a ledger keeps and what the loader reads.

The case file says `from` and `for` where Python cannot; everything else has the same name.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Annotated, TypeAlias

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic import Field as Constraint

from agency_adapters.casefile.parsing import parsed
from agency_adapters.casefile.problems import CaseFileInvalid, Problem
from domain.records import Record

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"

_KEYS = {"from_date": "from", "for_record": "for", "from_source": "from"}
_RecordByKind = Annotated[Record, Constraint(discriminator="record")]
CASE_FILE_FORM = ConfigDict(extra="forbid", alias_generator=lambda name: _KEYS.get(name, name))
"""How domain dataclasses are read from a case file: by its names, and nothing it does not know."""


def records_from_json(text: str | bytes) -> tuple[Record, ...]:
    """The records in a JSON array of the case file form; raises CaseFileInvalid without values."""
    return records_from(parsed(text), "")


def records_from(ledger: object, path: str) -> tuple[Record, ...]:
    """The records in a parsed JSON array; raises CaseFileInvalid, whose paths begin with `path`."""
    # as JSON again, for only there does the strict mode read days, words of a list and tuples
    text = json.dumps(ledger)
    try:
        return _records_adapter().validate_json(text, strict=True)
    except ValidationError as error:
        raise CaseFileInvalid(problems_of(error, path)) from None


def records_to_json(records: Iterable[Record]) -> str:
    """The same records as a JSON array. What equals its default is left out, as in a case file."""
    return json.dumps([_plain(record) for record in records], ensure_ascii=False)


def problems_of(error: ValidationError, prefix: str) -> tuple[Problem, ...]:
    """A library's complaints as problems, without the values it complains about."""
    return tuple(
        Problem(
            prefix + "".join(f"/{step}" for step in found["loc"]),
            f"cannot be read ({found['type']})",
        )
        for found in error.errors(include_url=False, include_input=False, include_context=False)
    )


@cache
def _records_adapter() -> TypeAdapter[tuple[Record, ...]]:
    return TypeAdapter(tuple[_RecordByKind, ...], config=CASE_FILE_FORM)


def _plain(value: object) -> Json:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            _KEYS.get(field.name, field.name): _plain(getattr(value, field.name))
            for field in fields(value)
            if field.name == "record" or getattr(value, field.name) != _default(field)
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | bool):
        return value
    raise TypeError(f"a record holds no {type(value).__name__}")


def _default(field: Field[object]) -> object:
    """A field without a default differs from every value: it is always written, null or not."""
    return field.default if field.default is not MISSING else MISSING

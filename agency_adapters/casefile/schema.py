"""The shape of a case file, checked against our own copy of the JSON schema (casefile.schema.json).

Messages are made here, because those of the library quote the value that it refuses. Records are
checked one by one against the definition of their own kind: the schema's twelve-fold `oneOf` would
be slow, and would blame the wrong kind.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from agency_adapters.casefile.document import Node, records
from agency_adapters.casefile.problems import Problem
from domain.records import RECORD_TYPES

# JSON Schema is data without a type of its own: this module is its edge
Schema = dict[str, Any]

_SAFE_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,40}")
_FOR_PEOPLE = frozenset({"$schema", "$id", "$defs", "title", "description"})
_TYPES = {
    "object": "an object",
    "array": "a list",
    "string": "a text",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "null",
}


def schema_problems(root: Node) -> Iterator[Problem]:
    """Everything in which the document differs from the schema."""
    yield from _problems(_envelope(), root)
    for record in records(root):
        yield from _record_problems(record)


def _record_problems(record: Node) -> Iterator[Problem]:
    kind = record.text("record")
    if not isinstance(record.value, dict):
        return
    if kind not in RECORD_TYPES:
        known = ", ".join(RECORD_TYPES)
        yield Problem(f"{record.path}/record", f"must be one of: {known}")
        return
    yield from _problems(_record_validator(kind), record)


def _problems(validator: Draft202012Validator, node: Node) -> Iterator[Problem]:
    for error in validator.iter_errors(node.value):
        yield from _told(error, node.path)


def _told(error: ValidationError, prefix: str) -> Iterator[Problem]:
    path = prefix + "".join(f"/{_shown(step)}" for step in error.absolute_path)
    keyword, expected, value, schema = _parts(error)
    if keyword == "required":
        for name in expected:
            if name not in value:
                yield Problem(f"{path}/{name}", "is missing")
    elif keyword == "additionalProperties":
        for name in value:
            if name not in schema["properties"]:
                yield Problem(
                    f"{path}/{_shown(name)}", "is not a property of the format: remove it"
                )
    else:
        yield Problem(path, _MESSAGES[keyword](expected))


def _parts(error: ValidationError) -> tuple[str, Any, Any, Any]:
    """The keyword that was broken, what it expects, the value that broke it, and its schema."""
    return str(error.validator), error.validator_value, error.instance, error.schema


def _shown(step: str | int) -> str:
    """A name as it may be shown: one that is not shaped like the format's own may hold anything."""
    return (
        str(step) if isinstance(step, int) or _SAFE_NAME.fullmatch(step) else "(unknown property)"
    )


def _forms(branches: list[Schema]) -> str:
    """The forms a value may take, each by the properties that it must have, or by its type."""
    shown = (
        f"an object with {' and '.join(branch['required'])}"
        if "required" in branch
        else _TYPES.get(str(branch.get("type")), "a value")
        for branch in branches
    )
    return f"must be one of: {'; '.join(dict.fromkeys(shown))}"


_MESSAGES: dict[str, Callable[[Any], str]] = {
    "type": lambda kind: f"must be {_TYPES[kind]}",
    "enum": lambda values: (
        f"must be one of: {', '.join('null' if v is None else v for v in values)}"
    ),
    "const": lambda value: f"must be {value}",
    "pattern": lambda pattern: f"does not have the form {pattern}",
    "format": lambda kind: f"must be a {kind} that exists, written as YYYY-MM-DD",
    "minimum": lambda least: f"must be {least} or more",
    "minLength": lambda least: "must not be empty",
    "minItems": lambda least: f"must have at least {least} item(s)",
    "oneOf": _forms,
    "anyOf": _forms,
}


@cache
def _envelope() -> Draft202012Validator:
    """Everything but the inside of the records."""
    schema = _schema()
    return _validator(schema, {**schema["$defs"], "record": {"type": "object"}})


@cache
def _record_validator(kind: str) -> Draft202012Validator:
    definitions = _schema()["$defs"]
    return _validator(definitions[kind], definitions)


@cache
def schema_text() -> str:
    """The JSON schema of a case file, as we carry it."""
    return files(__package__).joinpath("casefile.schema.json").read_text(encoding="utf-8")


@cache
def _schema() -> Schema:
    schema: Schema = json.loads(schema_text())
    return schema


def _validator(schema: Schema, definitions: Schema) -> Draft202012Validator:
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(_inlined(schema, definitions), format_checker=checker)


def _inlined(schema: Any, definitions: Schema) -> Any:
    """The schema with every `$ref` written out, without words for people: much faster to check."""
    if isinstance(schema, list):
        return [_inlined(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _inlined(definitions[schema["$ref"].removeprefix("#/$defs/")], definitions)
    return {
        key: {name: _inlined(each, definitions) for name, each in value.items()}
        if key == "properties"
        else _inlined(value, definitions)
        for key, value in schema.items()
        if key not in _FOR_PEOPLE
    }

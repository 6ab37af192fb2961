"""The typed facts that a regulation reads, and what is said about each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, ClassVar, get_type_hints

from domain.legislation.text import Text
from domain.legislation.units import Unit

GIVEN_BY_ASKER = ""
"""The source of a fact of which no source was given: whoever asked said so."""


@dataclass(frozen=True, slots=True)
class About:
    """What a fact is, in the words of the law; its unit, and its least value where it has one.

    `words` names the values of a fact that is one of a few (a StrEnum).
    """

    nl: str
    en: str
    unit: Unit | None = None
    at_least: int | None = None
    words: Mapping[StrEnum, Text] = field(default_factory=dict, hash=False)
    label: Text = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", Text(self.nl, self.en))

    # Pydantic, at the edges, asks the mark itself for its words in the JSON Schema.
    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> Any:
        """The fact's JSON Schema with its Dutch name, English description, unit and minimum."""
        schema = handler(core_schema)
        schema["title"], schema["description"] = self.nl, self.en
        if self.unit is not None:
            schema["x-unit"] = self.unit.value
        for branch in schema.get("anyOf", ()):
            if self.at_least is not None and branch.get("type") == "integer":
                branch["minimum"] = self.at_least
        return schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts of one regulation: every field an `Annotated[... | Unknown, About(...)] = UNKNOWN`.

    `sources` says per field where its value comes from ("BRI 2026", "record uwv-3").
    """

    sources: Mapping[str, str] = field(default_factory=dict)

    # For pydantic, at the edges: a fact that the regulation does not know is refused there.
    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}

    @classmethod
    def abouts(cls) -> Mapping[str, About]:
        """What is said about each fact, by its field's name."""
        return abouts(cls)


def abouts(kind: type[object]) -> Mapping[str, About]:
    """What is said about each fact of a facts class, or of a record within it, by field name."""
    found = _ABOUTS.get(kind)
    if found is None:
        found = _ABOUTS[kind] = _read_abouts(kind)
    return found


_ABOUTS: dict[type[object], Mapping[str, About]] = {}


def _read_abouts(kind: Any) -> Mapping[str, About]:
    hints = get_type_hints(kind, include_extras=True)
    found = {each.name: _about(hints[each.name]) for each in fields(kind)}
    return {name: about for name, about in found.items() if about is not None}


def _about(hint: Any) -> About | None:
    marks = getattr(hint, "__metadata__", ())
    return next((mark for mark in marks if isinstance(mark, About)), None)

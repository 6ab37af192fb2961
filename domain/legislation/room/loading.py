"""Reads the files of exceptions and room, one per law, once at import: later no I/O is allowed."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any

from domain.legislation.acts import Act, Article
from domain.legislation.determination.lines import Relation
from domain.legislation.room.condition import Condition
from domain.legislation.room.exception import MandatoryException
from domain.legislation.room.room import (
    ClaimSort,
    Competent,
    Permission,
    Prohibition,
    Room,
    RoomKind,
)
from domain.legislation.text import Text
from domain.measures.measure import MeasureKind
from domain.vocabulary import Agency, Department, Scheme

KNOWN_FROM = dt.date(2024, 1, 1)
"""The first day that is written for, where a file does not say another."""

_ARTICLE = {"act", "article", "lid"}
_DATED = {"from", "until"}
_WORDS = {"nl", "en"}
_EXCEPTION = _ARTICLE | _DATED | _WORDS | {"excepts", "regulation", "all", "any", "against"}
_ROOM = (
    _ARTICLE
    | _DATED
    | _WORDS
    | {"kind", "by", "decided_by_nl", "decided_by_en", "permits", "forbids", "verified"}
)
_PERMISSION = _WORDS | {"kind", "schemes", "claims"}
_PROHIBITION = _PERMISSION | {"instead", "except_under", "within_years"}
_CONDITION = _WORDS | {"fact", "relation", "value"}


class RoomFileError(Exception):
    """A file says something that cannot be: the text names the file and the entry."""


def read_exceptions() -> tuple[MandatoryException, ...]:
    """Every mandatory exception of every law; raises RoomFileError."""
    return tuple(_entries("exception", exceptions_in))


def read_rooms() -> tuple[Room, ...]:
    """All room of every law; raises RoomFileError."""
    return tuple(_entries("room", rooms_in))


def exceptions_in(file_name: str, content: str) -> Iterator[MandatoryException]:
    """The mandatory exceptions of one file; raises RoomFileError."""
    return _read(file_name, content, "exception", _exception)


def rooms_in(file_name: str, content: str) -> Iterator[Room]:
    """The room of one file; raises RoomFileError."""
    return _read(file_name, content, "room", _room)


def _entries(table: str, entries_in: Any) -> Iterator[Any]:
    seen: set[str] = set()
    for file_name, content in _files():
        for entry in entries_in(file_name, content):
            if entry.id in seen:
                raise RoomFileError(f"{file_name}: {table}.{entry.id} stands in another file too")
            seen.add(entry.id)
            yield entry


def _files() -> Iterator[tuple[str, str]]:
    folder = resources.files(__package__)
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            yield file.name, file.read_text(encoding="utf-8")


def _read(file_name: str, content: str, table: str, make: Any) -> Iterator[Any]:
    tables = tomllib.loads(content)
    for name, entry in tables.get(table, {}).items():
        try:
            if unknown := tables.keys() - {"act", "exception", "room"}:
                raise ValueError(f"a file does not know {', '.join(sorted(unknown))}")
            yield make(name, tables["act"], entry)
        except (KeyError, ValueError, TypeError) as error:
            raise RoomFileError(f"{file_name}: {table}.{name}: {error!r}") from error


def _exception(name: str, act: str, table: dict[str, Any]) -> MandatoryException:
    _knows(table, _EXCEPTION)
    every, one = _conditions(table.get("all", ())), _conditions(table.get("any", ()))
    if not every and not one:
        raise ValueError("an exception has at least one condition")
    return MandatoryException(
        id=name,
        article=_article(table, act),
        excepts=_article(table["excepts"], act),
        effect=_words(table),
        regulation=table.get("regulation", ""),
        known_from=table.get("from", KNOWN_FROM),
        all_of=every,
        any_of=one,
        valid_until=table.get("until"),
        against_household=table.get("against", False),
    )


def _room(name: str, act: str, table: dict[str, Any]) -> Room:
    _knows(table, _ROOM)
    by, other = tuple(_competent(table.get("by", ()))), table.get("decided_by_nl")
    if bool(by) == (other is not None):
        raise ValueError("room is an agency's, or another body's: one of the two")
    return Room(
        id=name,
        article=_article(table, act),
        kind=RoomKind(table["kind"]),
        words=_words(table),
        competent=by,
        known_from=table.get("from", KNOWN_FROM),
        decided_by=None if other is None else Text(other, table["decided_by_en"]),
        permits=tuple(_permission(each) for each in table.get("permits", ())),
        forbids=tuple(_prohibition(each, act) for each in table.get("forbids", ())),
        valid_until=table.get("until"),
        verified=table.get("verified", True),
    )


def _competent(names: Iterable[str]) -> Iterator[Competent]:
    """Agencies by name, "agency/department" where only a department may; "every" is all of them."""
    for name in names:
        agency, _, department = name.partition("/")
        if agency == "every":
            yield from (Competent(each) for each in Agency)
        else:
            yield Competent(Agency(agency), Department(department) if department else None)


def _permission(table: dict[str, Any]) -> Permission:
    _knows(table, _PERMISSION)
    return Permission(
        MeasureKind(table["kind"]), _words(table), _schemes(table), _claims(table.get("claims"))
    )


def _prohibition(table: dict[str, Any], act: str) -> Prohibition:
    _knows(table, _PROHIBITION)
    return Prohibition(
        kind=MeasureKind(table["kind"]),
        instead=_article(table["instead"], act),
        words=_words(table),
        schemes=_schemes(table),
        claims=_claims(table.get("claims")),
        except_under=tuple(_article(each, act) for each in table.get("except_under", ())),
        within_years=table.get("within_years"),
    )


def _conditions(tables: Iterable[dict[str, Any]]) -> tuple[Condition, ...]:
    return tuple(_condition(table) for table in tables)


def _condition(table: dict[str, Any]) -> Condition:
    _knows(table, _CONDITION)
    relation = Relation(table.get("relation", Relation.EQUAL))
    return Condition(table["fact"], relation, table["value"], _words(table))


def _article(table: dict[str, Any], act: str) -> Article:
    return Article(Act[table.get("act", act)], table["article"], table.get("lid"))


def _words(table: dict[str, Any]) -> Text:
    return Text(table["nl"], table["en"])


def _schemes(table: dict[str, Any]) -> tuple[Scheme, ...]:
    return tuple(Scheme(each) for each in table.get("schemes", ()))


def _claims(name: str | None) -> ClaimSort | None:
    return None if name is None else ClaimSort(name)


def _knows(table: dict[str, Any], known: set[str]) -> None:
    if unknown := table.keys() - known:
        raise ValueError(f"does not know {', '.join(sorted(unknown))}")

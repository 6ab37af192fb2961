"""The chain of records: each hash covers the record and the hash before it.

Nothing here stores or signs: whoever keeps the last hash elsewhere can tell that the end of a chain
was cut off; the chain itself tells every change before its end.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import TypeAlias

from domain.decision_record.record import DecisionRecord
from domain.legislation.text import Text
from domain.records import Provision

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True)
class Link:
    """One place in a chain. `body` is the canonical text of the record, None once its household is
    erased: then only that the chain goes on can be checked."""

    decision: str
    version: int
    previous_hash: str
    hash: str
    body: str | None


class BreakKind(StrEnum):
    """What is wrong at a link."""

    DOES_NOT_FOLLOW = "does_not_follow"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Break:
    """The first broken link: its place counted from 0, and which record it is."""

    place: int
    decision: str
    version: int
    kind: BreakKind


def canonical(record: DecisionRecord) -> str:
    """The one text of a record: JSON with sorted keys and without white space."""
    return canonical_json(_plain(record))


def canonical_json(content: Json) -> str:
    """The one text of a JSON value; equal values give equal texts."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def genesis_of(municipality: str) -> str:
    """What the first link of a municipality's chain follows: no chain can stand in for another."""
    return hashlib.sha256(f"samenloop:decision-records:{municipality}".encode()).hexdigest()


def hash_of(previous_hash: str, body: str) -> str:
    """SHA-256 over the hash before and the canonical text in UTF-8, in hexadecimal."""
    return hashlib.sha256(f"{previous_hash}{body}".encode()).hexdigest()


def verify(chain: Iterable[Link], genesis: str) -> Break | None:
    """The first link that does not follow the one before, or whose record was changed."""
    expected = genesis
    for place, link in enumerate(chain):
        if link.previous_hash != expected:
            return Break(place, link.decision, link.version, BreakKind.DOES_NOT_FOLLOW)
        if link.body is not None and hash_of(expected, link.body) != link.hash:
            return Break(place, link.decision, link.version, BreakKind.CHANGED)
        expected = link.hash
    return None


def _plain(value: object) -> Json:
    """A value of the record as JSON. Raises TypeError for a kind that a record never holds."""
    match value:
        case None | bool() | int():
            return value
        case str():
            # an enum of words is its word
            return str(value)
        case dt.date():
            return value.isoformat()
        case Provision():
            return str(value)
        case Text():
            return {"nl": value.nl, "en": value.en}
        case tuple():
            return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    raise TypeError(f"a record holds no {type(value).__name__}")

"""A household that a test can change: an example case file, edited and read again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from agency_adapters.casefile import load_case_file, picture_of
from agency_adapters.casefile.examples import example
from domain.conflicts import Conflict, ConflictType
from domain.conflicts.catalogue import find_conflicts
from domain.picture import Picture

Json = dict[str, Any]


@dataclass
class Draft:
    """A case file while a test edits it."""

    file: Json

    @property
    def intake(self) -> Json:
        intake: Json = self.file["intake"]
        return intake

    def ledger(self, holder: str) -> list[Json]:
        """The records of an agency or a party."""
        if holder in self.file["agencies"]:
            ledger: list[Json] = self.file["agencies"][holder]
            return ledger
        party = next(party for party in self.intake["parties"] if party["id"] == holder)
        records: list[Json] = party["records"]
        return records

    def ledgers(self) -> Iterator[list[Json]]:
        yield from self.file["agencies"].values()
        yield from (party["records"] for party in self.intake["parties"])

    def record(self, wanted: str) -> Json:
        return next(each for ledger in self.ledgers() for each in ledger if each["id"] == wanted)

    def remove(self, wanted: str) -> None:
        for ledger in self.ledgers():
            ledger[:] = [record for record in ledger if record["id"] != wanted]

    def add_party(self, ref: str, kind: str) -> None:
        self.intake["parties"].append({"id": ref, "kind": kind, "name": "Partij", "records": []})

    def picture(self) -> Picture:
        return picture_of(load_case_file(json.dumps(self.file)))

    def found(self, kind: ConflictType) -> tuple[Conflict, ...]:
        return tuple(found for found in find_conflicts(self.picture()) if found.type is kind)


def draft(name: str) -> Draft:
    """A draft of an example household."""
    return Draft(json.loads(example(name)))

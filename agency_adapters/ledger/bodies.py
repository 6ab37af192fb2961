"""Records as the text that the ledger keeps of them, in case file form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from agency_adapters.casefile import records_from_json, records_to_json
from domain.records import Record


def bodies_of(records: Sequence[Record]) -> list[str]:
    """One text per record, in their order."""
    return [
        json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        for body in json.loads(records_to_json(tuple(records)))
    ]


def records_of(bodies: Iterable[str]) -> tuple[Record, ...]:
    """The inverse of `bodies_of`."""
    return records_from_json(f"[{','.join(bodies)}]")

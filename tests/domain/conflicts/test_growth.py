"""Finding grows no faster than n log n with the number of records, counted in operations, not time.

The example households are copied over and over under other ids. The first copy keeps its ids, so
that the links between ledgers stay as they are.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from agency_adapters.casefile import load_case_file, picture_of
from agency_adapters.casefile.examples import example, names
from domain.collisions.catalogue import find_collisions
from domain.conflicts.catalogue import find_conflicts
from domain.picture import Picture

COPIES = 4
TIMES = 10
AT_MOST_TIMES = 14
"""Ten times as many records with n log n: 10 * log(1000) / log(100) = 15, and some is fixed."""


def _copied(name: str, copies: int) -> Picture:
    file = json.loads(example(name))
    ledgers = [*file["agencies"].values(), *(each["records"] for each in file["intake"]["parties"])]
    own = [list(ledger) for ledger in ledgers]
    ids = re.compile("|".join(f'"{re.escape(each["id"])}"' for ledger in own for each in ledger))
    for copy in range(1, copies):
        for ledger, originals in zip(ledgers, own, strict=True):
            ledger.extend(json.loads(_renamed(json.dumps(originals), ids, copy)))
    return picture_of(load_case_file(json.dumps(file)))


def _renamed(text: str, ids: re.Pattern[str], copy: int) -> str:
    return ids.sub(lambda found: f'{found[0][:-1]}-{copy}"', text)


def _operations(work: Callable[[Picture], object], picture: Picture) -> int:
    """How many operations the interpreter carries out for it."""
    counted = 0

    def count(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal counted
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        counted += event == "opcode"
        return count

    traced_before = sys.gettrace()
    sys.settrace(count)
    try:
        work(picture)
    finally:
        sys.settrace(traced_before)
    return counted


@pytest.mark.parametrize("find", [find_conflicts, find_collisions])
@pytest.mark.parametrize("name", names())
def test_ten_times_the_records_take_hardly_more_than_ten_times_the_operations(
    name: str, find: Callable[[Picture], object]
) -> None:
    find(_copied(name, 1))  # what is read from files once is no operation of finding
    few, many = _copied(name, COPIES), _copied(name, COPIES * TIMES)

    assert len(many.held) == TIMES * len(few.held)
    assert _operations(find, many) <= AT_MOST_TIMES * _operations(find, few)

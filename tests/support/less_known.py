"""The same facts with some of them not known, wherever in them they stand."""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from typing import Any, TypeVar

from hypothesis import strategies as st

from domain.legislation.determination import UNKNOWN, Facts, abouts

F = TypeVar("F", bound=Facts)

_MOST_FORGOTTEN = 4


@st.composite
def less_known(draw: st.DrawFn, facts: F) -> F:
    """These facts with one to four forgotten: a whole one, or a part of a record within it."""
    for _ in range(draw(st.integers(1, _MOST_FORGOTTEN))):
        facts = _forget_a_part(draw, facts)
    return facts


def _forget_a_part(draw: st.DrawFn, record: Any) -> Any:
    name = draw(st.sampled_from(sorted(abouts(type(record)))))
    part = getattr(record, name)
    less = UNKNOWN if draw(st.booleans()) else _forget_within(draw, part)
    return replace(record, **{name: less})


def _forget_within(draw: st.DrawFn, part: Any) -> Any:
    if _is_record(part):
        return _forget_a_part(draw, part)
    if isinstance(part, tuple) and part and all(_is_record(each) for each in part):
        at = draw(st.integers(0, len(part) - 1))
        return (*part[:at], _forget_a_part(draw, part[at]), *part[at + 1 :])
    return UNKNOWN


def _is_record(part: object) -> bool:
    return is_dataclass(part) and bool(abouts(type(part)))

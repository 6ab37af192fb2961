"""The example households: made-up people, real collisions of rules. Ids J00 to J08."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def example(name: str) -> str:
    """The text of one example case file, as in `example("J01")`; KeyError when there is none."""
    if name not in names():
        raise KeyError(f"there is no example household {name}; there are {', '.join(names())}")
    return files(__name__).joinpath(f"{name}.json").read_text(encoding="utf-8")


@cache
def names() -> tuple[str, ...]:
    """The names of all example households, sorted."""
    found = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in found if name.endswith(".json")))

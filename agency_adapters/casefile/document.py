"""Tolerant reading of parsed JSON: what is missing or of another type is simply not there.

So that every check can run on a file that other checks refuse, and all problems are told at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_STEP = re.compile(r"([a-z_]+)(\[\])?")


@dataclass(frozen=True, slots=True)
class Node:
    """One value in the document and where it stands (a JSON pointer)."""

    path: str
    value: object

    def select(self, query: str) -> Iterator[Node]:
        """The values at a query such as `would_be[].fact`; none where there is no such path."""
        nodes: list[Node] = [self]
        for name, many in _steps(query):
            nodes = _step(nodes, name, many)
        return iter(nodes)

    def text(self, query: str) -> str | None:
        """The string at a query, or None."""
        return next(
            (node.value for node in self.select(query) if isinstance(node.value, str)), None
        )

    def texts(self, query: str) -> Iterator[tuple[str, str]]:
        """Path and value of every string at a query."""
        for node in self.select(query):
            if isinstance(node.value, str):
                yield node.path, node.value

    def everything(self) -> Iterator[Node]:
        """This value and all values inside it, in no particular order."""
        ahead = [self]
        while ahead:
            node = ahead.pop()
            yield node
            if isinstance(node.value, dict):
                ahead.extend(Node(f"{node.path}/{key}", each) for key, each in node.value.items())
            elif isinstance(node.value, list):
                ahead.extend(Node(f"{node.path}/{at}", each) for at, each in enumerate(node.value))


def records(root: Node) -> Iterator[Node]:
    """Every record in the ledgers of agencies and parties."""
    for ledger in root.select("agencies"):
        if isinstance(ledger.value, dict):
            for agency in ledger.value:
                yield from ledger.select(f"{agency}[]")
    yield from root.select("intake.parties[].records[]")


@cache
def _steps(query: str) -> tuple[tuple[str, bool], ...]:
    return tuple((name, bool(many)) for name, many in _STEP.findall(query))


def _step(nodes: list[Node], name: str, many: bool) -> list[Node]:
    return [found for node in nodes for found in _inside(node, name, many)]


def _inside(node: Node, name: str, many: bool) -> Iterator[Node]:
    if isinstance(node.value, dict) and name in node.value:
        found = Node(f"{node.path}/{name}", node.value[name])
        if not many:
            yield found
        elif isinstance(found.value, list):
            for index, item in enumerate(found.value):
                yield Node(f"{found.path}/{index}", item)

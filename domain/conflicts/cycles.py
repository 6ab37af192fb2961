"""Cycles in a graph of who waits for (or points to) whom, and who can reach them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

N = TypeVar("N")


def reachable(graph: Mapping[N, frozenset[N]], start: N) -> frozenset[N]:
    """Every node that a path of one step or more leads to from `start`."""
    seen: set[N] = set()
    ahead = list(graph.get(start, ()))
    while ahead:
        node = ahead.pop()
        if node not in seen:
            seen.add(node)
            ahead.extend(graph.get(node, ()))
    return frozenset(seen)


def cycles(graph: Mapping[N, frozenset[N]]) -> tuple[frozenset[N], ...]:
    """The largest sets of two or more nodes in which each reaches each other one."""
    reach = {node: reachable(graph, node) for node in graph}
    found = {
        node: frozenset(other for other in ahead if node in reach.get(other, ()))
        for node, ahead in reach.items()
    }
    return tuple(dict.fromkeys(cycle for cycle in found.values() if len(cycle) > 1))


def leading_to(graph: Mapping[N, frozenset[N]], targets: Iterable[N]) -> frozenset[N]:
    """The targets and every node from which one of them can be reached."""
    wanted = frozenset(targets)
    return wanted | {node for node in graph if reachable(graph, node) & wanted}

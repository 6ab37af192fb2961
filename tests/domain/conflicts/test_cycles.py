from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.conflicts.cycles import cycles, leading_to, reachable

NODES = st.integers(0, 7)
GRAPHS = st.dictionaries(NODES, st.frozensets(NODES, max_size=4), max_size=8)


@given(GRAPHS)
def test_in_a_cycle_each_reaches_each_other_one_and_nobody_outside_does(
    graph: dict[int, frozenset[int]],
) -> None:
    found = cycles(graph)
    for cycle in found:
        assert len(cycle) > 1
        assert all(cycle <= reachable(graph, node) for node in cycle)
    inside = [node for cycle in found for node in cycle]
    assert len(inside) == len(set(inside))


@given(GRAPHS, st.frozensets(NODES, max_size=3))
def test_the_targets_and_all_that_reach_them_lead_to_them(
    graph: dict[int, frozenset[int]], targets: frozenset[int]
) -> None:
    found = leading_to(graph, targets)
    assert targets <= found
    assert all(reachable(graph, node) & targets for node in found - targets)


@given(st.integers(2, 8))
def test_a_ring_of_any_length_is_one_cycle(length: int) -> None:
    ring = {node: frozenset({(node + 1) % length}) for node in range(length)}
    assert cycles(ring) == (frozenset(range(length)),)

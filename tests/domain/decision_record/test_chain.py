"""The chain tells every change, and where."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from domain.decision_record import (
    BreakKind,
    Link,
    Withheld,
    canonical,
    genesis_of,
    hash_of,
    record_of,
    verify,
)
from domain.decision_record.chain import canonical_json
from tests.support.records import decisions_made, every_decision_made

GENESIS = genesis_of("gm-rijnstede")


def chain_of(bodies: list[str]) -> list[Link]:
    links: list[Link] = []
    for number, body in enumerate(bodies):
        previous = links[-1].hash if links else GENESIS
        links.append(Link(f"d-{number}", 1, previous, hash_of(previous, body), body))
    return links


BODIES = st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=8)


@given(BODIES)
def test_an_untouched_chain_is_whole(bodies: list[str]) -> None:
    assert verify(chain_of(bodies), GENESIS) is None


@given(BODIES, st.data())
def test_any_changed_body_is_found_at_its_place(bodies: list[str], data: st.DataObject) -> None:
    chain = chain_of(bodies)
    place = data.draw(st.integers(0, len(chain) - 1))
    other = data.draw(st.text(max_size=30).filter(lambda text: text != bodies[place]))
    chain[place] = replace(chain[place], body=other)
    found = verify(chain, GENESIS)
    assert found is not None
    assert (found.place, found.kind) == (place, BreakKind.CHANGED)


@given(BODIES, st.data())
def test_a_body_with_a_hash_made_to_fit_breaks_the_next_link(
    bodies: list[str], data: st.DataObject
) -> None:
    chain = chain_of([*bodies, "the last"])
    place = data.draw(st.integers(0, len(bodies) - 1))
    forged = f"{bodies[place]}!"
    chain[place] = replace(
        chain[place], body=forged, hash=hash_of(chain[place].previous_hash, forged)
    )
    found = verify(chain, GENESIS)
    assert found is not None
    assert (found.place, found.kind) == (place + 1, BreakKind.DOES_NOT_FOLLOW)


@given(st.lists(st.text(min_size=1), min_size=2, max_size=8, unique=True), st.data())
def test_links_that_are_left_out_or_change_places_are_found(
    bodies: list[str], data: st.DataObject
) -> None:
    chain = chain_of(bodies)
    place = data.draw(st.integers(0, len(chain) - 2))
    assert verify([*chain[:place], *chain[place + 1 :]], GENESIS) is not None
    swapped = [*chain[:place], chain[place + 1], chain[place], *chain[place + 2 :]]
    assert verify(swapped, GENESIS) is not None


@given(BODIES)
def test_the_chain_goes_on_over_erased_bodies(bodies: list[str]) -> None:
    chain = [replace(link, body=None) if n % 2 else link for n, link in enumerate(chain_of(bodies))]
    assert verify(chain, GENESIS) is None


def test_no_municipalitys_chain_can_stand_in_for_anothers() -> None:
    found = verify(chain_of(["one"]), genesis_of("gm-veenburg"))
    assert found is not None
    assert found.place == 0


def test_the_canonical_text_has_sorted_keys_and_no_white_space_and_is_one() -> None:
    for _, made in every_decision_made():
        text = canonical(record_of(made, Withheld()))
        assert canonical_json(json.loads(text)) == text
        assert text == canonical(record_of(made, Withheld()))


def test_another_version_is_another_text() -> None:
    made = decisions_made("J01")[0]
    first = canonical(record_of(made, Withheld()))
    assert first != canonical(record_of(made, Withheld(), version=2, replaces="a" * 64))

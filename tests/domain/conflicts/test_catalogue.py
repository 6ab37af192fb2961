"""What holds for all detectors: order and ids mean nothing, and a silent agency is no evidence."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agency_adapters.casefile import load_case_file, picture_of
from agency_adapters.casefile.examples import example, names
from domain.conflicts import Conflict
from domain.conflicts.catalogue import find_conflicts
from domain.picture import Picture
from domain.vocabulary import Agency


def _kinds(found: tuple[Conflict, ...]) -> set[tuple[object, ...]]:
    return {(each.type, each.bodies, each.monthly_harm_cents, each.urgency) for each in found}


@settings(max_examples=15, deadline=None)
@given(name=st.sampled_from(names()), seed=st.integers(0, 1000))
def test_the_order_of_records_changes_nothing(name: str, seed: int) -> None:
    file = json.loads(example(name))
    plain = find_conflicts(picture_of(load_case_file(json.dumps(file))))
    shuffle = random.Random(seed).shuffle
    for ledger in file["agencies"].values():
        shuffle(ledger)
    shuffle(file["intake"]["parties"])
    for party in file["intake"]["parties"]:
        shuffle(party["records"])
    assert find_conflicts(picture_of(load_case_file(json.dumps(file)))) == plain


@pytest.mark.parametrize("name", names())
def test_ids_mean_nothing(name: str) -> None:
    text = example(name)
    file = json.loads(text)
    ids = [each["id"] for ledger in file["agencies"].values() for each in ledger]
    ids += [each["id"] for party in file["intake"]["parties"] for each in party["records"]]
    renamed = {each: f"r{len(ids) - at}" for at, each in enumerate(ids)}
    quoted = re.compile("|".join(f'"{re.escape(each)}"' for each in ids))
    other = quoted.sub(lambda found: f'"{renamed[found[0][1:-1]]}"', text)
    found = find_conflicts(picture_of(load_case_file(other)))
    assert _kinds(found) == _kinds(find_conflicts(picture_of(load_case_file(text))))


@pytest.mark.parametrize("silent", list(Agency))
@pytest.mark.parametrize("name", names())
def test_a_silent_agency_brings_no_conflict_that_was_not_there(name: str, silent: Agency) -> None:
    whole = picture_of(load_case_file(example(name)))
    heard = tuple(each for each in whole.positions if each.agency is not silent)
    found = find_conflicts(replace(whole, positions=heard))
    bodies = {each.type: set(each.bodies) for each in find_conflicts(whole)}
    for conflict in found:
        assert set(conflict.bodies) <= bodies[conflict.type]


def test_a_household_of_which_nobody_holds_anything_has_no_conflicts() -> None:
    whole = picture_of(load_case_file(example("J01")))
    alone = replace(whole.household, parties=())
    assert find_conflicts(Picture(alone, (), (), whole.today)) == ()


def test_notes_are_not_read() -> None:
    text = example("J01")
    file = json.loads(text)
    for ledger in file["agencies"].values():
        for record in ledger:
            record["note"] = "verrekening stopt, kwijtschelding uitgesloten, wacht op gemeente"
    noted = find_conflicts(picture_of(load_case_file(json.dumps(file))))
    assert noted == find_conflicts(picture_of(load_case_file(text)))

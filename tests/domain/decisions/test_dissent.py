"""What is left of an option when agencies do not join, on real households."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.bundles import Bundle, bundles_of
from domain.conflicts.catalogue import find_conflicts
from domain.decisions import DecisionState, VoteKind, outcome_of
from domain.decisions import dissent as module
from domain.decisions.dissent import without
from domain.decisions.outcome import acting
from domain.measures import MeasureKind, Option
from domain.picture import Picture
from domain.vocabulary import Agency
from tests.support.decisions import vote_on

TAX, CAK, TOWN, UWV = Agency.BELASTINGDIENST, Agency.CAK, Agency.GEMEENTE, Agency.UWV
Pictures = Callable[[str], Picture]


def bundle_of(picture: Picture) -> Bundle:
    return bundles_of(picture, find_conflicts(picture))[0]


def types(refs: tuple[str, ...]) -> set[str]:
    return {ref.partition(":")[0] for ref in refs}


def rest_of(picture: Picture, *agencies: Agency, option: int = 0) -> Option | None:
    bundle = bundle_of(picture)
    return without(bundle.options[option], frozenset(agencies), bundle, picture)


def test_j01_without_the_cak_resolves_all_the_same(j01: Picture) -> None:
    asked, rest = bundle_of(j01).options[0], rest_of(j01, CAK)
    assert rest is not None
    assert set(asked.measures) - set(rest.measures) == {
        each for each in asked.measures if each.kind is MeasureKind.END_REGIME
    }
    assert set(rest.resolves) == set(asked.resolves)
    assert rest.leaves == ()
    assert (asked.net_after_cents, rest.net_after_cents) == (43910, 42530)
    assert rest.debts_after_cents == asked.debts_after_cents == 796440


def test_j01_without_toeslagen_keeps_the_debt_and_its_two_conflicts(j01: Picture) -> None:
    rest = rest_of(j01, TAX)
    assert rest is not None
    assert types(rest.leaves) == {"KWIJTSCHELDING_UITGESLOTEN", "UITSTEL_VS_VERREKENING"}
    assert types(rest.resolves) == {
        "STAPELING_ONDER_MINIMUM",
        "TERMIJN_BOTSING",
        "WACHT_OP_ELKAAR",
    }
    assert (rest.net_after_cents, rest.debts_after_cents) == (7910, 1228440)


def test_what_passes_by_itself_is_not_resolved_by_who_goes_on(j01: Picture) -> None:
    """The clash of terms is over on the day the CAK's regime ends, but not by the CAK."""
    rest = rest_of(j01, TAX, TOWN, UWV)
    assert rest is not None
    assert rest.measures[0].agency is CAK
    assert "TERMIJN_BOTSING" not in types(rest.resolves)
    assert "TERMIJN_BOTSING" in types(rest.leaves)


def test_what_a_party_is_asked_for_does_not_make_the_rest_serve(picture_of: Pictures) -> None:
    assert rest_of(picture_of("J08"), TAX, CAK, TOWN) is None


def test_a_rest_that_cannot_all_be_carried_out_does_not_serve(j01: Picture) -> None:
    bundle = bundle_of(j01)
    option = bundle.options[0]
    nothing_off = tuple(
        replace(each, amount_cents=0) if each.kind is MeasureKind.REDUCE else each
        for each in option.measures
    )
    broken = replace(option, measures=nothing_off)
    assert without(broken, frozenset({CAK}), bundle, j01) is None
    assert without(broken, frozenset({TAX}), bundle, j01) is not None


def test_a_rest_that_leaves_the_household_worse_off_does_not_serve(j01: Picture) -> None:
    """High instalments were affordable by what the municipality would have granted only."""
    bundle = bundle_of(j01)
    option = bundle.options[0]
    (reduce,) = (each for each in option.measures if each.kind is MeasureKind.REDUCE)
    kept = [each for each in option.measures if each.agency is not TAX]

    def with_instalments(monthly: int) -> Option:
        instalments = replace(
            reduce, ref="m-x", kind=MeasureKind.ARRANGE_INSTALMENTS, amount_cents=monthly
        )
        return replace(option, measures=(*kept, instalments))

    assert without(with_instalments(90000), frozenset(), bundle, j01) is not None
    assert without(with_instalments(90000), frozenset({TOWN}), bundle, j01) is None
    assert without(with_instalments(10000), frozenset({TOWN}), bundle, j01) is not None


def test_a_rest_that_brings_a_new_conflict_does_not_serve(
    j01: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No rest of J01 brings one, so here what Toeslagen leaves open is not known before."""
    bundle = bundle_of(j01)
    known = [each for each in find_conflicts(j01) if each.type.value != "UITSTEL_VS_VERREKENING"]
    monkeypatch.setattr(
        module, "find_conflicts", lambda seen: known if seen is j01 else find_conflicts(seen)
    )
    assert without(bundle.options[0], frozenset({TAX}), bundle, j01) is None
    assert without(bundle.options[0], frozenset({CAK}), bundle, j01) is not None


def test_nothing_is_left_without_everybody(j01: Picture) -> None:
    assert rest_of(j01, *Agency) is None


def test_the_rest_does_not_serve_when_all_of_it_was_for_what_is_left_out(
    picture_of: Pictures,
) -> None:
    j04 = picture_of("J04")
    assert {TOWN} < acting(bundle_of(j04).options[0])
    assert rest_of(j04, TOWN) is None


@pytest.mark.parametrize("name", ["J01", "J02", "J04", "J05", "J06", "J08"])
def test_whatever_rest_serves_resolves_something_and_harms_nobody(
    name: str, picture_of: Pictures
) -> None:
    picture = picture_of(name)
    for bundle in bundles_of(picture, find_conflicts(picture)):
        for option in bundle.options:
            for agency in acting(option):
                rest = without(option, frozenset({agency}), bundle, picture)
                if rest is None:
                    continue
                assert acting(rest) == acting(option) - {agency}
                assert rest.ref == option.ref
                assert rest.resolves
                assert set(rest.resolves) <= set(option.resolves)
                assert {*rest.resolves, *rest.leaves} == set(bundle.conflicts)
                assert set(rest.requests) <= set(option.requests)
                assert rest.net_after_cents >= option.net_before_cents
                assert rest.debts_after_cents <= option.debts_before_cents


def test_the_cak_dissents_and_the_others_decide(j01: Picture) -> None:
    bundle = replace(bundle_of(j01), options=bundle_of(j01).options[:1])
    (option,) = bundle.options
    votes = [vote_on(option, CAK, VoteKind.OBJECT)]
    votes += [vote_on(option, each) for each in (TAX, TOWN, UWV)]
    found = outcome_of(bundle, votes, lambda o, agencies: without(o, agencies, bundle, j01))
    assert (found.state, found.dissent) == (DecisionState.AGREED, (CAK,))
    assert found.option == rest_of(j01, CAK)

"""Counter-proposals on J01: other amounts, other days, acts left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

import pytest

from domain.bundles import Bundle, bundles_of
from domain.conflicts.catalogue import find_conflicts
from domain.decisions import (
    CounterProposal,
    MeasureChange,
    ProposalRefused,
    Vote,
    VoteKind,
    counter_option,
)
from domain.decisions import counter_proposal as module
from domain.measures import Approach, Measure, MeasureKind, Option
from domain.picture import Picture
from domain.vocabulary import Agency
from tests.support.decisions import liaison, vote_on

BY = liaison(Agency.GEMEENTE)
MOTIVE = "Met een lager bedrag kan dit ook, zonder dat de rest verandert."


@pytest.fixture
def bundle(j01: Picture) -> Bundle:
    return bundles_of(j01, find_conflicts(j01))[0]


def act(bundle: Bundle, kind: MeasureKind) -> Measure:
    (found,) = (each for each in bundle.options[0].measures if each.kind is kind)
    return found


def proposal(*changes: MeasureChange, option: str = "o-1") -> CounterProposal:
    return CounterProposal("p-1", BY, option, changes, MOTIVE)


def put(
    bundle: Bundle, j01: Picture, *changes: MeasureChange, votes: Iterable[Vote] = ()
) -> Option:
    return counter_option(proposal(*changes), bundle, j01, j01.today, votes)


def refused(made: CounterProposal, bundle: Bundle, j01: Picture) -> str:
    with pytest.raises(ProposalRefused) as caught:
        counter_option(made, bundle, j01, j01.today)
    return str(caught.value)


def test_a_lower_amount_is_another_act_with_its_own_effects(bundle: Bundle, j01: Picture) -> None:
    reduce = act(bundle, MeasureKind.REDUCE)
    made = put(bundle, j01, MeasureChange(reduce.ref, amount_cents=300000))
    (changed,) = (each for each in made.measures if each.kind is MeasureKind.REDUCE)
    assert made.ref == "o-3"
    assert (changed.amount_cents, changed.ref) != (reduce.amount_cents, reduce.ref)
    assert changed.ref not in {m.ref for option in bundle.options for m in option.measures}
    assert made.debts_after_cents == bundle.options[0].debts_after_cents + 132000
    assert made.net_after_cents == 43910
    assert [m for m in made.measures if m != changed] == [
        m for m in bundle.options[0].measures if m != reduce
    ]


def test_the_same_change_makes_the_same_act(bundle: Bundle, j01: Picture) -> None:
    change = MeasureChange(act(bundle, MeasureKind.REDUCE).ref, amount_cents=300000)
    assert put(bundle, j01, change) == put(bundle, j01, change)


def test_other_days_are_another_act(bundle: Bundle, j01: Picture) -> None:
    hold = act(bundle, MeasureKind.HOLD)
    until = j01.today + dt.timedelta(days=30)
    made = put(bundle, j01, MeasureChange(hold.ref, until=until))
    (changed,) = (each for each in made.measures if each.kind is MeasureKind.HOLD)
    assert changed.until == until
    assert changed.ref != hold.ref


def test_a_later_grant_gives_the_household_less(bundle: Bundle, j01: Picture) -> None:
    later = MeasureChange(
        act(bundle, MeasureKind.GRANT_FROM).ref, from_date=j01.today + dt.timedelta(days=60)
    )
    assert put(bundle, j01, later).net_after_cents < bundle.options[0].net_after_cents


def test_leaving_out_the_hold_leaves_what_it_was_for(bundle: Bundle, j01: Picture) -> None:
    made = put(bundle, j01, MeasureChange(act(bundle, MeasureKind.HOLD).ref, left_out=True))
    assert [ref.partition(":")[0] for ref in made.leaves] == ["UITSTEL_VS_VERREKENING"]
    assert len(made.measures) == len(bundle.options[0].measures) - 1
    assert made.net_after_cents == 7910


def test_without_a_deviation_it_is_rights_alone(bundle: Bundle, j01: Picture) -> None:
    out = [m for m in bundle.options[0].measures if m.deviates_from_law or m.agency is Agency.CAK]
    made = put(bundle, j01, *(MeasureChange(each.ref, left_out=True) for each in out))
    assert made.approach is Approach.RIGHTS_ONLY


def test_a_proposal_may_be_changed_again(bundle: Bundle, j01: Picture) -> None:
    change = MeasureChange(act(bundle, MeasureKind.REDUCE).ref, amount_cents=300000)
    first = put(bundle, j01, change)
    second = replace(bundle, options=(*bundle.options, first))
    (changed,) = (each for each in first.measures if each.kind is MeasureKind.REDUCE)
    again = counter_option(
        proposal(MeasureChange(changed.ref, amount_cents=350000), option="o-3"),
        second,
        j01,
        j01.today,
    )
    assert again.ref == "o-4"


def test_its_name_is_never_that_of_another_option(bundle: Bundle, j01: Picture) -> None:
    """An option that an agency may not carry out was taken from the bundle before the vote."""
    less = replace(bundle, options=(replace(bundle.options[0], ref="o-2"),))
    change = MeasureChange(act(bundle, MeasureKind.REDUCE).ref, amount_cents=300000)
    assert counter_option(proposal(change, option="o-2"), less, j01, j01.today).ref == "o-3"


def test_what_is_an_option_already_needs_no_new_round(bundle: Bundle, j01: Picture) -> None:
    deviating = [m for m in bundle.options[0].measures if m.deviates_from_law]
    made = proposal(*(MeasureChange(each.ref, left_out=True) for each in deviating))
    assert refused(made, bundle, j01) == "that is option o-2 already"


def test_an_amount_brought_back_is_the_first_option_again(bundle: Bundle, j01: Picture) -> None:
    reduce = act(bundle, MeasureKind.REDUCE)
    less = put(bundle, j01, MeasureChange(reduce.ref, amount_cents=300000))
    (changed,) = (each for each in less.measures if each.kind is MeasureKind.REDUCE)
    second = replace(bundle, options=(*bundle.options, less))
    back = MeasureChange(changed.ref, amount_cents=reduce.amount_cents)
    assert refused(proposal(back, option="o-3"), second, j01) == "that is option o-1 already"


def test_a_proposal_that_changes_nothing_is_refused(bundle: Bundle, j01: Picture) -> None:
    reduce = act(bundle, MeasureKind.REDUCE)
    same = MeasureChange(reduce.ref, amount_cents=reduce.amount_cents)
    for changes in ((), (same,), (MeasureChange(reduce.ref),)):
        assert refused(proposal(*changes), bundle, j01) == "the proposal changes nothing"


def test_a_proposal_that_leaves_nothing_is_refused(bundle: Bundle, j01: Picture) -> None:
    everything = (MeasureChange(each.ref, left_out=True) for each in bundle.options[0].measures)
    assert refused(proposal(*everything), bundle, j01) == "the proposal leaves nothing to do"


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (MeasureKind.REDUCE, MeasureChange("", amount_cents=0)),
        (MeasureKind.HOLD, MeasureChange("", until=dt.date(2026, 10, 1))),
        (MeasureKind.END_REGIME, MeasureChange("", until=dt.date(2020, 6, 1))),
    ],
)
def test_what_cannot_be_carried_out_is_refused(
    kind: MeasureKind, change: MeasureChange, bundle: Bundle, j01: Picture
) -> None:
    change = replace(change, measure=act(bundle, kind).ref)
    assert refused(proposal(change), bundle, j01).startswith("not possible with these changes: m-")


def test_an_amount_below_nothing_is_refused(bundle: Bundle, j01: Picture) -> None:
    """It would make room in a mandate that is limited to what the agency gives together."""
    below = MeasureChange(act(bundle, MeasureKind.ADVANCE).ref, amount_cents=-100)
    assert refused(proposal(below), bundle, j01) == "an amount is not below nothing"


def test_a_new_collision_is_refused(
    bundle: Bundle, j01: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No change of J01 brings one, so here the stacking is not known before."""
    without_hold = MeasureChange(act(bundle, MeasureKind.HOLD).ref, left_out=True)
    known = [each for each in find_conflicts(j01) if each.type.value != "UITSTEL_VS_VERREKENING"]
    monkeypatch.setattr(
        module, "find_conflicts", lambda seen: known if seen is j01 else find_conflicts(seen)
    )
    assert "something new would collide" in refused(proposal(without_hold), bundle, j01)


def test_who_proposes_is_of_the_bundle_mandated_and_reasoned(bundle: Bundle, j01: Picture) -> None:
    change = MeasureChange(act(bundle, MeasureKind.REDUCE).ref, amount_cents=300000)
    made = proposal(change)
    assert "nothing to decide" in refused(replace(made, by=liaison(Agency.DUO)), bundle, j01)
    assert "mandate" in refused(replace(made, by=replace(BY, mandate=None)), bundle, j01)
    assert BY.mandate is not None
    over = replace(BY.mandate, valid_until=j01.today - dt.timedelta(days=1))
    assert "mandate" in refused(replace(made, by=replace(BY, mandate=over)), bundle, j01)
    assert "reasons" in refused(replace(made, motive=" kort "), bundle, j01)
    assert refused(replace(made, option="o-9"), bundle, j01) == "there is no option o-9"
    unknown = proposal(MeasureChange("m-x", left_out=True))
    assert refused(unknown, bundle, j01) == "the option has no measure m-x"


def test_who_stepped_aside_does_not_propose(bundle: Bundle, j01: Picture) -> None:
    change = MeasureChange(act(bundle, MeasureKind.REDUCE).ref, amount_cents=300000)
    aside = vote_on(bundle.options[0], Agency.GEMEENTE, VoteKind.RECUSE)
    assert put(bundle, j01, change, votes=(replace(aside, kind=VoteKind.ASK),))
    with pytest.raises(ProposalRefused, match="stepped aside"):
        put(bundle, j01, change, votes=(aside,))

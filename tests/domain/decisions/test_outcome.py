"""Where a decision stands on its votes: unanimity, dissent, or nothing left to agree to."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from domain.bundles import Bundle
from domain.decisions import DecisionState, Outcome, Vote, VoteKind, outcome_of
from domain.decisions.outcome import OPEN, Without, acting
from domain.measures import Option
from domain.vocabulary import Agency
from tests.support.decisions import ADVANCE, BUNDLE, END_REGIME, HOLD, vote_on

TAX, CAK, TOWN = Agency.BELASTINGDIENST, Agency.CAK, Agency.GEMEENTE
ALL = replace(BUNDLE.options[0], ref="o-1")
PAIR = Option("o-2", (HOLD, ADVANCE), -1, 1, 2, 1)
TWO = Bundle("b", ("c",), (TAX, CAK, TOWN), (ALL, PAIR))


def nothing_serves(option: Option, agencies: frozenset[Agency]) -> Option | None:
    return None


def rest_serves(option: Option, agencies: frozenset[Agency]) -> Option | None:
    measures = tuple(each for each in option.measures if each.agency not in agencies)
    return replace(option, measures=measures) if measures else None


def agreed(
    votes: list[Vote], without: Without = nothing_serves, bundle: Bundle = TWO
) -> tuple[str, str | None, tuple[Agency, ...]]:
    found = outcome_of(bundle, votes, without)
    return found.state.value, found.option.ref if found.option else None, found.dissent


def test_agreed_once_every_agency_that_must_act_agrees_to_the_same_option() -> None:
    votes = [vote_on(ALL, TAX), vote_on(ALL, CAK)]
    assert agreed(votes) == ("open", None, ())
    assert agreed([*votes, vote_on(ALL, TOWN)]) == ("agreed", "o-1", ())


def test_agreeing_each_to_another_option_is_not_agreeing() -> None:
    votes = [vote_on(ALL, TAX), vote_on(ALL, CAK), vote_on(PAIR, TOWN)]
    assert agreed(votes) == ("open", None, ())


def test_agencies_may_agree_to_several_options() -> None:
    votes = [vote_on(ALL, TAX), vote_on(PAIR, TAX), vote_on(ALL, TOWN)]
    assert agreed([*votes, vote_on(PAIR, TOWN)]) == ("agreed", "o-2", ())
    assert agreed([*votes, vote_on(ALL, CAK)]) == ("agreed", "o-1", ())


def test_an_agency_that_the_option_asks_nothing_of_never_blocks() -> None:
    votes = [vote_on(PAIR, TAX), vote_on(PAIR, TOWN)]
    for kind in VoteKind:
        assert agreed([vote_on(PAIR, CAK, kind), *votes]) == ("agreed", "o-2", ())


def test_a_question_and_a_condition_are_no_agreement() -> None:
    votes = [vote_on(PAIR, TAX)]
    for kind in (VoteKind.ASK, VoteKind.AGREE_ON_CONDITIONS, VoteKind.NOT_INVOLVED):
        assert agreed([*votes, vote_on(PAIR, TOWN, kind)], rest_serves) == ("open", None, ())


def test_asking_changes_nothing_of_what_was_said() -> None:
    votes = [vote_on(PAIR, TAX), vote_on(PAIR, TAX, VoteKind.ASK), vote_on(PAIR, TOWN)]
    assert agreed(votes) == ("agreed", "o-2", ())


def test_the_last_position_is_the_agencys_position() -> None:
    turned = [vote_on(PAIR, TAX), vote_on(PAIR, TAX, VoteKind.OBJECT), vote_on(PAIR, TOWN)]
    assert agreed(turned) == ("open", None, ())
    assert agreed([*turned, vote_on(PAIR, TAX, who="2")]) == ("agreed", "o-2", ())


def test_what_was_said_by_who_then_stepped_aside_is_not_the_agencys_position() -> None:
    aside = [vote_on(PAIR, TAX), vote_on(ALL, TAX, VoteKind.RECUSE), vote_on(PAIR, TOWN)]
    assert agreed(aside) == ("open", None, ())
    assert agreed([*aside, vote_on(PAIR, TAX, who="2")]) == ("agreed", "o-2", ())


def test_unanimity_on_a_later_option_goes_before_dissent_on_an_earlier_one() -> None:
    votes = [vote_on(ALL, TAX), vote_on(ALL, TOWN), vote_on(PAIR, TAX)]
    both = [*votes, vote_on(PAIR, TOWN), vote_on(ALL, CAK, VoteKind.OBJECT)]
    assert agreed(both, rest_serves) == ("agreed", "o-2", ())


def test_the_others_go_on_with_the_dissent_recorded_once_everybody_spoke() -> None:
    votes = [vote_on(ALL, CAK, VoteKind.OBJECT), vote_on(ALL, TAX)]
    assert agreed(votes, rest_serves) == ("open", None, ())
    found = outcome_of(TWO, [*votes, vote_on(ALL, TOWN)], rest_serves)
    assert found.state is DecisionState.AGREED
    assert found.dissent == (CAK,)
    assert found.option is not None
    assert found.option.measures == (HOLD, ADVANCE)


def test_dissent_does_not_close_it_when_the_rest_does_not_serve() -> None:
    votes = [vote_on(ALL, CAK, VoteKind.OBJECT), vote_on(ALL, TAX), vote_on(ALL, TOWN)]
    assert agreed(votes, nothing_serves) == ("open", None, ())


def test_objected_only_when_every_option_is_lost() -> None:
    first = vote_on(ALL, CAK, VoteKind.OBJECT)
    assert agreed([first]) == ("open", None, ())
    assert agreed([first, vote_on(PAIR, TOWN, VoteKind.OBJECT)]) == ("objected", None, ())


def test_an_option_of_which_the_rest_serves_is_not_lost_to_one_objection() -> None:
    only = replace(TWO, options=(ALL,))
    one = vote_on(ALL, CAK, VoteKind.OBJECT)
    assert agreed([one], rest_serves, only) == ("open", None, ())
    everybody = [vote_on(ALL, agency, VoteKind.OBJECT) for agency in (TAX, CAK, TOWN)]
    assert agreed(everybody, rest_serves, only) == ("objected", None, ())


def test_an_uninvolved_agency_cannot_lose_an_option() -> None:
    only = replace(TWO, options=(PAIR,))
    assert agreed([vote_on(PAIR, CAK, VoteKind.OBJECT)], nothing_serves, only)[0] == "open"


def test_an_option_without_measures_cannot_be_agreed_to_nor_lost() -> None:
    empty = replace(TWO, options=(Option("o-1", (), 0, 0, 0, 0),))
    assert outcome_of(empty, (), nothing_serves) == OPEN
    assert outcome_of(replace(TWO, options=()), (), nothing_serves) == OPEN


KINDS = st.sampled_from(VoteKind)
VOTES = st.lists(
    st.builds(
        vote_on,
        st.sampled_from((ALL, PAIR)),
        st.sampled_from((TAX, CAK, TOWN)),
        KINDS,
        who=st.sampled_from("12"),
    ),
    max_size=10,
)
WITHOUTS = st.sampled_from((nothing_serves, rest_serves))


@given(votes=VOTES, without=WITHOUTS)
def test_agreed_means_that_all_who_act_agree_and_all_who_dissent_objected(
    votes: list[Vote], without: Without
) -> None:
    found = outcome_of(TWO, votes, without)
    assert (found.option is not None) == (found.state is DecisionState.AGREED)
    if found.option is None:
        assert found.dissent == ()
        return
    asked = next(option for option in TWO.options if option.ref == found.option.ref)
    assert acting(found.option) | set(found.dissent) == acting(asked)
    assert acting(found.option).isdisjoint(found.dissent)
    for agency in acting(asked):
        said = VoteKind.OBJECT if agency in found.dissent else VoteKind.AGREE
        assert any(
            (each.agency, each.option, each.kind) == (agency, asked.ref, said) for each in votes
        )


@given(votes=VOTES, without=WITHOUTS, silent=st.sampled_from((TAX, TOWN)))
def test_without_the_vote_of_an_agency_that_must_act_nothing_is_agreed(
    votes: list[Vote], without: Without, silent: Agency
) -> None:
    spoken = [each for each in votes if each.agency is not silent]
    assert outcome_of(TWO, spoken, without).state is not DecisionState.AGREED


@given(votes=VOTES, without=WITHOUTS)
def test_asking_or_not_being_involved_never_moves_a_decision(
    votes: list[Vote], without: Without
) -> None:
    still = {VoteKind.ASK, VoteKind.NOT_INVOLVED}
    said = [each for each in votes if each.kind not in still]
    assert outcome_of(TWO, votes, without) == outcome_of(TWO, said, without)


@given(votes=VOTES, without=WITHOUTS)
def test_one_more_agreement_never_loses_what_was_agreed(
    votes: list[Vote], without: Without
) -> None:
    before = outcome_of(TWO, votes, without)
    fresh = [
        vote_on(option, agency, who="3")
        for option, agency in ((ALL, TAX), (ALL, CAK), (ALL, TOWN), (PAIR, TAX), (PAIR, TOWN))
    ]
    for vote in fresh:
        after = outcome_of(TWO, [*votes, vote], without)
        if before.state is DecisionState.AGREED:
            assert after.state is DecisionState.AGREED


def test_every_set_of_objections_to_one_option_ends_as_documented() -> None:
    only = replace(TWO, options=(ALL,))
    everyone = sorted(acting(ALL))
    for size in range(len(everyone) + 1):
        for against in combinations(everyone, size):
            votes = [
                vote_on(ALL, each, VoteKind.OBJECT if each in against else VoteKind.AGREE)
                for each in everyone
            ]
            found = outcome_of(only, votes, rest_serves)
            if size == len(everyone):
                assert found == Outcome(DecisionState.OBJECTED)
            else:
                assert (found.state, found.dissent) == (DecisionState.AGREED, against)


def test_the_measures_of_the_example_are_of_three_agencies() -> None:
    assert {HOLD.agency, END_REGIME.agency, ADVANCE.agency} == {TAX, CAK, TOWN}

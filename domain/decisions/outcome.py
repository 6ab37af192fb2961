"""Where a decision stands on the votes: agreed by all who must act, or by those who do.

A joint decision (gezamenlijk afwijkingsbesluit) is every competent agency's own decision, effective
together or not at all; so every agency that must act agrees, by a mandated liaison (Awb 10:3). Who
does not agree is not bound: the others may go on without, when what is left still does what it is
for, and the dissent is recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from domain.bundles import Bundle
from domain.decisions.state import DecisionState
from domain.decisions.vote import POSITIONS, Vote, VoteKind, recused_by
from domain.measures import Option
from domain.vocabulary import Agency

Without = Callable[[Option, frozenset[Agency]], Option | None]
"""An option without what these agencies would do; None when the rest no longer serves."""

Positions = Mapping[tuple[Agency, str], VoteKind]
"""The last position of each agency on each option."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where it stands; when agreed: the option as it is carried out, and who dissents."""

    state: DecisionState
    option: Option | None = None
    dissent: tuple[Agency, ...] = ()


OPEN = Outcome(DecisionState.OPEN)


def outcome_of(bundle: Bundle, votes: Iterable[Vote], without: Without) -> Outcome:
    """Where the decision stands on these votes of one round, in the order they were cast.

    The options are looked at in their order, unanimity before dissent. OBJECTED once every option
    is lost: somebody objects to it, and without who objects the rest does not serve. An option
    without measures cannot be agreed to.
    """
    positions = last_positions(votes)
    options = tuple(option for option in bundle.options if option.measures)
    for option in options:
        if _agreeing(option, positions) == acting(option):
            return Outcome(DecisionState.AGREED, option)
    for option in options:
        with_dissent = _with_dissent(option, positions, without)
        if with_dissent is not None:
            return with_dissent
    if options and all(_is_lost(option, positions, without) for option in options):
        return Outcome(DecisionState.OBJECTED)
    return OPEN


def last_positions(votes: Iterable[Vote]) -> Positions:
    """What each agency last said of each option; a question changes nothing.

    What was said by who stepped aside, before or after, is not the agency's position (Awb 2:4).
    """
    cast = tuple(votes)
    recused = recused_by(cast)
    return {
        (vote.agency, vote.option): vote.kind
        for vote in cast
        if vote.kind in POSITIONS and vote.liaison.id not in recused
    }


def acting(option: Option) -> frozenset[Agency]:
    """The agencies that must act in it."""
    return frozenset(measure.agency for measure in option.measures)


def _agreeing(option: Option, positions: Positions) -> frozenset[Agency]:
    return _who(option, positions, VoteKind.AGREE)


def _objecting(option: Option, positions: Positions) -> frozenset[Agency]:
    return _who(option, positions, VoteKind.OBJECT)


def _who(option: Option, positions: Positions, kind: VoteKind) -> frozenset[Agency]:
    return frozenset(
        agency for agency in acting(option) if positions.get((agency, option.ref)) is kind
    )


def _with_dissent(option: Option, positions: Positions, without: Without) -> Outcome | None:
    """Everybody spoke, some object: the rest goes on when it still serves."""
    agreeing, objecting = _agreeing(option, positions), _objecting(option, positions)
    if not agreeing or not objecting or agreeing | objecting != acting(option):
        return None
    rest = without(option, objecting)
    if rest is None:
        return None
    return Outcome(DecisionState.AGREED, rest, tuple(sorted(objecting)))


def _is_lost(option: Option, positions: Positions, without: Without) -> bool:
    """Somebody objects, and without that agency the rest does not serve."""
    objecting = _objecting(option, positions)
    if not objecting:
        return False
    return objecting == acting(option) or without(option, objecting) is None

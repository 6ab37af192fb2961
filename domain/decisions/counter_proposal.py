"""A counter-proposal: an option with other amounts or days, or without some acts; a new round.

Conditions are negotiated so: who would agree if something changed proposes it changed, and
everybody votes again, but nobody on the own proposal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from domain.budget import budget_of
from domain.bundles import Bundle
from domain.conflicts.catalogue import find_conflicts
from domain.decisions.vote import MOTIVE_MIN_LENGTH, Liaison, Vote, recused_by
from domain.errors import DomainError
from domain.measures import Approach, Measure, Option
from domain.measures.carrying_out import carried_out
from domain.options.propose import opaque_ref
from domain.options.search import is_among
from domain.picture import Picture

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MeasureChange:
    """What becomes of one measure (by its ref): left out, or with another amount or other days."""

    measure: str
    left_out: bool = False
    amount_cents: int | None = None
    from_date: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class CounterProposal:
    """A liaison's change of one option, with reasons; `id` makes sending it again harmless."""

    id: str
    by: Liaison
    option: str
    changes: tuple[MeasureChange, ...]
    motive: str


class ProposalRefused(DomainError):
    """A counter-proposal that cannot be put to the vote; the text says what would mend it."""


def counter_option(
    proposal: CounterProposal,
    bundle: Bundle,
    picture: Picture,
    today: dt.date,
    votes: Iterable[Vote] = (),
) -> Option:
    """The option that this proposal makes of the one it changes; `votes` are all cast so far.

    Its effects are computed anew and its acts held against the detectors, like any option's. Raises
    ProposalRefused with what stands in the way.
    """
    option = next((each for each in bundle.options if each.ref == proposal.option), None)
    if option is None:
        raise ProposalRefused(f"there is no option {proposal.option}")
    _check_proposer(proposal, bundle, today)
    if proposal.by.id in recused_by(votes):
        raise ProposalRefused("who stepped aside does not propose here: a substitute does")
    measures = _changed(option, proposal.changes)
    _check_is_new(measures, bundle)
    done = carried_out(measures, option.requests, picture, picture.today)
    impossible = [each.ref for each in measures if each not in done.measures]
    if impossible:
        raise ProposalRefused(f"not possible with these changes: {', '.join(impossible)}")
    before, after = find_conflicts(picture), find_conflicts(done.after)
    if any(not is_among(each, before) for each in after):
        raise ProposalRefused("with these changes something new would collide")
    asked = [each for each in before if each.ref in bundle.conflicts]
    left = tuple(each.ref for each in asked if is_among(each, after))
    now, then = budget_of(replace(picture, today=done.after.today)), budget_of(done.after)
    return replace(
        option,
        ref=_next_ref(bundle),
        measures=measures,
        requests=done.requests,
        approach=_approach(option, measures),
        net_after_cents=option.net_before_cents + then.net_cents - now.net_cents,
        debts_after_cents=option.debts_before_cents + then.debts_cents - now.debts_cents,
        resolves=tuple(each.ref for each in asked if each.ref not in left),
        leaves=left,
    )


def _check_proposer(proposal: CounterProposal, bundle: Bundle, today: dt.date) -> None:
    if proposal.by.agency not in bundle.agencies:
        raise ProposalRefused(f"{proposal.by.agency.value} has nothing to decide here")
    mandate = proposal.by.mandate
    if mandate is None or not mandate.is_valid_on(today):
        raise ProposalRefused("who proposes holds a mandate of today (Awb 10:3)")
    if len(proposal.motive.strip()) < MOTIVE_MIN_LENGTH:
        raise ProposalRefused(f"a proposal gives its reasons in at least {MOTIVE_MIN_LENGTH} signs")


def _approach(changed: Option, measures: tuple[Measure, ...]) -> Approach:
    deviates = any(measure.deviates_from_law for measure in measures)
    return changed.approach if deviates else Approach.RIGHTS_ONLY


def _next_ref(bundle: Bundle) -> str:
    """One beyond the highest: options that an agency may not carry out were taken away before."""
    return f"o-{max(int(each.ref.removeprefix('o-')) for each in bundle.options) + 1}"


def _check_is_new(measures: tuple[Measure, ...], bundle: Bundle) -> None:
    """A new round makes every vote void: not for what can be agreed to already."""
    acts = {replace(measure, ref="") for measure in measures}
    for each in bundle.options:
        if {replace(measure, ref="") for measure in each.measures} == acts:
            raise ProposalRefused(f"that is option {each.ref} already")


def _changed(option: Option, changes: Iterable[MeasureChange]) -> tuple[Measure, ...]:
    by_ref = {change.measure: change for change in changes}
    unknown = by_ref.keys() - {measure.ref for measure in option.measures}
    if unknown:
        raise ProposalRefused(f"the option has no measure {', '.join(sorted(unknown))}")
    kept = (
        _with(measure, by_ref.get(measure.ref))
        for measure in option.measures
        if not (measure.ref in by_ref and by_ref[measure.ref].left_out)
    )
    measures = tuple(kept)
    if measures == option.measures:
        raise ProposalRefused("the proposal changes nothing")
    if not measures:
        raise ProposalRefused("the proposal leaves nothing to do")
    return measures


def _with(measure: Measure, change: MeasureChange | None) -> Measure:
    if change is None:
        return measure
    if change.amount_cents is not None and change.amount_cents < 0:
        raise ProposalRefused("an amount is not below nothing")
    wanted = replace(
        measure,
        amount_cents=_or(change.amount_cents, measure.amount_cents),
        from_date=_or(change.from_date, measure.from_date),
        until=_or(change.until, measure.until),
    )
    if wanted == measure:
        return measure
    # another act under another key: what was once barred or done under the old one stays so
    days = (wanted.from_date or "", wanted.until or "")
    ref = opaque_ref("m-", measure.ref, str(wanted.amount_cents), *map(str, days))
    return replace(wanted, ref=ref)


def _or(changed: T | None, otherwise: T | None) -> T | None:
    return otherwise if changed is None else changed

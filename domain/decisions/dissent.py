"""What is left of an option when agencies do not join, and whether it still does what it is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.budget import budget_of
from domain.bundles import Bundle
from domain.conflicts import Conflict
from domain.conflicts.catalogue import find_conflicts
from domain.measures import Option
from domain.measures.carrying_out import CarriedOut, carried_out
from domain.options.search import is_among
from domain.picture import Picture
from domain.vocabulary import Agency


def without(
    option: Option, agencies: frozenset[Agency], bundle: Bundle, picture: Picture
) -> Option | None:
    """The option as the other agencies would carry it out alone; None when that does not serve.

    It serves when all of it is still possible, it resolves a conflict of the bundle that the option
    was to resolve, brings none that was not there, and leaves the household no worse off. What
    passes by itself, or by what parties are asked alone, is not resolved by it.
    """
    measures = tuple(each for each in option.measures if each.agency not in agencies)
    before = find_conflicts(picture)
    done = carried_out(measures, option.requests, picture, picture.today)
    if not measures or done.measures != measures:
        return None
    after = find_conflicts(done.after)
    if any(not is_among(each, before) for each in after):
        return None
    resolved = _resolved(option, done, before, after, picture)
    now, then = budget_of(replace(picture, today=done.after.today)), budget_of(done.after)
    worse = then.net_cents < now.net_cents or then.debts_cents > now.debts_cents
    if not resolved or worse:
        return None
    left = tuple(ref for ref in bundle.conflicts if ref not in resolved)
    return replace(
        option,
        measures=measures,
        requests=done.requests,
        net_after_cents=option.net_before_cents + then.net_cents - now.net_cents,
        debts_after_cents=option.debts_before_cents + then.debts_cents - now.debts_cents,
        resolves=resolved,
        leaves=left,
    )


def _resolved(
    option: Option,
    done: CarriedOut,
    before: Sequence[Conflict],
    after: Sequence[Conflict],
    picture: Picture,
) -> tuple[str, ...]:
    asked = carried_out((), option.requests, picture, picture.today).after
    anyhow = find_conflicts(replace(asked, today=done.after.today))
    touched = {record for measure in done.measures for record in measure.on}
    return tuple(
        each.ref
        for each in before
        if each.ref in option.resolves
        and not is_among(each, after)
        and (is_among(each, anyhow) or not touched.isdisjoint(each.records))
    )

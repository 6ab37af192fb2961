"""A decision that was put right reaches back further than the law lets it in ordinary cases."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from domain.errors import MeasureNotPossible
from domain.measures.act import Act, Change, Effect
from domain.records import DeterminationMade


def changes(act: Act) -> tuple[Change, ...]:
    """The named decisions, which can be put right from the measure's day on.

    Never from before the day that the decision works from.
    """
    from_date = act.measure.from_date
    if from_date is None:
        raise MeasureNotPossible("De maatregel noemt niet vanaf welke dag het herstel werkt.")
    return tuple(_reaching_back_to(from_date, each, act) for each in act.named(DeterminationMade))


def _reaching_back_to(from_date: dt.date, decision: DeterminationMade, act: Act) -> Change:
    limit, since = decision.can_be_corrected_from, decision.effective_from
    if limit is None or since is None or limit <= max(from_date, since):
        raise MeasureNotPossible("Dit besluit kan al vanaf die dag worden hersteld.")
    day = max(from_date, since)
    legal_basis = tuple(dict.fromkeys((act.measure.provision, *decision.legal_basis)))
    after = replace(decision, can_be_corrected_from=day, legal_basis=legal_basis)
    what = f"Het herstel werkt terug tot en met {day:%d-%m-%Y}."
    return Change(after, Effect(decision.id, what, 0, 0))

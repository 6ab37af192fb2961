"""A mandatory exception was left out: the body applies it. That is a right and no deviation.

What it adds per month follows from the law (Pw 24a), or it undoes what the decision took: what that
is stands in the body's own calculation, or in what the right pays in full. What is claimed by the
decision without it is paused meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.uitzondering_niet_toegepast import LeftOut, left_out_in
from domain.measures import Measure, MeasureKind
from domain.options.propose import powers_on, under
from domain.options.put_right import changed_by
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile
from domain.picture import Picture


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    applied = (each for left in left_out_in(conflict, picture) for each in _applied(left, picture))
    return (*applied, *holds_meanwhile(conflict, picture))


def _applied(left: LeftOut, picture: Picture) -> Iterator[Measure]:
    decision = picture.get(left.determination.id)
    for power in powers_on(MeasureKind.APPLY_EXCEPTION, decision.holder, (decision,)):
        if power.provision == left.exception.article.provision:
            measure = under(
                power,
                decision.holder,
                (left.determination.id,),
                amount_cents=left.added_monthly_cents,
                from_date=left.determination.effective_from,
            )
            changes = changed_by(measure, picture)
            if changes is not None:
                also = {each.record.id for each in changes} - {left.determination.id}
                there = sorted(ref for ref in also if picture.find(ref) is not None)
                yield under(
                    power,
                    decision.holder,
                    (left.determination.id, *there),
                    amount_cents=measure.amount_cents,
                    from_date=measure.from_date,
                )


REMEDY = Remedy(ConflictType.UITZONDERING_NIET_TOEGEPAST, _measures_for)

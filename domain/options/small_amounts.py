"""Small amounts that the law does not let a body recover."""

from __future__ import annotations

from collections.abc import Iterator

from domain.legislation.parameters import last_known_on
from domain.measures import Measure, MeasureKind
from domain.measures.acts.lower import NOT_RECOVERED_UP_TO
from domain.options.propose import powers_on, under
from domain.picture import Held, Picture
from domain.records import Claim, DeterminationMade


def not_collected(held: Held, claim: Claim, picture: Picture) -> Iterator[Measure]:
    """Not recovering what may be recovered of this claim, when that is no more than the limit
    (Awir 26a): what is owed, or what is left of it by the body's own calculation."""
    limit = int(last_known_on(NOT_RECOVERED_UP_TO, picture.today))
    amount = min((claim.outstanding_cents, *_would_be(claim, picture)))
    for power in powers_on(MeasureKind.NOT_COLLECT, held.holder, (held,))[:1]:
        if 0 < amount <= limit:
            yield under(power, held.holder, (claim.id,), amount_cents=amount)


def _would_be(claim: Claim, picture: Picture) -> Iterator[int]:
    decision = picture.find(claim.determined_by)
    if decision is not None and isinstance(decision.record, DeterminationMade):
        for each in decision.record.would_be:
            if each.amount_total_cents is not None:
                yield each.amount_total_cents

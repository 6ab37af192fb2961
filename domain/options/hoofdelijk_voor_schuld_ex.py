"""A debt of a former spouse is claimed: an agency waives it for this debtor, and pauses meanwhile.

The law leaves that to the creditor to weigh (IW 1990 26, Pw 58 lid 8, Awir 26 lid 2: a lower
amount, nil among them). Half of it, as those who owe together bear it among themselves (BW 6:10),
would leave the household with a debt that it did not make. A private creditor does no measures; an
arrangement with it belongs in the debt help (Wgs 4a).
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure, MeasureKind
from domain.options.propose import powers_on, under
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import claims_at_stake, holds_meanwhile
from domain.picture import Held, Picture
from domain.records import Claim


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (*holds_meanwhile(conflict, picture), *_waived(conflict, picture))


def _waived(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held in claims_at_stake(conflict, picture):
        if isinstance(held.record, Claim) and held.record.id in conflict.records:
            yield from _nothing_claimed(held, held.record)


def _nothing_claimed(held: Held, claim: Claim) -> Iterator[Measure]:
    remits = powers_on(MeasureKind.REMIT, held.holder, (held,))
    reduces = powers_on(MeasureKind.REDUCE, held.holder, (held,))
    for power in (*remits, *reduces)[:1]:
        yield under(power, held.holder, (claim.id,), amount_cents=claim.outstanding_cents)


REMEDY = Remedy(ConflictType.HOOFDELIJK_VOOR_SCHULD_EX, _measures_for)

"""Money is claimed for a duty that could not be met: pause it, and propose to drop it.

A sanction presumes blame (Awb 5:41), and to claim back what was paid too much because of that duty
is harm out of proportion (Awb 3:4 lid 2). The law gives no part to stay owed, so the proposal is
all of it, where a provision lets the holder weigh the single case; the holder decides. A fine
without such a provision can only be paused: that it is taken back on objection or request (Awb 4:6,
7:11) is an act that no kind of measure is.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.legislation.powers import Power
from domain.legislation.powers.provisions import (
    AKW_24_5,
    AOW_24_5,
    PW_58_8,
    WIA_77,
    WSF_11_5,
    WW_36_6,
)
from domain.measures import Measure, MeasureKind
from domain.options.propose import powers_on, under
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import claims_at_stake, holds_meanwhile
from domain.picture import Held, Picture
from domain.records import Claim
from domain.vocabulary import ClaimKind

FOR_THE_WHOLE_ACT = frozenset({WSF_11_5})
"""Hardship clauses, which reach a fine too."""

OF_RECOVERY = frozenset({AKW_24_5, AOW_24_5, PW_58_8, WIA_77, WW_36_6})
"""Waivers for urgent reasons, which weigh how an overpayment came about."""


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (*holds_meanwhile(conflict, picture), *_dropped(conflict, picture))


def _dropped(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held in claims_at_stake(conflict, picture):
        if isinstance(held.record, Claim) and held.record.id in conflict.records:
            for power in _waivers(held, held.record)[:1]:
                yield under(power, held.holder, (held.record.id,))


def _waivers(held: Held, claim: Claim) -> list[Power]:
    """The powers that weigh the single case; remission for want of means is another matter."""
    weighing = FOR_THE_WHOLE_ACT
    if claim.kind is ClaimKind.OVERPAYMENT:
        weighing = weighing | OF_RECOVERY
    powers = powers_on(MeasureKind.REMIT, held.holder, (held,))
    return [power for power in powers if power.provision in weighing]


REMEDY = Remedy(ConflictType.VERPLICHTING_ONMOGELIJK, _measures_for)

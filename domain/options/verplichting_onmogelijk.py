"""Money is claimed for a duty that could not be met: pause it, and propose to drop it.

No fine is imposed without blame (Awb 5:41): such a fine is withdrawn, and that is a right. To claim
back what was paid too much because of that duty is harm out of proportion (Awb 3:4 lid 2). The law
gives no part to stay owed, so the proposal is all of it, where a provision lets the holder weigh
the single case: to withdraw it, to waive it, or (toeslagen, Awir 26 lid 2) to claim nothing of it.
The holder decides. Where the law leaves no such room the claim can only be paused.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.legislation.powers import Power
from domain.legislation.powers.provisions import (
    AKW_24_5,
    AOW_24_5,
    AWIR_26_2,
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


WEIGHED_IN_FULL = frozenset({AWIR_26_2})
"""Provisions that let a body recover less where the full amount is out of proportion, to nil."""


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    claims = tuple(sorted(_claimed(conflict, picture), key=lambda each: each.record.id))
    return (
        *holds_meanwhile(conflict, picture),
        *_withdrawn(claims),
        *_waived(claims),
    )


def _claimed(conflict: Conflict, picture: Picture) -> Iterator[Held]:
    for held in claims_at_stake(conflict, picture):
        if isinstance(held.record, Claim) and held.record.id in conflict.records:
            yield held


def _withdrawn(claims: tuple[Held, ...]) -> Iterator[Measure]:
    """One withdrawal per provision, of all claims that it reaches; a right goes before room."""
    by_power: dict[Power, list[Held]] = {}
    for held in claims:
        powers = powers_on(MeasureKind.WITHDRAW, held.holder, (held,))
        for power in sorted(powers, key=lambda each: each.deviates_from_law)[:1]:
            by_power.setdefault(power, []).append(held)
    for power, found in by_power.items():
        yield under(power, found[0].holder, (held.record.id for held in found), amount_cents=0)


def _waived(claims: tuple[Held, ...]) -> Iterator[Measure]:
    for held in claims:
        if isinstance(held.record, Claim):
            on = (held.record.id,)
            for power in _waivers(held, held.record)[:1]:
                yield under(power, held.holder, on)
            for power in _lowering(held, held.record):
                owed = held.record.outstanding_cents
                yield under(power, held.holder, on, amount_cents=owed)


def _waivers(held: Held, claim: Claim) -> list[Power]:
    """The powers that weigh the single case; remission for want of means is another matter."""
    weighing = FOR_THE_WHOLE_ACT
    if claim.kind is ClaimKind.OVERPAYMENT:
        weighing = weighing | OF_RECOVERY
    powers = powers_on(MeasureKind.REMIT, held.holder, (held,))
    return [power for power in powers if power.provision in weighing]


def _lowering(held: Held, claim: Claim) -> list[Power]:
    """The powers to recover less, where no waiver weighs the single case."""
    if claim.kind is not ClaimKind.OVERPAYMENT:
        return []
    powers = powers_on(MeasureKind.REDUCE, held.holder, (held,))
    return [power for power in powers if power.provision in WEIGHED_IN_FULL]


REMEDY = Remedy(ConflictType.VERPLICHTING_ONMOGELIJK, _measures_for)

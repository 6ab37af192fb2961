"""A count is one short of a harmful act: pay in instalments, so that the count stops.

An insurer arranges instalments (Zvw 18a), which keeps its report to the CAK away (Zvw 18b lid 3,
18c); an agency that claims what is counted can arrange them too, or pause the claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure, MeasureKind, Request
from domain.measures.requests import is_possible
from domain.options.propose import asked, party_powers_on, powers_on, records_in, under
from domain.options.remedy import Remedy
from domain.options.repayment import payable_monthly
from domain.options.while_sorted_out import holds_meanwhile
from domain.picture import Held, Picture
from domain.records import Claim, RecordRef, ThreatenedAct


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (*holds_meanwhile(conflict, picture), *_arranged(conflict, picture))


def _requests_for(conflict: Conflict, picture: Picture) -> tuple[Request, ...]:
    return tuple(each for each in _asked(conflict, picture) if is_possible(each, picture))


def _arranged(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for named, claim in _counted(conflict, picture):
        monthly = payable_monthly(claim, picture)
        for power in powers_on(MeasureKind.ARRANGE_INSTALMENTS, named[0].holder, named)[:1]:
            if monthly > 0:
                yield under(power, named[0].holder, _refs(named), amount_cents=monthly)


def _asked(conflict: Conflict, picture: Picture) -> Iterator[Request]:
    for named, claim in _counted(conflict, picture):
        holder, monthly = named[0].holder, payable_monthly(claim, picture)
        for power in party_powers_on(MeasureKind.ARRANGE_INSTALMENTS, holder, named, picture)[:1]:
            if holder.party is not None and monthly > 0:
                yield asked(power, holder.party, _refs(named), amount_cents=monthly)


def _counted(conflict: Conflict, picture: Picture) -> Iterator[tuple[tuple[Held, ...], Claim]]:
    """Each claim of the body that threatens, with the acts in the conflict that are about it."""
    named = records_in(conflict, picture)
    threats = [held for held in named if isinstance(held.record, ThreatenedAct)]
    for held in named:
        claim = held.record
        if isinstance(claim, Claim) and claim.outstanding_cents > 0:
            about = tuple(each for each in threats if _is_about(each, held))
            if about:
                yield (held, *about), claim


def _is_about(threat: Held, claim: Held) -> bool:
    act = threat.record
    same = threat.holder.agency is claim.holder.agency and threat.holder.party == claim.holder.party
    return same and isinstance(act, ThreatenedAct) and act.about == claim.record.id


def _refs(named: tuple[Held, ...]) -> tuple[RecordRef, ...]:
    return tuple(held.record.id for held in named)


REMEDY = Remedy(ConflictType.DREMPEL_NADERT, _measures_for, _requests_for)

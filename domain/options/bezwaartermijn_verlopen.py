"""The term to object ran out through nobody's fault: an objection that comes yet is in time.

The body that decided takes the objection in (Awb 6:11), save under the Invorderingswet 1990, which
keeps that chapter away (IW 1990 1 lid 2). What is claimed by the decision is paused meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.legislation.powers.provisions import AWB_6_11
from domain.measures import Measure, MeasureKind
from domain.options.propose import powers_on, records_in, under
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile
from domain.picture import Picture
from domain.records import DeterminationMade
from domain.vocabulary import Law


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return (*_taken_in(conflict, picture), *holds_meanwhile(conflict, picture))


def _taken_in(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held in records_in(conflict, picture):
        decision = held.record
        if isinstance(decision, DeterminationMade) and not _is_collection(decision):
            for power in powers_on(MeasureKind.ACCEPT_OBJECTION, held.holder, (held,)):
                if power.provision == AWB_6_11:
                    yield under(power, held.holder, (decision.id,))


def _is_collection(decision: DeterminationMade) -> bool:
    laws = {provision.law for provision in decision.legal_basis}
    return laws == {Law.IW_1990}


REMEDY = Remedy(ConflictType.BEZWAARTERMIJN_VERLOPEN, _measures_for)

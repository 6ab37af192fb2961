"""Two levy for one cover: the punitive premium ends where its debt is settled.

Which law insures somebody the bodies establish together (Vo 883/2004 11, Zvw 69); then one levy
stops and is given back, by the CAK or by the insurer: acts of a kind that no measure has yet. A
pause is no answer either: it is for debts, not for running contributions (Awb 4:94).
"""

from __future__ import annotations

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure
from domain.options.premium_regime import regime_ended
from domain.options.propose import records_in
from domain.options.remedy import Remedy
from domain.picture import Picture


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    ended = (regime_ended(held, picture) for held in records_in(conflict, picture))
    return tuple(measure for each in ended for measure in each)


REMEDY = Remedy(ConflictType.DUBBELE_HEFFING, _measures_for)

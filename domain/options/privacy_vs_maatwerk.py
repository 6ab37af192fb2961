"""Letters go to who may not know where the applicant lives: no measure, and that on purpose.

Every measure ends in a decision that is sent to the address at fault. First each body that writes
there changes the postal address (AVG 16, 32), without telling why to whom may not know (Wet BRP
2.59): no kind of measure does that.
"""

from __future__ import annotations

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure
from domain.options.remedy import Remedy
from domain.picture import Picture


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    del conflict, picture
    return ()


REMEDY = Remedy(ConflictType.PRIVACY_VS_MAATWERK, _measures_for)

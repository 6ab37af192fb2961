"""An attachment takes what the law leaves free: an agency that attaches so pauses it.

What was taken must be given back, at the bank (Rv 475a lid 5) and of an income (Rv 475i lid 3), and
a bailiff must compute anew (Rv 475d lid 4): acts of a kind that no measure has yet.
"""

from __future__ import annotations

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure
from domain.options.attachments import holds_on_attachments
from domain.options.remedy import Remedy
from domain.picture import Picture


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(holds_on_attachments(conflict, picture))


REMEDY = Remedy(ConflictType.BESLAG_ONDER_VRIJE_VOET, _measures_for)

"""Correction reaches back too short: pause what is taken on the decision that is wrong.

For the months that stay lost a body with room would have to go back further (AKW 14 lid 5 and AOW
16 lid 2 in special cases, Pw 44 lid 5): an act of a kind that no measure has yet.
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile

REMEDY = Remedy(ConflictType.TERUGWERKENDE_KRACHT_BEPERKT, holds_meanwhile)

"""An unsure value is used as if it were certain: pause what is taken on it at all who use it.

The conflict ends when the holder corrects the value (income tax: Wet IB 2001 9.6, or a decision on
the objection) and each user revises (Awir 16 lid 5, 20; DUO another income year, Wsf 2000 6.12):
acts of a kind that no measure has yet.
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.contested import pauses_on_contested_facts
from domain.options.remedy import Remedy

REMEDY = Remedy(ConflictType.GEGEVEN_WERKT_DOOR, pauses_on_contested_facts)

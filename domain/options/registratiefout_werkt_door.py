"""A register is wrong and others must use it: pause what they take on account of the entry.

The conflict ends when the keeper corrects the entry (Wet BRP 2.58, after word of a user 2.34) and
the users decide again: acts of a kind that no measure has yet.
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.contested import pauses_on_contested_facts
from domain.options.remedy import Remedy

REMEDY = Remedy(ConflictType.REGISTRATIEFOUT_WERKT_DOOR, pauses_on_contested_facts)

"""A decision rests on an own finding that papers contradict: pause what is taken on it.

The conflict ends when the body looks again and decides anew (Awb 3:2, 7:11): an act of a kind that
no measure has yet. A refusal takes nothing, and therefore gets no measure here.
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile

REMEDY = Remedy(ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT, holds_meanwhile)

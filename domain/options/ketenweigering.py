"""A refusal rests on a wrong decision of another: pause what is taken on either of them.

The conflict ends when the first body decides anew and the refuser after it (Awb 3:2, 4:6): acts of
a kind that no measure has yet. A refusal itself takes nothing, but the decision beneath may.
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile

REMEDY = Remedy(ConflictType.KETENWEIGERING, holds_meanwhile)

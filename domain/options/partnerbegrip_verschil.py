"""One counts a partner, the other does not: pause what is claimed by the decisions on it.

The answer itself lies in their own laws: the municipality tailors the assistance to the situation
(Pw 18 lid 1), Dienst Toeslagen revises with another partner (Awir 3, 16, 20). No kind of measure
does either.
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile

REMEDY = Remedy(ConflictType.PARTNERBEGRIP_VERSCHIL, holds_meanwhile)

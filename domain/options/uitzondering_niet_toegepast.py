"""A mandatory exception was left out: pause what is claimed by the decision without it.

The answer itself is that the body that decided applies the exception and reviews its decision (Awb
4:6, 7:11; for a halved norm Pw 24a). That is a right and no deviation; no kind of measure does it.
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile

REMEDY = Remedy(ConflictType.UITZONDERING_NIET_TOEGEPAST, holds_meanwhile)

"""Exempt money is counted as assets: pause what is claimed by the decision that counted it.

The answer itself is that the body that counts reviews its decision without that money (Pw 31 lid 2,
34 lid 2 onder e; for allowances Awir 47, on request), on what the payer tells of its origin. No
kind of measure does that.
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile

REMEDY = Remedy(ConflictType.MIDDEL_VRIJGELATEN_MAAR_GETELD, holds_meanwhile)

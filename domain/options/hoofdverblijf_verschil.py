"""Agencies hold different homes for one person: pause what is claimed by the decisions on it.

The answer itself is that they establish it together and each reviews its own decision (Awb 3:2,
4:6; Awir 16, 20), or tailors the assistance meanwhile (Pw 18 lid 1). No kind of measure does that.
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile

REMEDY = Remedy(ConflictType.HOOFDVERBLIJF_VERSCHIL, holds_meanwhile)

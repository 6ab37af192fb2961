"""Conflicts: provisions that cannot both serve their purpose for this household.

A detector is a module in this package that defines `DETECTOR`; being there registers it
(`domain.conflicts.catalogue`).
"""

from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency

__all__ = ["Conflict", "ConflictType", "HarmUrgency"]

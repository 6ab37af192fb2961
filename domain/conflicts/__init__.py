"""Conflicts: provisions that cannot both serve their purpose for this household.

A detector is a module in this package that defines `DETECTOR`; being there registers it
(`domain.conflicts.catalogue`, where `find_conflicts` is).
"""

from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector

__all__ = ["Conflict", "ConflictType", "Detector", "HarmUrgency"]

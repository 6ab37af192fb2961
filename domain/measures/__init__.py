"""Measures: acts of one agency that resolve part of a conflict, and what they do to records.

`judge` tells whether one is lawful, `effects` carries it out on records, `outlook` shows the
household after several.
"""

from domain.measures.measure import Measure, MeasureKind, Option, Receipt

__all__ = ["Measure", "MeasureKind", "Option", "Receipt"]

"""Measures: acts of one agency that resolve part of a conflict, and what they do to records and budget."""

from domain.measures.measure import Measure, MeasureKind, Option, Receipt

__all__ = ["Measure", "MeasureKind", "Option", "Receipt"]

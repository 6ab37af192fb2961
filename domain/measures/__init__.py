"""Measures: acts of one agency that resolve part of a conflict, and what they do to records.

`judge` tells whether one is lawful, `effects` carries it out on records, `own_decision` is the
decision that the agency takes by it, `outlook` shows the household after several.
"""

from domain.measures.measure import (
    AgencyDecision,
    Approach,
    Measure,
    MeasureKind,
    Option,
    Receipt,
    Request,
)

__all__ = [
    "AgencyDecision",
    "Approach",
    "Measure",
    "MeasureKind",
    "Option",
    "Receipt",
    "Request",
]

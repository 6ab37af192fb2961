"""The household as the case director knows it, without BSN, names and address lines.

Those stay in the store, encrypted; everything that assesses a household works on opaque ids.
"""

from domain.household.household import (
    Address,
    Asset,
    Expense,
    FactShown,
    Household,
    Housing,
    Income,
    Member,
    Party,
    Relation,
)

__all__ = [
    "Address",
    "Asset",
    "Expense",
    "FactShown",
    "Household",
    "Housing",
    "Income",
    "Member",
    "Party",
    "Relation",
]

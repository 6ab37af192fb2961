"""The protected amount (beslagvrije voet) in its minimal form: 95% of the norm (Rv 475da lid 1).

The parts for rent, care and children (Rv 475da lid 2-3) are left out on both sides: the income it
is held against leaves those allowances out as well.
"""

from __future__ import annotations

import datetime as dt

from domain.household import Household
from domain.legislation.participatiewet import norm_household_of, norm_on
from domain.records import Provision
from domain.vocabulary import Law

SOURCE = Provision(Law.RV, "475da")

_SHARE_PERCENT = 95


def protected_amount(household: Household, on: dt.date) -> int:
    """Euro cents per month that must stay free for this household, rounded half up to a cent.

    Raises ParameterMissing when no norm is known for the day.
    """
    return share_of_norm(norm_on(norm_household_of(household, on), on))


def share_of_norm(norm_cents: int) -> int:
    """95% of a norm, rounded half up to a cent."""
    return (norm_cents * _SHARE_PERCENT + 50) // 100

"""The income that a collision is held against, and whether all of it is known."""

from __future__ import annotations

from domain.budget.means import means_of
from domain.legislation.participatiewet import norm_household_of, norm_on
from domain.picture import Picture
from domain.vocabulary import Agency

_PAY_NO_INCOME = frozenset({Agency.CAK})
"""It only takes: that it is silent hides no income."""


def income_is_known(picture: Picture) -> bool:
    """Did every agency answer that may pay an income? A silent one may, so nothing is concluded."""
    return all(gap.agency in _PAY_NO_INCOME for gap in picture.gaps)


def social_minimum(picture: Picture) -> int:
    """The norm for this household today, in euro cents per month (Pw 21, 22)."""
    return norm_on(norm_household_of(picture.household, picture.today), picture.today)


def has_no_more_than_the_minimum(picture: Picture) -> bool:
    """Is all income known, and without allowances not above the norm?"""
    return income_is_known(picture) and means_of(picture) <= social_minimum(picture)

"""What each agency may do, and may not do, for a household: the powers behind measures, as data.

A power is one provision that lets one agency do one kind of act on certain records. Whether it is
used stays for the agency to decide. Nothing here computes.
"""

from domain.legislation.powers.grounds import (
    COMMON_LAWS,
    GENERAL_PRINCIPLES,
    OWN_LAWS,
    is_own_ground,
    may_invoke,
)
from domain.legislation.powers.lookup import power_for, powers_of, prohibition_of
from domain.legislation.powers.power import Forbidden, Power
from domain.legislation.powers.table import FORBIDDEN, POWERS

__all__ = [
    "COMMON_LAWS",
    "FORBIDDEN",
    "GENERAL_PRINCIPLES",
    "OWN_LAWS",
    "POWERS",
    "Forbidden",
    "Power",
    "is_own_ground",
    "may_invoke",
    "power_for",
    "powers_of",
    "prohibition_of",
]

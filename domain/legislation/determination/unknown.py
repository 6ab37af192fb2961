"""What is not known, as a value of its own: never nothing, never zero, never met."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Final, TypeAlias


class Unknown(Enum):
    """The one value that stands for a fact nobody gave."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN

Cents: TypeAlias = int | Unknown
"""An amount in whole euro cents."""

Number: TypeAlias = int | Unknown
"""A whole number, in the unit that the fact's `About` names."""

YesNo: TypeAlias = bool | Unknown

Day: TypeAlias = dt.date | Unknown

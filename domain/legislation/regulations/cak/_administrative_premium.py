"""The administrative premium (bestuursrechtelijke premie): a percentage of the average premium.

The law leaves the figures to ministerial rules within its bounds (Zvw 18d lid 1, 18e lid 2).
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import month_of
from domain.legislation.determination import (
    UNKNOWN,
    Act,
    Article,
    Day,
    Figure,
    Rounding,
    Text,
    Unknown,
    Working,
)
from domain.legislation.parameters import Parameter, parameter

AVERAGE_PREMIUM = parameter("zvw_gemiddelde_premie")
DEFAULTERS_SHARE = parameter("zvw_bestuursrechtelijke_premie")
PREMIUM_LABEL = Text("bestuursrechtelijke premie per maand", "administrative premium a month")
PREMIUM_DUE = Article(Act.ZVW, "18d", "1")

_ONE_DAY = dt.timedelta(days=1)


def administrative_premium(working: Working, share: Parameter, by: Article) -> Figure:
    """The premium a month, to the cent; not known in a year whose average premium is not."""
    premium = working.percentage(
        PREMIUM_LABEL, working.parameter(AVERAGE_PREMIUM), working.parameter(share), by
    )
    return working.rounded(PREMIUM_LABEL, premium, Rounding.TO_CENT, None)


def first_of_next_month(day: Day) -> Day:
    """The first day of the month after: when the premium starts, ends and comes back."""
    return UNKNOWN if isinstance(day, Unknown) else month_of(day)[1] + _ONE_DAY

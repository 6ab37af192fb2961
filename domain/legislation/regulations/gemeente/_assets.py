"""The assets that count (Pw 34, 50): what is owned less debts, above the limit.

Works through the `Working` that it is given.
"""

from __future__ import annotations

from typing import NamedTuple

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Text,
    Unit,
    Unknown,
    Working,
    any_of,
    plain,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.gemeente._household import IN_BALANCE_SINCE
from domain.legislation.regulations.gemeente._income import Gifts

LIMIT_SINGLE = parameter("pw_vermogen_alleenstaande")
LIMIT_FAMILY = parameter("pw_vermogen_gezin")
HOME = parameter("pw_vermogen_woning_vrijlating")
ASSETS_PARAMETERS = (LIMIT_SINGLE, LIMIT_FAMILY, HOME)

ASSETS = Article(Act.PW, "34", "1")
LEFT_OUT = Article(Act.PW, "34", "2")
LIMIT = Article(Act.PW, "34", "3")
LIMIT_LEFT = Article(Act.PW, "34", "4")
HOME_EXEMPT = Article(Act.PW, "34", "2 onder d")
HOME_AS_LOAN = Article(Act.PW, "50", "2")

_NOTHING = plain(0, Unit.EUROCENT)


class Assets(NamedTuple):
    """What is above the limit, and whether the home's equity asks for a loan (50 lid 2)."""

    counted: Figure
    home_for_loan: Answer


def counted_assets(working: Working, gifts: Gifts) -> Assets:
    """The assets above the limit of article 34 lid 3; never below zero."""
    net = working.subtract(
        Text("bezittingen min schulden", "possessions less debts"),
        working.fact("assets"),
        working.fact("assets_left_out"),
        working.fact("debts"),
        by=ASSETS,
    )
    home, for_loan = _home(working)
    total = working.add(_TOTAL, net, gifts.as_assets, home, by=ASSETS)
    above = working.subtract(_ABOVE, total, _limit(working), by=LIMIT)
    return Assets(working.not_below_zero(_ABOVE, above, LEFT_OUT), for_loan)


def _home(working: Working) -> tuple[Figure, Answer]:
    """The equity above the exemption that can be asked for, and whether the rest is for a loan."""
    match working.answer("owns_home"):
        case Answer.NO:
            return _NOTHING, Answer.NO
        case Answer.UNKNOWN:
            return working.without_value(_NOTHING), Answer.UNKNOWN
    label = Text("vermogen in de woning boven de vrijlating", "equity above the exemption")
    less = working.subtract(
        label, working.fact("home_equity"), working.parameter(HOME), by=HOME_EXEMPT
    )
    excess = working.not_below_zero(label, less, HOME_EXEMPT)
    if excess.value == 0:
        return _NOTHING, Answer.NO
    match working.answer("home_can_be_used"):
        case Answer.YES:
            return excess, Answer.NO
        case Answer.NO:
            if isinstance(excess.value, Unknown):
                return _NOTHING, Answer.UNKNOWN
            working.note(_FOR_LOAN, HOME_AS_LOAN)
            return _NOTHING, Answer.YES
        case Answer.UNKNOWN:
            return working.without_value(excess), Answer.UNKNOWN


def _limit(working: Working) -> Figure:
    """The limit for one person or a family; until 2026 less what was used of it (34 lid 4)."""
    partner = working.answer("has_partner")
    family = partner if partner is Answer.YES else any_of(partner, working.answer("has_children"))
    match family:
        case Answer.YES:
            limit = working.parameter(LIMIT_FAMILY)
        case Answer.NO:
            limit = working.parameter(LIMIT_SINGLE)
        case Answer.UNKNOWN:
            return working.without_value(_NOTHING)
    if working.on >= IN_BALANCE_SINCE:
        return limit
    match working.answer("receives_assistance"):
        case Answer.NO:
            return limit
        case Answer.YES:
            left = Text("vermogensgrens die over is", "limit on assets that is left")
            return working.subtract(left, limit, working.fact("limit_used"), by=LIMIT_LEFT)
        case Answer.UNKNOWN:
            return working.without_value(limit)


_TOTAL = Text("vermogen", "assets")
_ABOVE = Text("vermogen boven de grens", "assets above the limit")
_FOR_LOAN = Text(
    "de woning hoeft niet verkocht; de bijstand kan een geldlening zijn",
    "the home need not be sold; the assistance can be a loan",
)

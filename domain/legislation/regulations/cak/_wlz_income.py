"""Contributory income for the Wlz: of the reference year (two years ago), or on request of the
current one (Blz 3.3.2.3 for the high contribution, 3.3.2.4 for the low one)."""

from __future__ import annotations

import datetime as dt

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Relation,
    Text,
    Working,
    any_of,
)
from domain.legislation.parameters import parameter

ASSETS_SHARE = parameter("wlz_vermogensinkomensbijtelling")
WORK_SHARE = parameter("wlz_arbeidskorting")
HOME_DEDUCTION = parameter("wlz_inkomensaftrek_mpt_pgb")
FALL = parameter("wlz_inkomensdaling")

CONTRIBUTORY = Text("bijdrageplichtig inkomen", "contributory income")

_ASSETS = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.1.2a")
_HIGH = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.3", "1")
_HIGH_NOW = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.3", "2")
_LOW = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.4", "1")
_LOW_NOW = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.4", "2")
_LOW_COMPENSATION = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.4a", "1")
_HIGH_COMPENSATION = Article(Act.BESLUIT_LANGDURIGE_ZORG, "3.3.2.3", "1 onder b 4° en 5°")

# Blz 3.3.2.3 lid 1 onder b 4°-5° and 3.3.2.4a stand in the versions of 2024 and 2025 alone.
_COMPENSATION_UNTIL = dt.date(2026, 1, 1)


def low_income(working: Working, home_budget: Answer) -> Figure:
    """Income and the share of assets, less a deduction with a modular package or budget."""
    income = _of_the_year_that_counts(working)
    income = _less_compensation(working, income, _LOW_COMPENSATION)
    match home_budget:
        case Answer.YES:
            return working.subtract(
                CONTRIBUTORY, income, working.parameter(HOME_DEDUCTION), by=_LOW
            )
        case Answer.NO:
            return income
        case Answer.UNKNOWN:
            return working.without_value(income)


def high_income(working: Working) -> Figure:
    """Income less tax, a share of work and what is left out, plus the share of assets."""
    now = _is_now(working, "too_little_left", _HIGH_NOW)
    if now is Answer.UNKNOWN:
        return working.without_value(working.fact("income"))
    income = working.fact("income_now" if now is Answer.YES else "income")
    assets = working.fact("assets_now" if now is Answer.YES else "assets")
    left_out = working.percentage(
        Text("vrij deel van arbeid", "part of work that is left out"),
        working.fact("net_work"),
        working.parameter(WORK_SHARE),
        _HIGH,
    )
    net = working.subtract(
        Text("inkomen na belasting en aftrek", "income after tax and deductions"),
        income,
        working.fact("tax"),
        left_out,
        working.fact("deductions"),
        working.fact("war_benefit"),
        by=_HIGH,
    )
    net = _less_compensation(working, net, _HIGH_COMPENSATION)
    total = working.add(CONTRIBUTORY, net, _share_of(working, assets), by=_HIGH)
    return working.not_below_zero(CONTRIBUTORY, total, None)


def _of_the_year_that_counts(working: Working) -> Figure:
    """The reference year, unless the current one is asked for and the income falls far enough or
    there is social assistance."""
    then = _with_assets(working, "income", "assets")
    match working.answer("current_year_asked"):
        case Answer.NO:
            return then
        case Answer.UNKNOWN:
            return working.without_value(then)
        case Answer.YES:
            pass
    now = _with_assets(working, "income_now", "assets_now")
    fall = working.subtract(Text("inkomensdaling", "fall in income"), then, now, by=_LOW_NOW)
    far_enough = working.compare(
        Text("de daling is groot genoeg", "the fall is large enough"),
        fall,
        Relation.AT_LEAST,
        working.parameter(FALL),
        _LOW_NOW,
    )
    match any_of(far_enough, working.answer("on_assistance")):
        case Answer.YES:
            return now
        case Answer.NO:
            return then
        case Answer.UNKNOWN:
            return working.without_value(then)


def _is_now(working: Working, condition: str, by: Article) -> Answer:
    asked = working.answer("current_year_asked")
    if asked is not Answer.YES:
        return asked
    met = working.answer(condition)
    if met is Answer.YES:
        working.note(Text("het lopende jaar telt", "the current year counts"), by)
    return met


def _with_assets(working: Working, income: str, assets: str) -> Figure:
    label = Text("inkomen met vermogensbijtelling", "income with the share of assets")
    share = _share_of(working, working.fact(assets))
    return working.add(label, working.fact(income), share, by=_LOW)


def _share_of(working: Working, assets: Figure) -> Figure:
    label = Text("vermogensinkomensbijtelling", "share of assets that counts as income")
    return working.percentage(label, assets, working.parameter(ASSETS_SHARE), _ASSETS)


def _less_compensation(working: Working, income: Figure, by: Article) -> Figure:
    if working.on >= _COMPENSATION_UNTIL:
        return income
    label = Text("inkomen na compensatie ouderentoeslag", "income after the compensation")
    return working.subtract(label, income, working.fact("pensioner_compensation"), by=by)

"""What the Wajong pays per day: 75% or 70% of the base less income, or by the work performance."""

from __future__ import annotations

from enum import StrEnum

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Text,
    Unit,
    Working,
)
from domain.legislation.determination.working import plain
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.uwv._minimum_wage import BY_AGE_PARAMETERS, minimum_wage
from domain.legislation.regulations.uwv._wages import DAYS_IN_A_MONTH, PER_DAY

_RATE_PERMANENT = parameter("wajong_pct_duurzaam")
_RATE = parameter("wajong_pct")
_FIXED_DEDUCTION = parameter("wajong_loonwaarde_aftrek")


class WajongRegime(StrEnum):
    """Under which chapter the right was granted."""

    WAJONG_2015 = "wajong_2015"
    WAJONG_2010 = "wajong_2010"
    OLD_WAJONG = "old_wajong"


REGIMES = {
    WajongRegime.WAJONG_2015: Text("Wajong 2015", "Wajong 2015"),
    WajongRegime.WAJONG_2010: Text("Wajong 2010", "Wajong 2010"),
    WajongRegime.OLD_WAJONG: Text("oude Wajong", "old Wajong"),
}
EXCLUSIONS = {
    WajongRegime.WAJONG_2015: Article(Act.WAJONG, "1a:6", "1"),
    WajongRegime.WAJONG_2010: Article(Act.WAJONG, "2:11"),
    WajongRegime.OLD_WAJONG: Article(Act.WAJONG, "3:19"),
}
_PERMANENT = {
    WajongRegime.WAJONG_2015: Article(Act.WAJONG, "1a:4", "2"),
    WajongRegime.WAJONG_2010: Article(Act.WAJONG, "2:46", "1"),
    WajongRegime.OLD_WAJONG: Article(Act.WAJONG, "3:8b", "1"),
}
_OTHER = {
    WajongRegime.WAJONG_2010: Article(Act.WAJONG, "2:40", "1"),
    WajongRegime.OLD_WAJONG: Article(Act.WAJONG, "3:8", "1"),
}
BASE = {
    WajongRegime.WAJONG_2015: Article(Act.WAJONG, "1a:4", "1"),
    WajongRegime.WAJONG_2010: Article(Act.WAJONG, "1:1", "1 onder m"),
    WajongRegime.OLD_WAJONG: Article(Act.WAJONG, "3:7", "2"),
}
_PLAN = Article(Act.WAJONG, "2:39", "3")
RESIDENCE = Article(Act.WAJONG, "1a:6", "1 onder d")

PARAMETERS = (_RATE_PERMANENT, _RATE, _FIXED_DEDUCTION, *BY_AGE_PARAMETERS)
ARTICLES = (*BASE.values(), *_PERMANENT.values(), *_OTHER.values(), *EXCLUSIONS.values())


def per_day(working: Working, regime: WajongRegime) -> Figure | None:
    """The benefit per day, not rounded; None when it is not known which rule holds."""
    by = BASE[regime]
    base = working.divide(
        Text("grondslag per dag", "base per day"),
        minimum_wage(working),
        DAYS_IN_A_MONTH,
        by,
        Unit.EUROCENT_PER_DAY,
    )
    income = _a_day(working, "income", by)
    if regime not in _OTHER:
        return _share_of(working, base, income, _RATE_PERMANENT, _PERMANENT[regime])
    match working.answer("no_lasting_possibilities"):
        case Answer.YES:
            return _share_of(working, base, income, _RATE_PERMANENT, _PERMANENT[regime])
        case Answer.NO:
            return _with_possibilities(working, base, income, regime)
        case Answer.UNKNOWN:
            return None


def _with_possibilities(
    working: Working, base: Figure, income: Figure, regime: WajongRegime
) -> Figure | None:
    if regime is WajongRegime.WAJONG_2010:
        plan = Text("werkt mee aan het participatieplan", "takes part in the participation plan")
        working.require(plan, working.answer("takes_part_in_plan"), _PLAN)
    match working.answer("has_dispensation"):
        case Answer.NO:
            return _share_of(working, base, income, _RATE, _OTHER[regime])
        case Answer.YES:
            return _with_dispensation(working, base, income, _OTHER[regime])
        case Answer.UNKNOWN:
            return None


def _share_of(
    working: Working,
    base: Figure,
    counted: Figure,
    rate: Parameter,
    by: Article,
) -> Figure:
    left = Text("grondslag min inkomen", "base less income")
    share = Text("uitkering voor dat verschil", "benefit for that difference")
    return working.not_below_zero(
        PER_DAY,
        working.percentage(
            share,
            working.subtract(left, base, counted, by=by),
            working.parameter(rate),
            by,
        ),
        by,
    )


def _with_dispensation(working: Working, base: Figure, income: Figure, by: Article) -> Figure:
    """0,7 x G less 0,7 x (CF x Ia + Io), or the top-up Ia : LW less Ia when that is more."""
    performance = working.divide(
        Text("loonwaarde als deel", "work performance as a share"),
        working.fact("work_performance"),
        100,
        by,
        Unit.RATIO,
    )
    dispensed = _a_day(working, "dispensed_income", by)
    counted = working.multiply(
        Text("loon maal de compensatiefactor", "wage times the compensation factor"),
        dispensed,
        _compensation_factor(working, performance, by),
        by,
    )
    both = working.add(Text("inkomen dat meetelt", "income that counts"), counted, income, by=by)
    worth = Text("loon gedeeld door de loonwaarde", "wage over the work performance")
    top_up = working.subtract(
        Text("aanvulling van het loon", "top-up of the wage"),
        working.divide(worth, dispensed, performance, by),
        dispensed,
        by=by,
    )
    usual = _share_of(working, base, both, _RATE, by)
    return working.greatest(PER_DAY, usual, top_up, by=by)


def _compensation_factor(working: Working, performance: Figure, by: Article) -> Figure:
    over = working.subtract(
        Text("loonwaarde min de vaste aftrek", "work performance less the fixed deduction"),
        performance,
        working.parameter(_FIXED_DEDUCTION),
        by=by,
    )
    share = Text("deel van de loonwaarde", "share of the work performance")
    under = working.percentage(share, performance, working.parameter(_RATE), by)
    return working.divide(
        Text("compensatiefactor", "compensation factor"), over, under, by, Unit.RATIO
    )


def _a_day(working: Working, name: str, by: Article) -> Figure:
    label = Text("per dag", "per day")
    month = working.fact(name)
    return working.divide(label, month, plain(DAYS_IN_A_MONTH), by, Unit.EUROCENT_PER_DAY)

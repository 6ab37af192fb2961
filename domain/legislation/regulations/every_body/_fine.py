"""How high a fine is: by culpability, its maxima, and the ability to pay (Boetebesluit 2)."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Relation,
    Text,
    Unit,
    Working,
)
from domain.legislation.determination.working import plain
from domain.legislation.parameters import Parameter, parameter


class FineLaw(StrEnum):
    """Under which law the duty to inform was broken (Boetebesluit 1 onder q)."""

    WW = "ww"
    ZW = "zw"
    WIA = "wia"
    WAJONG_2010 = "wajong_2010"
    WAJONG_OTHER = "wajong_other"
    TOESLAGENWET = "toeslagenwet"
    AOW = "aow"
    ANW = "anw"
    AKW = "akw"
    PW = "pw"


FINE_LAWS = {
    FineLaw.WW: Text("Werkloosheidswet", "unemployment (WW)"),
    FineLaw.ZW: Text("Ziektewet", "sickness (ZW)"),
    FineLaw.WIA: Text("Wet WIA", "work incapacity (WIA)"),
    FineLaw.WAJONG_2010: Text("Wajong 2010", "Wajong 2010"),
    FineLaw.WAJONG_OTHER: Text("Wajong 2015 of oude Wajong", "Wajong 2015 or old Wajong"),
    FineLaw.TOESLAGENWET: Text("Toeslagenwet", "supplements (TW)"),
    FineLaw.AOW: Text("AOW", "old age pension (AOW)"),
    FineLaw.ANW: Text("Anw", "survivors (Anw)"),
    FineLaw.AKW: Text("kinderbijslag", "child benefit (AKW)"),
    FineLaw.PW: Text("Participatiewet", "social assistance (Pw)"),
}
ARTICLES = {
    FineLaw.WW: Article(Act.WW, "27a"),
    FineLaw.ZW: Article(Act.ZW, "45a"),
    FineLaw.WIA: Article(Act.WIA, "91"),
    FineLaw.WAJONG_2010: Article(Act.WAJONG, "2:69"),
    FineLaw.WAJONG_OTHER: Article(Act.WAJONG, "3:40"),
    FineLaw.TOESLAGENWET: Article(Act.TOESLAGENWET, "14a"),
    FineLaw.AOW: Article(Act.AOW, "17c"),
    FineLaw.ANW: Article(Act.ANW, "39"),
    FineLaw.AKW: Article(Act.AKW, "17a"),
    FineLaw.PW: Article(Act.PW, "18a"),
}


class Culpability(StrEnum):
    """How far somebody can be blamed (Boetebesluit 2, 2a)."""

    NONE = "none"
    REDUCED = "reduced"
    ORDINARY = "ordinary"
    GROSS_NEGLIGENCE = "gross_negligence"
    INTENT = "intent"


CULPABILITIES = {
    Culpability.NONE: Text("geen verwijtbaarheid", "not culpable"),
    Culpability.REDUCED: Text("verminderde verwijtbaarheid", "reduced culpability"),
    Culpability.ORDINARY: Text("gewone verwijtbaarheid", "ordinary culpability"),
    Culpability.GROSS_NEGLIGENCE: Text("grove schuld", "gross negligence"),
    Culpability.INTENT: Text("opzet", "intent"),
}

_SHARES = {
    Culpability.INTENT: parameter("boete_pct_opzet"),
    Culpability.GROSS_NEGLIGENCE: parameter("boete_pct_grove_schuld"),
    Culpability.ORDINARY: parameter("boete_pct_normaal"),
    Culpability.REDUCED: parameter("boete_pct_verminderd"),
}
_MONTHS = {
    Culpability.INTENT: parameter("boete_draagkracht_opzet"),
    Culpability.GROSS_NEGLIGENCE: parameter("boete_draagkracht_grove_schuld"),
    Culpability.ORDINARY: parameter("boete_draagkracht_normaal"),
    Culpability.REDUCED: parameter("boete_draagkracht_verminderd"),
}
_OF_THE_THIRD_CATEGORY = {
    Culpability.GROSS_NEGLIGENCE: Fraction(1),
    Culpability.ORDINARY: Fraction(50, 75),
    Culpability.REDUCED: Fraction(25, 75),
}
_ON_REPEAT = parameter("boete_recidive_pct")
_WITHOUT_OVERPAYMENT = parameter("boete_zonder_benadeling")
WARNING_UP_TO = parameter("boete_waarschuwing_tot")
_THIRD_CATEGORY = parameter("boetecategorie_derde")
_FIFTH_CATEGORY = parameter("boetecategorie_vijfde")
_THIRD_IN_THE_CODE = parameter("boetecategorie_derde_wettekst")
_FIFTH_IN_THE_CODE = parameter("boetecategorie_vijfde_wettekst")

BLAME = Article(Act.AWB, "5:41")
WARNING = Article(Act.BOETEBESLUIT, "2aa", "1")
_REPEAT = Article(Act.BOETEBESLUIT, "2", "6")
_MAXIMUM = Article(Act.BOETEBESLUIT, "2", "7")
_FITTING = Article(Act.BOETEBESLUIT, "2", "8")
_NOTHING_OVERPAID = Article(Act.BOETEBESLUIT, "2", "11")

CITED = (
    *(each.article for each in _SHARES.values()),
    _REPEAT,
    _MAXIMUM,
    _FITTING,
    _NOTHING_OVERPAID,
    WARNING,
    BLAME,
)
PARAMETERS: tuple[Parameter, ...] = (
    *_SHARES.values(),
    *_MONTHS.values(),
    _ON_REPEAT,
    _WITHOUT_OVERPAYMENT,
    WARNING_UP_TO,
    _THIRD_CATEGORY,
    _FIFTH_CATEGORY,
    _THIRD_IN_THE_CODE,
    _FIFTH_IN_THE_CODE,
)


def fine(working: Working, culpability: Culpability, by: Article) -> Figure:
    """The fine before the ability to pay; `by` is the law's own article with its maximum."""
    overpaid = working.fact("overpaid")
    something = working.compare(
        Text("er is te veel betaald", "something was overpaid"),
        overpaid,
        Relation.MORE,
        plain(0, Unit.EUROCENT),
        by,
    )
    match something:
        case Answer.NO:
            return working.parameter(_WITHOUT_OVERPAYMENT)
        case Answer.UNKNOWN:
            return working.without_value(overpaid)
        case Answer.YES:
            counted = _counted(working, overpaid)
            percent = _SHARES[culpability]
            share = Text("deel naar verwijtbaarheid", "share by culpability")
            taken = working.parameter(percent)
            by_share = working.percentage(share, counted, taken, percent.article)
            return _up_to_the_maximum(working, culpability, by_share)


def fitted_to_ability_to_pay(working: Working, culpability: Culpability, full: Figure) -> Figure:
    """Not more than the room above the protected amount over the months for the culpability."""
    over_months = Text("draagkracht over de maanden", "ability to pay over the months")
    ability = working.multiply(
        over_months,
        working.fact("room_per_month"),
        working.parameter(_MONTHS[culpability]),
        _FITTING,
        Unit.EUROCENT,
    )
    fitted = Text("boete naar draagkracht", "fine by ability to pay")
    return working.least(fitted, full, ability, by=_FITTING)


def _counted(working: Working, overpaid: Figure) -> Figure:
    match working.answer("repeated"):
        case Answer.NO:
            return overpaid
        case Answer.UNKNOWN:
            return working.without_value(overpaid)
        case Answer.YES:
            label = Text("benadelingsbedrag bij herhaling", "amount overpaid on a repeat")
            return working.percentage(label, overpaid, working.parameter(_ON_REPEAT), _REPEAT)


def _up_to_the_maximum(working: Working, culpability: Culpability, by_share: Figure) -> Figure:
    """The category of the year is asked for only when the fine is over what the Code itself says:
    the adjustments to prices (Sr 23 lid 9) have only raised that."""
    intent = culpability is Culpability.INTENT
    in_the_code = _FIFTH_IN_THE_CODE if intent else _THIRD_IN_THE_CODE
    under = working.compare(
        Text("de boete blijft onder het maximum van de wettekst", "under the Code's own maximum"),
        by_share,
        Relation.AT_MOST,
        _share_of(working, in_the_code, culpability),
        in_the_code.article,
    )
    match under:
        case Answer.YES:
            return by_share
        case Answer.UNKNOWN:
            return working.without_value(by_share)
        case Answer.NO:
            category = _FIFTH_CATEGORY if intent else _THIRD_CATEGORY
            maximum = _share_of(working, category, culpability)
            return working.least(_HIGHEST, by_share, maximum, by=_MAXIMUM)


def _share_of(working: Working, category: Parameter, culpability: Culpability) -> Figure:
    amount = working.parameter(category)
    part = _OF_THE_THIRD_CATEGORY.get(culpability, Fraction(1))
    if part == 1:
        return amount
    label = Text("deel van de derde categorie", "share of the third category")
    return working.multiply(label, amount, part, _MAXIMUM)


_HIGHEST = Text("niet hoger dan het maximum", "not over the maximum")

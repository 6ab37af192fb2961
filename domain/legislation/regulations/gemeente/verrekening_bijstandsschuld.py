"""Set-off of a debt with the assistance that is paid now (Participatiewet 58 lid 4, 60, 60a).

After a breach, and for its fine, the college must set off (60 lid 4); with other recovered
assistance, and with means received in the six months before, it may (60 lid 3, 58 lid 4). The
protected amount stays free (Awb 4:93 lid 4), unless the debtor withholds information (60 lid 6).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from domain.legislation.calendar import add_months, month_of
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Cents,
    Day,
    Determination,
    Facts,
    Figure,
    Period,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    plain,
)
from domain.legislation.parameters import parameter
from domain.vocabulary import Agency, Department, Scheme

_MONTHS_BACK = parameter("pw_verrekening_middelen")

_MEANS = Article(Act.PW, "58", "4")
_MAY = Article(Act.PW, "60", "3")
_MUST = Article(Act.PW, "60", "4")
_WITHOUT_PROTECTION = Article(Act.PW, "60", "6")
_PROTECTED = Article(Act.AWB, "4:93", "4")


class SetOffDebt(StrEnum):
    """What is set off."""

    BREACH = "breach"
    FINE = "fine"
    OTHER_RECOVERY = "other_recovery"
    MEANS_RECEIVED = "means_received"


class SetOffDuty(StrEnum):
    """Whether the college must set off or may."""

    MUST = "must"
    MAY = "may"


_DEBT_WORDS = {
    SetOffDebt.BREACH: Text(
        "bijstand na schending van de inlichtingenplicht", "assistance after a breach of duty"
    ),
    SetOffDebt.FINE: Text("bestuurlijke boete", "administrative fine"),
    SetOffDebt.OTHER_RECOVERY: Text("andere teruggevorderde bijstand", "other recovery"),
    SetOffDebt.MEANS_RECEIVED: Text("ontvangen middelen", "means received"),
}
_DUTY_OF = {
    SetOffDebt.BREACH: (SetOffDuty.MUST, _MUST),
    SetOffDebt.FINE: (SetOffDuty.MUST, _MUST),
    SetOffDebt.OTHER_RECOVERY: (SetOffDuty.MAY, _MAY),
    SetOffDebt.MEANS_RECEIVED: (SetOffDuty.MAY, _MEANS),
}
_DUTY_WORDS = {
    SetOffDuty.MUST: Text("het college verrekent", "the college sets off"),
    SetOffDuty.MAY: Text("het college mag verrekenen", "the college may set off"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VerrekeningFacts(Facts):
    """A debt to the municipality and the assistance that it pays the debtor."""

    debt_kind: Annotated[
        SetOffDebt | Unknown,
        About("wat wordt verrekend", "what is set off", words=_DEBT_WORDS),
    ] = UNKNOWN
    debt: Annotated[
        Cents, About("openstaand bedrag", "amount outstanding", Unit.EUROCENT, at_least=0)
    ] = UNKNOWN
    means_received_on: Annotated[
        Day, About("dag waarop de middelen zijn ontvangen", "day on which the means came in")
    ] = UNKNOWN
    receives_assistance: Annotated[
        YesNo, About("ontvangt algemene bijstand", "receives general assistance")
    ] = UNKNOWN
    paid_per_month: Annotated[
        Cents,
        About(
            "bijstand die per maand wordt betaald",
            "assistance paid a month",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    protected: Annotated[
        Cents,
        About(
            "beslagvrije voet voor deze bijstand",
            "protected amount for this assistance",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    withholds_information: Annotated[
        YesNo,
        About(
            "geeft de gevraagde inlichtingen voor de terugvordering niet",
            "does not give the information asked for the recovery",
        ),
    ] = UNKNOWN


def determine(facts: VerrekeningFacts, on: dt.date) -> Determination:
    """The most that can be set off per month, and whether it must be."""
    working = Working(ID, facts, on)
    kind = working.choice("debt_kind", SetOffDebt)
    working.require(_RECEIVES, working.answer("receives_assistance"), _MAY)
    debt = working.fact("debt")
    working.require_compared(_DEBT, debt, Relation.MORE, plain(0, Unit.EUROCENT), _MAY)
    if kind is SetOffDebt.MEANS_RECEIVED:
        _require_recent(working)
    room = _room(working)
    working.require_compared(
        _HAS_ROOM, room, Relation.MORE, plain(0, Unit.EUROCENT_PER_MONTH), _PROTECTED
    )
    if isinstance(kind, Unknown):
        return working.undetermined()
    duty, by = _DUTY_OF[kind]
    most = working.least(_MOST, room, debt, by=by)
    working.result("per_month", _MOST, working.rounded(_MOST, most, Rounding.TO_CENT, None))
    working.finding("duty", _DUTY, duty, _DUTY_WORDS[duty])
    return working.conclude(Period(*month_of(on)))


def _require_recent(working: Working) -> None:
    months = working.parameter(_MONTHS_BACK).value
    since: Day = UNKNOWN
    if not isinstance(months, Unknown):
        since = add_months(working.on, -int(months))
    working.require_days(
        Text("ontvangen in de zes maanden ervoor", "received in the six months before"),
        working.day("means_received_on"),
        Relation.AT_LEAST,
        since,
        _MEANS,
    )


def _room(working: Working) -> Figure:
    """What is paid above the protected amount; all of it while information is withheld."""
    paid = working.fact("paid_per_month")
    if paid.value == 0:
        return paid
    match working.answer("withholds_information"):
        case Answer.YES:
            working.note(_NOT_PROTECTED, _WITHOUT_PROTECTION)
            return paid
        case Answer.NO:
            less = working.subtract(_ROOM, paid, working.fact("protected"), by=_PROTECTED)
            return working.not_below_zero(_ROOM, less, _PROTECTED)
        case Answer.UNKNOWN:
            return working.without_value(paid)


ID = "verrekening_bijstandsschuld"

_RECEIVES = Text("ontvangt algemene bijstand", "receives general assistance")
_DEBT = Text("er is iets te verrekenen", "there is something to set off")
_HAS_ROOM = Text("er is ruimte boven de beslagvrije voet", "there is room above the protection")
_ROOM = Text("ruimte boven de beslagvrije voet", "room above the protected amount")
_MOST = Text("te verrekenen per maand, ten hoogste", "set off a month, at most")
_DUTY = Text("plicht of bevoegdheid", "duty or power")
_NOT_PROTECTED = Text(
    "zolang inlichtingen worden geweigerd, geldt de beslagvrije voet niet",
    "while information is withheld, the protected amount does not hold",
)

REGULATION = Regulation(
    id=ID,
    title=Text("Verrekening met de bijstand", "Set-off with assistance"),
    summary=Text(
        "Wat de gemeente per maand van de bijstand mag of moet inhouden voor een eigen vordering.",
        "What the municipality may or must withhold from assistance for a claim of its own.",
    ),
    articles=(_MEANS, _MAY, _MUST, _WITHOUT_PROTECTION, _PROTECTED),
    facts=VerrekeningFacts,
    determine=determine,
    parameters=(_MONTHS_BACK,),
    granted=Text("Verrekening met de bijstand kan", "Set-off with the assistance is possible"),
    refused=Text("Er wordt niet verrekend", "Nothing is set off"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.GEMEENTE, Department.WERK_EN_INKOMEN),),
    scheme=Scheme.BIJSTAND,
)

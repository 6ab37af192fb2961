"""Individual income supplement: for who has had a low income for long (Participatiewet 36).

The college may grant it, once in twelve months, to who is 21 up to the pension age, has no assets
above the limit and no prospect of a better income. How much it is, and what is long and low, the
municipality's ordinance says (8 lid 1 onder b).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.calendar import add_months, birthday
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
    Period,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    not_,
    plain,
)
from domain.legislation.parameters import parameter
from domain.legislation.pension_age import PENSION_AGE
from domain.legislation.regulations.gemeente._household import (
    ADULT_NORM_FROM_AGE,
    PENSION,
    is_pensioner,
)
from domain.legislation.regulations.gemeente._norm_parts import APPLICANT
from domain.vocabulary import Agency, Department

_WAIT = parameter("pw_iit_wachttijd")

_WHO = Article(Act.PW, "36", "1")
_CIRCUMSTANCES = Article(Act.PW, "36", "2")
_ONCE_A_YEAR = Article(Act.PW, "36", "3")
_ORDINANCE = Article(Act.PW, "8", "1 onder b")


@dataclass(frozen=True, slots=True, kw_only=True)
class InkomenstoeslagFacts(Facts):
    """An application for the supplement, and what the ordinance and the college say of it."""

    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN
    applied: Annotated[Day, About("dag van de aanvraag", "day of the application")] = UNKNOWN
    long_low_income: Annotated[
        YesNo,
        About(
            "heeft volgens de verordening langdurig een laag inkomen",
            "has had a low income for long by the ordinance",
        ),
    ] = UNKNOWN
    assets_above_limit: Annotated[
        Cents,
        About("vermogen boven de grens", "assets above the limit", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN
    prospect: Annotated[
        YesNo,
        About("heeft uitzicht op inkomensverbetering", "has a prospect of a better income"),
    ] = UNKNOWN
    granted_before: Annotated[YesNo, About("is eerder verleend", "has been granted before")] = (
        UNKNOWN
    )
    last_granted: Annotated[Day, About("dag van de vorige verlening", "day of the last grant")] = (
        UNKNOWN
    )
    ordinance_amount: Annotated[
        Cents,
        About(
            "bedrag volgens de verordening", "amount by the ordinance", Unit.EUROCENT, at_least=0
        ),
    ] = UNKNOWN


def determine(facts: InkomenstoeslagFacts, on: dt.date) -> Determination:
    """The amount of the ordinance, for who meets the conditions of the law."""
    working = Working(ID, facts, on)
    born = working.day("born")
    who = APPLICANT.words
    adult_from = birthday(born, ADULT_NORM_FROM_AGE)
    working.require_days(
        Text("21 jaar of ouder", "21 or older"), adult_from, Relation.AT_MOST, on, _WHO
    )
    working.require(_BELOW_PENSION_AGE, not_(is_pensioner(working, who, born)), _WHO)
    working.require(_LOW, working.answer("long_low_income"), _WHO)
    assets = working.fact("assets_above_limit")
    working.require_compared(_NO_ASSETS, assets, Relation.AT_MOST, _ZERO, _WHO)
    working.require(_NO_PROSPECT, not_(working.answer("prospect")), _CIRCUMSTANCES)
    working.require(_NOT_LATELY, _not_granted_lately(working), _ONCE_A_YEAR)
    amount = working.fact("ordinance_amount")
    working.result("amount", _AMOUNT, working.rounded(_AMOUNT, amount, Rounding.TO_CENT, None))
    working.note(_MAY, _WHO)
    return working.conclude(Period(on))


def _not_granted_lately(working: Working) -> Answer:
    match working.answer("granted_before"):
        case Answer.NO:
            return Answer.YES
        case Answer.UNKNOWN:
            return Answer.UNKNOWN
    months = working.parameter(_WAIT).value
    last, applied = working.day("last_granted"), working.day("applied")
    again: Day = UNKNOWN
    if not isinstance(months, Unknown) and not isinstance(last, Unknown):
        again = add_months(last, int(months))
    return working.compare_days(_WAITED, applied, Relation.AT_LEAST, again, _ONCE_A_YEAR)


_ZERO = plain(0, Unit.EUROCENT)

ID = "individuele_inkomenstoeslag"

_AMOUNT = Text("individuele inkomenstoeslag", "individual income supplement")
_BELOW_PENSION_AGE = Text(
    "jonger dan de pensioengerechtigde leeftijd", "younger than the pension age"
)
_LOW = Text("langdurig een laag inkomen", "a low income for long")
_NO_ASSETS = Text("geen vermogen boven de grens", "no assets above the limit")
_NO_PROSPECT = Text("geen uitzicht op inkomensverbetering", "no prospect of a better income")
_NOT_LATELY = Text(
    "niet verleend in de twaalf maanden ervoor", "not granted in the twelve months before"
)
_WAITED = Text("twaalf maanden na de vorige", "twelve months after the last")
_MAY = Text("het college kan de toeslag verlenen", "the college may grant the supplement")

REGULATION = Regulation(
    id=ID,
    title=Text("Individuele inkomenstoeslag", "Individual income supplement"),
    summary=Text(
        "Jaarlijkse toeslag van de gemeente voor wie langdurig een laag inkomen heeft.",
        "A yearly supplement of the municipality for who has had a low income for long.",
    ),
    articles=(_WHO, PENSION, _CIRCUMSTANCES, _ONCE_A_YEAR, _ORDINANCE),
    facts=InkomenstoeslagFacts,
    determine=determine,
    parameters=(_WAIT, PENSION_AGE),
    granted=Text(
        "De individuele inkomenstoeslag kan worden verleend",
        "The individual income supplement can be granted",
    ),
    refused=Text(
        "De individuele inkomenstoeslag kan niet worden verleend",
        "The individual income supplement cannot be granted",
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.GEMEENTE, Department.WERK_EN_INKOMEN),),
)

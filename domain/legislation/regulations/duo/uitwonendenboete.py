"""The fine for a grant for living away that was not met (Wsf 9.9, 9.9a).

At most half of what is recovered, the whole of it for a second breach after a final fine. It is a
may-clause: how much is fit is weighed case by case (Awb 5:46), and without blame there is no fine
(Awb 5:41).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Cents,
    Determination,
    Facts,
    Figure,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Working,
    YesNo,
    not_,
    plain,
)
from domain.legislation.parameters import parameter
from domain.vocabulary import Agency, Scheme

_FIRST = parameter("duo_boete_uitwonend_eerste")
_SECOND = parameter("duo_boete_uitwonend_tweede")

_FIRST_BREACH = Article(Act.WSF_2000, "9.9", "1")
_SECOND_BREACH = Article(Act.WSF_2000, "9.9a", "1")
_NO_BLAME = Article(Act.AWB, "5:41")
_FIT = Article(Act.AWB, "5:46", "2")
_HARDSHIP = Article(Act.WSF_2000, "11.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class UitwonendenboeteFacts(Facts):
    """One student whose grant for living away is revised."""

    lived_away: Annotated[
        YesNo,
        About(
            "voldeed aan de verplichtingen van een uitwonende student",
            "met the duties of a student who lives away",
        ),
    ] = UNKNOWN
    to_blame: Annotated[
        YesNo, About("de overtreding is verwijtbaar", "the breach is to be blamed")
    ] = UNKNOWN
    recovered: Annotated[
        Cents,
        About(
            "bedrag dat daardoor wordt teruggevorderd",
            "amount recovered because of it",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    fined_before: Annotated[
        YesNo,
        About("een eerdere boete is onherroepelijk", "an earlier fine has become final"),
    ] = UNKNOWN


def determine(facts: UitwonendenboeteFacts, on: dt.date) -> Determination:
    """The highest fine that may be imposed, in euro cents."""
    working = Working(ID, facts, on)
    working.require(_BREACH, not_(working.answer("lived_away")), _FIRST_BREACH)
    working.require(_BLAME, working.answer("to_blame"), _NO_BLAME)
    recovered = working.fact("recovered")
    nothing = plain(0, Unit.EUROCENT)
    working.require_compared(_RECOVERED, recovered, Relation.MORE, nothing, _FIRST_BREACH)
    highest = working.rounded(_HIGHEST, _highest(working, recovered), Rounding.TO_CENT, None)
    working.result("highest_fine", _HIGHEST, highest)
    working.note(_WEIGHED, _FIT)
    working.note(_MAY_DEVIATE, _HARDSHIP)
    return working.conclude()


def _highest(working: Working, recovered: Figure) -> Figure:
    match working.answer("fined_before"):
        case Answer.YES:
            share = working.parameter(_SECOND)
            return working.percentage(_HIGHEST, recovered, share, _SECOND_BREACH)
        case Answer.NO:
            share = working.parameter(_FIRST)
            return working.percentage(_HIGHEST, recovered, share, _FIRST_BREACH)
        case Answer.UNKNOWN:
            return working.without_value(recovered)


ID = "uitwonendenboete"

_BREACH = Text("niet voldaan aan de verplichtingen", "the duties were not met")
_BLAME = Text("verwijtbaar", "to be blamed")
_RECOVERED = Text("er wordt iets teruggevorderd", "something is recovered")
_HIGHEST = Text("hoogste boete", "highest fine")
_WEIGHED = Text(
    "de hoogte wordt afgestemd op ernst, verwijt en omstandigheden",
    "the height is fitted to the gravity, the blame and the circumstances",
)
_MAY_DEVIATE = Text(
    "voor een onbillijkheid van overwegende aard kan de minister afwijken",
    "for what is grossly unfair the minister may deviate",
)

REGULATION = Regulation(
    id=ID,
    title=Text("Boete uitwonendenbeurs", "Fine for a grant for living away"),
    summary=Text(
        "Hoeveel boete DUO ten hoogste kan opleggen als een student niet uitwonend was.",
        "How high a fine DUO may impose when a student did not live away.",
    ),
    articles=(_FIRST_BREACH, _SECOND_BREACH, _NO_BLAME, _FIT, _HARDSHIP),
    facts=UitwonendenboeteFacts,
    determine=determine,
    parameters=(_FIRST, _SECOND),
    granted=Text("Er kan een boete worden opgelegd", "A fine may be imposed"),
    refused=Text("Er kan geen boete worden opgelegd", "No fine may be imposed"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.DUO),),
    scheme=Scheme.STUDENT_FINANCE,
)

"""The facts that a penalty for a late decision is determined on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Cents,
    Day,
    Facts,
    Number,
    Text,
    Unit,
    Unknown,
    YesNo,
)


class PenaltyRegime(StrEnum):
    """Whose decision is late."""

    GENERAL = "general"
    ALLOWANCE_AWARD = "allowance_award"
    OTHER_OF_TOESLAGEN = "other_of_toeslagen"


_REGIME_WORDS = {
    PenaltyRegime.GENERAL: Text("beschikking op een aanvraag", "decision on an application"),
    PenaltyRegime.ALLOWANCE_AWARD: Text(
        "toekenning van een toeslag, of bezwaar daartegen",
        "award of an allowance, or an objection to it",
    ),
    PenaltyRegime.OTHER_OF_TOESLAGEN: Text(
        "andere beschikking van de Dienst Toeslagen", "other decision of Dienst Toeslagen"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DwangsomFacts(Facts):
    """One decision, on an application or an objection, that was not taken in time."""

    regime: Annotated[
        PenaltyRegime | Unknown,
        About("soort beschikking", "kind of decision", words=_REGIME_WORDS),
    ] = UNKNOWN
    decide_by: Annotated[Day, About("laatste dag om te beslissen", "last day to decide")] = UNKNOWN
    notice_received: Annotated[
        Day,
        About(
            "dag van ontvangst van de schriftelijke ingebrekestelling",
            "day on which the written notice of default was received",
        ),
    ] = UNKNOWN
    unreasonably_late: Annotated[
        YesNo,
        About(
            "het orgaan is onredelijk laat in gebreke gesteld",
            "the body was given notice unreasonably late",
        ),
    ] = UNKNOWN
    interested_party: Annotated[
        YesNo, About("de aanvrager is belanghebbende", "the applicant is an interested party")
    ] = UNKNOWN
    evidently_unfounded: Annotated[
        YesNo,
        About(
            "de aanvraag is kennelijk niet-ontvankelijk of ongegrond",
            "the application is evidently inadmissible or unfounded",
        ),
    ] = UNKNOWN
    decided: Annotated[YesNo, About("er is beslist", "a decision has been taken")] = UNKNOWN
    decided_on: Annotated[Day, About("dag van de beslissing", "day of the decision")] = UNKNOWN
    applicants: Annotated[Number, About("aanvragers", "applicants", Unit.PERSONS, at_least=1)] = (
        UNKNOWN
    )
    award_difference: Annotated[
        Cents,
        About(
            "na te betalen of terug te vorderen bedrag van de toeslag",
            "amount of the allowance to be paid or reclaimed",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN

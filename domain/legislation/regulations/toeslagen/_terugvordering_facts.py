"""The facts of a recovery of allowances: the decision, what was paid, and what was due."""

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
    Text,
    Unit,
    Unknown,
    YesNo,
)


class Decision(StrEnum):
    """The decision that leads to the recovery."""

    AWARD = "award"
    REVISED_AWARD = "revised_award"
    REVISED_ADVANCE = "revised_advance"


class Cause(StrEnum):
    """What the decision follows from."""

    OWN_REQUEST = "own_request"
    OWN_DATA = "own_data"
    INCOME_ONLY = "income_only"
    OTHER = "other"


_DECISIONS = {
    Decision.AWARD: Text("toekenning met verrekening van voorschotten", "award less the advances"),
    Decision.REVISED_AWARD: Text("herziening van de toekenning", "revision of the award"),
    Decision.REVISED_ADVANCE: Text("herziening van een voorschot", "revision of an advance"),
}

_CAUSES = {
    Cause.OWN_REQUEST: Text(
        "een verzoek waaraan volledig is tegemoetgekomen", "a request that was met in full"
    ),
    Cause.OWN_DATA: Text("zelf aangeleverde gegevens", "data the person gave"),
    Cause.INCOME_ONLY: Text("alleen het inkomensgegeven", "the income figure alone"),
    Cause.OTHER: Text("iets anders", "something else"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TerugvorderingFacts(Facts):
    """One allowance over one year, and the decision that recovers what was paid too much."""

    decision: Annotated[
        Decision | Unknown,
        About("soort beschikking", "kind of decision", words=_DECISIONS),
    ] = UNKNOWN
    decision_date: Annotated[
        Day,
        About(
            "dagtekening van de beschikking tot terugvordering",
            "date of the decision to recover",
        ),
    ] = UNKNOWN
    paid: Annotated[
        Cents,
        About("uitbetaald over het jaar", "paid out over the year", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN
    right: Annotated[
        Cents,
        About(
            "waarop recht bestaat over het jaar",
            "due over the year",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    disproportionate: Annotated[
        YesNo,
        About(
            "volledige terugvordering is onevenredig bevonden",
            "full recovery was found disproportionate",
        ),
    ] = UNKNOWN
    reduction: Annotated[
        Cents,
        About(
            "deel dat daarom niet wordt teruggevorderd",
            "part that is not recovered for that reason",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    due_at_once: Annotated[
        YesNo,
        About(
            "de vordering is terstond opeisbaar (faillissement, schuldsanering, beslag, vertrek)",
            "the claim is due at once (bankruptcy, debt restructuring, attachment, departure)",
        ),
    ] = UNKNOWN
    cause: Annotated[
        Cause | Unknown,
        About("waaruit de beschikking volgt", "what the decision follows from", words=_CAUSES),
    ] = UNKNOWN
    other_recoveries: Annotated[
        Cents,
        About(
            "andere terugvorderingen over hetzelfde jaar",
            "other recoveries over the same year",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    possibly_disproportionate: Annotated[
        YesNo,
        About(
            "de gevolgen zijn mogelijk onevenredig",
            "the consequences may be disproportionate",
        ),
    ] = UNKNOWN

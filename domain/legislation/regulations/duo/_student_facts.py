"""The facts that student finance is determined on."""

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


class Education(StrEnum):
    """The kind of education that student finance is given for."""

    VOCATIONAL = "vocational"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """A parent whose income counts for the supplementary grant."""

    income: Annotated[
        Cents,
        About(
            "toetsingsinkomen twee jaar geleden",
            "test income two years ago",
            Unit.EUROCENT_PER_YEAR,
        ),
    ] = UNKNOWN
    without_partner: Annotated[YesNo, About("had toen geen partner", "had no partner then")] = (
        UNKNOWN
    )
    only_parent: Annotated[
        YesNo,
        About(
            "de andere ouder is overleden of onbekend", "the other parent has died or is unknown"
        ),
    ] = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class StudiefinancieringFacts(Facts):
    """One student in the month of the day asked, as things stand on its first day."""

    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN
    dutch_or_equal: Annotated[
        YesNo,
        About(
            "heeft de Nederlandse nationaliteit of is gelijkgesteld",
            "is Dutch or treated as such",
        ),
    ] = UNKNOWN
    education: Annotated[
        Education | Unknown,
        About(
            "soort onderwijs",
            "kind of education",
            words={
                Education.VOCATIONAL: Text("beroepsonderwijs", "vocational education"),
                Education.HIGHER: Text("hoger onderwijs", "higher education"),
            },
        ),
    ] = UNKNOWN
    enrolled: Annotated[
        YesNo,
        About(
            "is ingeschreven voor een voltijdse erkende opleiding",
            "is enrolled for a full-time recognised course",
        ),
    ] = UNKNOWN
    grant_months_left: Annotated[
        YesNo,
        About("heeft nog maanden met recht op een beurs", "has months with a grant left"),
    ] = UNKNOWN
    received_without_break: Annotated[
        YesNo,
        About(
            "ontvangt sinds vóór de leeftijdsgrens zonder onderbreking studiefinanciering",
            "has had student finance without a break since before the age limit",
        ),
    ] = UNKNOWN
    lives_away: Annotated[YesNo, About("is uitwonend", "lives away from the parents")] = UNKNOWN
    asks_supplementary_grant: Annotated[
        YesNo,
        About("vraagt een aanvullende beurs", "asks for a supplementary grant"),
    ] = UNKNOWN
    parents: Annotated[
        tuple[Parent, ...] | Unknown,
        About("ouders van wie het inkomen meetelt", "parents whose income counts", Unit.PERSONS),
    ] = UNKNOWN

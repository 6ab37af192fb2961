"""The facts of the kinderopvangtoeslag: the parents, their occupations, and the care per child."""

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


class Occupation(StrEnum):
    """What a parent or partner does, as Wko 1.6 counts it."""

    WORK = "work"
    PARTNERS_BUSINESS = "partners_business"
    WORKED_UNTIL_RECENTLY = "worked_until_recently"
    TRAJECTORY = "trajectory"
    INTEGRATION_COURSE = "integration_course"
    STUDY = "study"
    LONG_TERM_CARE = "long_term_care"
    DETENTION = "detention"
    NONE = "none"


class Care(StrEnum):
    """The kinds of childcare (Besluit kinderopvangtoeslag 4)."""

    DAY_CARE = "day_care"
    OUT_OF_SCHOOL = "out_of_school"
    CHILDMINDER = "childminder"


OCCUPATIONS = {
    Occupation.WORK: Text("werkt", "works"),
    Occupation.PARTNERS_BUSINESS: Text(
        "werkt onbetaald mee in de onderneming van de partner",
        "works without pay in the partner's business",
    ),
    Occupation.WORKED_UNTIL_RECENTLY: Text(
        "is korter dan drie maanden geleden gestopt met werken",
        "stopped working less than three months ago",
    ),
    Occupation.TRAJECTORY: Text("volgt een traject naar werk", "is on a trajectory to work"),
    Occupation.INTEGRATION_COURSE: Text("volgt een inburgeringscursus", "follows integration"),
    Occupation.STUDY: Text("volgt een opleiding", "studies"),
    Occupation.LONG_TERM_CARE: Text(
        "heeft recht op zorg uit de Wet langdurige zorg", "has a right to long-term care"
    ),
    Occupation.DETENTION: Text("zit langer dan drie maanden vast", "is detained over three months"),
    Occupation.NONE: Text("geen van deze", "none of these"),
}

CARES = {
    Care.DAY_CARE: Text("dagopvang", "day care"),
    Care.OUT_OF_SCHOOL: Text("buitenschoolse opvang", "out-of-school care"),
    Care.CHILDMINDER: Text("gastouderopvang", "childminding"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildInCare:
    """One child in the month of the day asked, in one kind of care."""

    care: Annotated[Care | Unknown, About("soort opvang", "kind of care", words=CARES)] = UNKNOWN
    registered: Annotated[
        YesNo,
        About(
            "de opvang staat in het Landelijk Register Kinderopvang",
            "the care is in the national childcare register",
        ),
    ] = UNKNOWN
    own_child: Annotated[
        YesNo,
        About(
            "wordt onderhouden en staat ingeschreven op het woonadres",
            "is maintained and registered at the home address",
        ),
    ] = UNKNOWN
    in_secondary_school: Annotated[
        YesNo, About("zit op het voortgezet onderwijs", "is in secondary school")
    ] = UNKNOWN
    hours: Annotated[
        Number, About("uren opvang in de maand", "hours of care in the month", Unit.HOURS, 0)
    ] = UNKNOWN
    price: Annotated[
        Cents, About("uurprijs", "price an hour", Unit.EUROCENT_PER_HOUR, at_least=0)
    ] = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class KinderopvangtoeslagFacts(Facts):
    """A parent in the month of the day asked, with the incomes of the whole year."""

    lawful_residence: Annotated[
        YesNo, About("is Nederlander of verblijft rechtmatig", "is Dutch or resides lawfully")
    ] = UNKNOWN
    applied: Annotated[Day, About("dag van de aanvraag", "day of the application")] = UNKNOWN
    occupation: Annotated[
        Occupation | Unknown, About("wat de ouder doet", "what the parent does", words=OCCUPATIONS)
    ] = UNKNOWN
    has_partner: Annotated[YesNo, About("heeft een toeslagpartner", "has an allowance partner")] = (
        UNKNOWN
    )
    partner_lawful_residence: Annotated[
        YesNo,
        About(
            "de partner is Nederlander of verblijft rechtmatig",
            "the partner is Dutch or resides lawfully",
        ),
    ] = UNKNOWN
    partner_lives_in_europe: Annotated[
        YesNo,
        About(
            "de partner woont in Nederland, een andere lidstaat of Zwitserland",
            "the partner lives in the Netherlands, another member state or Switzerland",
        ),
    ] = UNKNOWN
    partner_occupation: Annotated[
        Occupation | Unknown,
        About("wat de partner doet", "what the partner does", words=OCCUPATIONS),
    ] = UNKNOWN
    partner_is_family: Annotated[
        YesNo,
        About(
            "de partner is familie en alleen door een samengesteld gezin partner",
            "the partner is family, and a partner by a composite family only",
        ),
    ] = UNKNOWN
    income: Annotated[Cents, About("toetsingsinkomen", "test income", Unit.EUROCENT_PER_YEAR)] = (
        UNKNOWN
    )
    partner_income: Annotated[
        Cents,
        About("toetsingsinkomen van de partner", "partner's test income", Unit.EUROCENT_PER_YEAR),
    ] = UNKNOWN
    children: Annotated[
        tuple[ChildInCare, ...] | Unknown,
        About("kinderen in de opvang", "children in care", Unit.PERSONS),
    ] = UNKNOWN

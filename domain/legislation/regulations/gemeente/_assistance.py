"""The facts of somebody who asks for general assistance, beside the household and the means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from domain.legislation.determination import UNKNOWN, About, Day, YesNo
from domain.legislation.regulations.gemeente._means import MeansFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class BijstandFacts(MeansFacts):
    """An application for general assistance, and what could shut it out."""

    lawful_residence: Annotated[
        YesNo,
        About(
            "woont in Nederland en is Nederlander of daarmee gelijkgesteld",
            "lives in the Netherlands and is Dutch or counts as such",
        ),
    ] = UNKNOWN
    lives_in_municipality: Annotated[
        YesNo, About("heeft woonplaats in de gemeente", "has residence in the municipality")
    ] = UNKNOWN
    detained: Annotated[
        YesNo,
        About(
            "is rechtens van de vrijheid beroofd, anders dan in de gevallen van Pw 13 lid 3",
            "is lawfully deprived of liberty, other than in the cases of Pw 13(3)",
        ),
    ] = UNKNOWN
    abroad_too_long: Annotated[
        YesNo,
        About("verblijft langer buiten Nederland dan mag", "stays abroad longer than is allowed"),
    ] = UNKNOWN
    otherwise_excluded: Annotated[
        YesNo,
        About(
            "is om een andere reden uitgesloten (staking, dienstplicht, onttrekking, uitreis, "
            "onbetaald verlof)",
            "is excluded for another reason (strike, military service, evasion, leaving to join "
            "an organisation, unpaid leave)",
        ),
    ] = UNKNOWN
    excluded_by_education: Annotated[
        YesNo,
        About(
            "kan onderwijs volgen met studiefinanciering, of volgt onderwijs zonder dat niet",
            "can be in education with student finance, or is not in education without it",
        ),
    ] = UNKNOWN
    refuses_duties: Annotated[
        YesNo,
        About(
            "wil ondubbelzinnig de verplichtingen niet nakomen",
            "unmistakably does not want to meet the obligations",
        ),
    ] = UNKNOWN
    other_provision: Annotated[
        YesNo,
        About(
            "kan een beroep doen op een toereikende en passende voorliggende voorziening",
            "can turn to a sufficient and fitting provision that comes first",
        ),
    ] = UNKNOWN
    reported: Annotated[
        Day, About("dag van de melding", "day of the report to ask for assistance")
    ] = UNKNOWN
    applied: Annotated[Day, About("dag van de aanvraag", "day of the application")] = UNKNOWN
    right_arose: Annotated[
        Day, About("dag waarop het recht ontstond", "day on which the right arose")
    ] = UNKNOWN
    starts_at_application: Annotated[
        YesNo,
        About(
            "het college laat de bijstand pas ingaan op de aanvraag, die verwijtbaar laat kwam",
            "the college lets the assistance start at the application, which came late by fault",
        ),
    ] = UNKNOWN
    earlier_start_needed: Annotated[
        YesNo,
        About(
            "individuele omstandigheden noodzaken tot ingang vóór de melding",
            "individual circumstances require a start before the report",
        ),
    ] = UNKNOWN
    search_period_exempt: Annotated[
        YesNo,
        About(
            "de zoektermijn geldt niet: praktijkonderwijs, speciaal onderwijs, urenbeperkt of "
            "loonkostensubsidie",
            "no search period: practical or special education, limited hours or a wage subsidy",
        ),
    ] = UNKNOWN
    search_period_waived: Annotated[
        YesNo,
        About(
            "het college neemt de aanvraag al voor het einde van de zoektermijn in behandeling",
            "the college handles the application before the search period ends",
        ),
    ] = UNKNOWN

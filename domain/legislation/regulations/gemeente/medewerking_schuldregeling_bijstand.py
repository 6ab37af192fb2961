"""Cooperation of the college with a debt arrangement for recovered assistance (Pw 60c).

It may not cooperate in remitting a debt that arose by intent or gross fault in the duty to inform
and was fined, or for which the police was told.
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
    Determination,
    Facts,
    Period,
    Regulation,
    Text,
    Working,
    YesNo,
    any_of,
    not_,
)
from domain.vocabulary import Agency, Department, Scheme

_NO_COOPERATION = Article(Act.PW, "60c")


@dataclass(frozen=True, slots=True, kw_only=True)
class MedewerkingFacts(Facts):
    """A claim for assistance in a debt arrangement that remits it in whole or in part."""

    breach: Annotated[
        YesNo,
        About(
            "ontstaan door schending van de inlichtingenplicht",
            "arose by a breach of the duty to inform",
        ),
    ] = UNKNOWN
    intent_or_gross_fault: Annotated[
        YesNo, About("met opzet of grove schuld", "by intent or gross fault")
    ] = UNKNOWN
    fined_or_reported: Annotated[
        YesNo,
        About(
            "er is een boete opgelegd of aangifte gedaan",
            "a fine was imposed or the police was told",
        ),
    ] = UNKNOWN


def determine(facts: MedewerkingFacts, on: dt.date) -> Determination:
    """Whether the college may cooperate with an arrangement that remits this claim."""
    working = Working(ID, facts, on)
    free: list[Answer] = []
    for fact in ("breach", "intent_or_gross_fault", "fined_or_reported"):
        free.append(not_(working.answer(fact)))
        if free[-1] is Answer.YES:
            break
    working.require(_FREE, any_of(*free), _NO_COOPERATION)
    return working.conclude(Period(on))


ID = "medewerking_schuldregeling_bijstand"

_FREE = Text(
    "geen opzet of grove schuld met boete of aangifte",
    "no intent or gross fault with a fine or a report to the police",
)

REGULATION = Regulation(
    id=ID,
    title=Text(
        "Medewerking aan een schuldregeling voor bijstand",
        "Cooperation with a debt arrangement for assistance",
    ),
    summary=Text(
        "Of de gemeente mag meewerken aan een schuldregeling die teruggevorderde bijstand "
        "kwijtscheldt.",
        "Whether the municipality may cooperate with an arrangement that remits recovered "
        "assistance.",
    ),
    articles=(_NO_COOPERATION,),
    facts=MedewerkingFacts,
    determine=determine,
    parameters=(),
    granted=Text(
        "Het college mag meewerken aan een schuldregeling",
        "The college may cooperate with a debt arrangement",
    ),
    refused=Text(
        "Het college werkt niet mee aan een schuldregeling",
        "The college does not cooperate with a debt arrangement",
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.GEMEENTE, Department.WERK_EN_INKOMEN),),
    scheme=Scheme.BIJSTAND,
)

"""The facts of municipal debt counselling, and the steps it can be in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Day,
    Facts,
    Text,
    Unknown,
    YesNo,
)


class Threat(StrEnum):
    """What threatens: any of them makes the situation a threatening one."""

    NONE = "none"
    EVICTION = "eviction"
    ENERGY_OR_WATER = "energy_or_water"
    HEALTH_INSURANCE = "health_insurance"


THREAT_WORDS = {
    Threat.NONE: Text("geen", "none"),
    Threat.EVICTION: Text("gedwongen woningontruiming", "forced eviction"),
    Threat.ENERGY_OR_WATER: Text(
        "beëindiging van gas, elektriciteit, stadsverwarming of water",
        "the end of gas, electricity, district heating or water",
    ),
    Threat.HEALTH_INSURANCE: Text(
        "opzegging of ontbinding van de zorgverzekering", "the end of health insurance"
    ),
}


class Step(StrEnum):
    """What the municipality is to do now."""

    FIRST_TALK = "first_talk"
    DECISION = "decision"
    NONE = "none"


STEP_WORDS = {
    Step.FIRST_TALK: Text("het eerste gesprek", "the first talk"),
    Step.DECISION: Text(
        "de beschikking: plan van aanpak of weigering", "the decision: a plan or a refusal"
    ),
    Step.NONE: Text(
        "geen beschikking, de inwoner ziet er in het gesprek van af",
        "no decision, the resident gives it up in the talk",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SchuldhulpverleningFacts(Facts):
    """One person who asks for help, or accepted the offer that followed a signal of arrears."""

    resident: Annotated[
        YesNo, About("is als ingezetene ingeschreven in de gemeente", "is a registered resident")
    ] = UNKNOWN
    special_circumstances: Annotated[
        YesNo,
        About(
            "het college helpt ook zonder inschrijving, in bijzondere omstandigheden",
            "the municipality helps without registration too, in special circumstances",
        ),
    ] = UNKNOWN
    lawful_residence: Annotated[
        YesNo,
        About(
            "is Nederlander of verblijft rechtmatig (Vw 2000 8 onder a-e of l)",
            "is Dutch or resides lawfully (Vw 2000 8 onder a-e or l)",
        ),
    ] = UNKNOWN
    cannot_pay: Annotated[
        YesNo,
        About(
            "kan naar verwachting zijn schulden niet blijven betalen of is daarmee gestopt",
            "is expected to be unable to go on paying debts, or has stopped",
        ),
    ] = UNKNOWN
    came_in_on: Annotated[
        Day,
        About(
            "dag van de hulpvraag, of van het signaal waarvan het aanbod is aanvaard",
            "day of the request, or of the signal whose offer was accepted",
        ),
    ] = UNKNOWN
    threat: Annotated[Threat | Unknown, About("dreiging", "threat", words=THREAT_WORDS)] = UNKNOWN
    first_talk_held: Annotated[
        YesNo, About("het eerste gesprek is gehouden", "the first talk was held")
    ] = UNKNOWN
    first_talk_on: Annotated[Day, About("dag van het eerste gesprek", "day of the first talk")] = (
        UNKNOWN
    )
    gives_up: Annotated[
        YesNo,
        About(
            "ziet in het eerste gesprek af van verdere hulp",
            "gives up further help in the first talk",
        ),
    ] = UNKNOWN

"""What comes in over the line, besides the case file: checked here, all problems together."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import AfterValidator, Field

from domain.decisions import Opinion, VoteKind
from domain.plan import PlanOutcome
from services.api.models import Message
from services.plans.provisions import ProvisionUnreadable, parse_provision

MOST_CENTS = 100_000_000_00
"""More than any household's amount: what is larger was mistyped."""


class Sluiting(Message):
    """Closing a plan: how it ended, and why."""

    uitkomst: PlanOutcome
    reden: str = Field(min_length=1, max_length=2000)


class Zoekvraag(Message):
    """Whose open plan is looked for. A BSN goes in the body, never in a URL."""

    burgerservicenummer: str = Field(pattern=r"^[0-9]{9}$")


def _readable(text: str) -> str:
    try:
        parse_provision(text)
    except ProvisionUnreadable as error:
        raise ValueError(str(error)) from error
    return text


class Stem(Message):
    """A liaison's vote. `grondslag` names provisions as jurists write them ("Awir 26 lid 2")."""

    soort: VoteKind
    motivering: str = Field(max_length=4000)
    grondslag: list[Annotated[str, AfterValidator(_readable)]] = Field(max_length=20)
    voorwaarden: list[Annotated[str, Field(max_length=1000)]] = Field(
        default_factory=list, max_length=10
    )
    optie: str | None = None
    ronde: int | None = Field(default=None, ge=1)
    stem_id: str | None = Field(default=None, pattern=r"^[A-Za-z0-9-]{4,64}$")


class Wijziging(Message):
    """What becomes of one measure: left out, or with another amount (euro cents) or other days."""

    maatregel_id: str
    weglaten: bool = False
    bedrag_centen: int | None = Field(default=None, ge=0, le=MOST_CENTS)
    vanaf: dt.date | None = None
    tot: dt.date | None = None


class Tegenvoorstel(Message):
    """A counter-proposal: an option of the decision, with these changes."""

    optie: str | None = None
    wijzigingen: list[Wijziging] = Field(min_length=1, max_length=50)
    motivering: str = Field(max_length=4000)


Uitleg = Annotated[str, Field(max_length=4000)]


class Weging(Message):
    """The balance of interests (Awb 3:4, 4:84). Whatever says too little is told together."""

    doel_van_de_regel: Uitleg = ""
    gevolg_voor_huishouden: Uitleg = ""
    alternatieven: Uitleg = ""
    derden: Uitleg = ""
    bijzondere_omstandigheden: Uitleg = ""
    legitimiteit: Uitleg = ""
    betrokkenheid: Uitleg = ""
    rendement: Uitleg = ""
    schade_per_maand_centen: int | None = Field(default=None, ge=0, le=MOST_CENTS)
    dagen_tot_schade: int | None = Field(default=None, ge=0, le=3660)


class Beoordeling(Message):
    """A colleague's opinion, with reasons."""

    oordeel: Opinion
    motivering: Uitleg

"""What comes in over the line, besides the case file: checked here, all problems together."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from domain.decisions import VoteKind
from domain.plan import PlanOutcome
from services.api.models import Message
from services.plans.provisions import ProvisionUnreadable, parse_provision


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
    optie: str | None = None
    stem_id: str | None = Field(default=None, pattern=r"^[A-Za-z0-9-]{4,64}$")

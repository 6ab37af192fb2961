"""When the UWV may join a debt arrangement and leave a part of its claim (WW 36c and alike).

Five conditions, all of them; never for a debt from a breach of the duty to inform with intent or
gross negligence that was fined or reported. The UWV may, on request; it need not.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.calendar import add_months
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Article,
    CarriedOutBy,
    Determination,
    Facts,
    Regulation,
    Text,
    Unknown,
    Working,
    YesNo,
    all_of,
    not_,
)
from domain.legislation.regulations.uwv._recovery import ARTICLES, LAWS, UwvLaw
from domain.vocabulary import Agency

_MONTHS_TO_ARRANGE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class MedewerkingUwvFacts(Facts):
    """One debt to the UWV of somebody who asks it to join a debt arrangement."""

    law: Annotated[UwvLaw | Unknown, About("wet", "law", words=LAWS)] = UNKNOWN
    cannot_go_on_paying: Annotated[
        YesNo,
        About("kan niet voortgaan met betalen", "cannot go on paying"),
    ] = UNKNOWN
    needed_for_arrangement: Annotated[
        YesNo,
        About(
            "zonder medewerking komt de schuldregeling er niet",
            "without it there will be no debt arrangement",
        ),
    ] = UNKNOWN
    reliable_proposal: Annotated[
        YesNo,
        About(
            "een schuldhulpverlener deed een betrouwbaar voorstel",
            "a debt counsellor made a reliable proposal",
        ),
    ] = UNKNOWN
    no_distortion_of_competition: Annotated[
        YesNo,
        About("verstoort de concurrentie niet", "does not distort competition"),
    ] = UNKNOWN
    shared_by_rank: Annotated[
        YesNo,
        About(
            "de uitdeling volgt artikel 349 van de Faillissementswet",
            "the distribution follows article 349 Fw",
        ),
    ] = UNKNOWN
    intent_or_gross_negligence: Annotated[
        YesNo,
        About(
            "de schuld komt door opzet of grove schuld",
            "the debt comes from intent or gross negligence",
        ),
    ] = UNKNOWN
    fined_or_reported: Annotated[
        YesNo,
        About("daarvoor is beboet of aangifte gedaan", "it was fined or reported for it"),
    ] = UNKNOWN


_CONDITIONS = {
    "cannot_go_on_paying": Text("kan niet voortgaan met betalen", "cannot go on paying"),
    "needed_for_arrangement": Text("de medewerking is nodig", "the cooperation is needed"),
    "reliable_proposal": Text("een betrouwbaar voorstel", "a reliable proposal"),
    "no_distortion_of_competition": Text("verstoort niet", "does not distort"),
    "shared_by_rank": Text("uitdeling naar rang", "distribution by rank"),
}


def determine(facts: MedewerkingUwvFacts, on: dt.date) -> Determination:
    """Whether the UWV may join; with the day by which the arrangement must then be there."""
    working = Working(ID, facts, on)
    law = working.choice("law", UwvLaw)
    if isinstance(law, Unknown):
        return working.undetermined()
    by = ARTICLES[law].debt_arrangement
    for name, label in _CONDITIONS.items():
        working.require(label, working.answer(name), by)
    barred = all_of(
        working.answer("intent_or_gross_negligence"), working.answer("fined_or_reported")
    )
    not_barred = Text("niet uitgesloten door opzet of grove schuld", "not barred by intent")
    working.require(not_barred, not_(barred), Article(by.act, by.number, "2"))
    how = Text("twaalf maanden na het besluit", "twelve months after the decision")
    third = Article(by.act, by.number, "3")
    last = working.dated(_ARRANGED_BY, add_months(on, _MONTHS_TO_ARRANGE), how, third)
    working.finding("arranged_by", _ARRANGED_BY, last)
    return working.conclude()


ID = "medewerking_schuldregeling_uwv"

_ARRANGED_BY = Text("de schuldregeling is er uiterlijk op", "the arrangement is there by")

REGULATION = Regulation(
    id=ID,
    title=Text("Medewerking van het UWV aan een schuldregeling", "The UWV joins an arrangement"),
    summary=Text(
        "Het UWV mag voor een schuldregeling een deel van zijn vordering laten.",
        "The UWV may leave a part of its claim for a debt arrangement.",
    ),
    articles=tuple(each.debt_arrangement for each in ARTICLES.values()),
    facts=MedewerkingUwvFacts,
    determine=determine,
    parameters=(),
    granted=Text("Het UWV mag meewerken", "The UWV may join"),
    refused=Text("Het UWV mag niet meewerken", "The UWV may not join"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.UWV),),
)

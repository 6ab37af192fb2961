"""The facts of the Wmo contribution."""

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


class Provision(StrEnum):
    """What the client gets; for the contribution only these differ."""

    SUPPORT = "support"
    AID_OR_HOME_ADAPTATION = "aid_or_home_adaptation"
    HOME_ADAPTATION_FOR_MINOR = "home_adaptation_for_minor"
    WHEELCHAIR = "wheelchair"
    TRANSPORT_BY_ORDINANCE = "transport_by_ordinance"
    SHELTERED_LIVING = "sheltered_living"
    SHELTER = "shelter"


PROVISION_WORDS = {
    Provision.SUPPORT: Text(
        "ondersteuning (maatwerk, budget of aangewezen algemene voorziening)",
        "support (tailored, a budget, or a designated general provision)",
    ),
    Provision.AID_OR_HOME_ADAPTATION: Text(
        "een hulpmiddel of woningaanpassing", "an aid or home adaptation"
    ),
    Provision.HOME_ADAPTATION_FOR_MINOR: Text(
        "een woningaanpassing voor een minderjarige, waarvoor de verordening ouders aanslaat",
        "a home adaptation for a minor, for which the by-law charges the parents",
    ),
    Provision.WHEELCHAIR: Text("een rolstoel", "a wheelchair"),
    Provision.TRANSPORT_BY_ORDINANCE: Text(
        "vervoer met een bijdrage volgens de verordening", "transport charged under the by-law"
    ),
    Provision.SHELTERED_LIVING: Text("beschermd wonen", "sheltered living"),
    Provision.SHELTER: Text("opvang", "shelter"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WmoBijdrageFacts(Facts):
    """One client, or two spouses together, in the month of the day asked."""

    provision: Annotated[
        Provision | Unknown,
        About("soort voorziening", "kind of provision", words=PROVISION_WORDS),
    ] = UNKNOWN
    ordinance_charges: Annotated[
        YesNo,
        About(
            "de verordening vraagt voor de voorziening een bijdrage",
            "the by-law asks a contribution for the provision",
        ),
    ] = UNKNOWN
    born: Annotated[Day, About("geboortedatum van de cliënt", "client's date of birth")] = UNKNOWN
    married: Annotated[YesNo, About("is gehuwd", "is married")] = UNKNOWN
    both_pension_age: Annotated[
        YesNo,
        About(
            "beide gehuwden hebben de pensioengerechtigde leeftijd bereikt",
            "both spouses have reached pension age",
        ),
    ] = UNKNOWN
    other_contribution: Annotated[
        YesNo,
        About(
            "de cliënt of echtgenoot is een bijdrage voor beschermd wonen of de Wlz verschuldigd",
            "the client or spouse owes a contribution for sheltered living or the Wlz",
        ),
    ] = UNKNOWN
    nights_in_shelter: Annotated[
        Number,
        About(
            "aaneengesloten nachten in opvang deze maand, van de cliënt of echtgenoot",
            "consecutive nights in a shelter this month, of the client or spouse",
            Unit.DAYS,
            at_least=0,
        ),
    ] = UNKNOWN
    waived_by_college: Annotated[
        YesNo,
        About(
            "volgens het college is deze maand niets verschuldigd (UB Wmo 3.8 lid 3 c, g of h)",
            "by the municipality nothing is due this month (UB Wmo 3.8 lid 3 c, g or h)",
        ),
    ] = UNKNOWN
    waiver_told_on: Annotated[
        Day,
        About(
            "dag waarop het college dat aan het CAK liet weten",
            "day on which the municipality told the CAK",
        ),
    ] = UNKNOWN
    lower_amount_set: Annotated[
        YesNo,
        About("de verordening stelt een lager bedrag vast", "the by-law sets a lower amount"),
    ] = UNKNOWN
    lower_amount: Annotated[
        Cents,
        About(
            "bedrag van de verordening",
            "amount of the by-law",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    income_limit_set: Annotated[
        YesNo,
        About(
            "de verordening stelt de bijdrage op nihil onder een inkomensgrens",
            "the by-law sets the contribution to nil below an income limit",
        ),
    ] = UNKNOWN
    income_limit: Annotated[
        Cents,
        About(
            "inkomensgrens van de verordening voor deze categorie",
            "income limit of the by-law for this category",
            Unit.EUROCENT_PER_YEAR,
            at_least=0,
        ),
    ] = UNKNOWN
    income: Annotated[
        Cents,
        About(
            "bijdrageplichtig inkomen over het peiljaar (twee jaar terug), van gehuwden samen",
            "contributory income of two years ago, of spouses together",
            Unit.EUROCENT_PER_YEAR,
        ),
    ] = UNKNOWN
    cost_left: Annotated[
        Cents,
        About(
            "nog niet betaald deel van de kostprijs",
            "part of the cost price not yet paid",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN

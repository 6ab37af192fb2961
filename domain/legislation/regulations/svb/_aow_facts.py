"""The facts that the old age pension is determined on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from domain.legislation.determination import UNKNOWN, About, Day, Facts, Number, Unit, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class AowFacts(Facts):
    """One person in the month of the day asked."""

    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN
    applied_on: Annotated[Day, About("dag van de aanvraag", "day of the application")] = UNKNOWN
    years_not_insured: Annotated[
        Number,
        About(
            "niet verzekerde kalenderjaren tussen aanvangsleeftijd en pensioengerechtigde leeftijd",
            "calendar years without insurance between starting age and pension age",
            Unit.YEARS,
            at_least=0,
        ),
    ] = UNKNOWN
    married: Annotated[
        YesNo,
        About("is gehuwd of geregistreerd partner", "is married or in a registered partnership"),
    ] = UNKNOWN
    permanently_separated: Annotated[
        YesNo,
        About(
            "leeft duurzaam gescheiden van de echtgenoot", "lives apart from the spouse for good"
        ),
    ] = UNKNOWN
    joint_household: Annotated[
        YesNo,
        About(
            "voert een gezamenlijke huishouding met een andere ongehuwde meerderjarige",
            "keeps a joint household with another unmarried adult",
        ),
    ] = UNKNOWN
    with_parent_or_child: Annotated[
        YesNo,
        About(
            "die ander is een bloedverwant in de eerste graad",
            "that other is a parent or a child",
        ),
    ] = UNKNOWN
    situation_not_shown: Annotated[
        YesNo,
        About(
            "heeft op verzoek niet aangetoond ongehuwd te zijn of waar hij woont",
            "did not show on request to be unmarried or where he lives",
        ),
    ] = UNKNOWN
    lives_in_netherlands: Annotated[
        YesNo, About("woont in Nederland", "lives in the Netherlands")
    ] = UNKNOWN
    lives_in_treaty_country: Annotated[
        YesNo,
        About(
            "woont in een land met een verdrag over de AOW",
            "lives in a country with a treaty on the AOW",
        ),
    ] = UNKNOWN
    detained: Annotated[
        YesNo, About("is rechtens zijn vrijheid ontnomen", "is lawfully deprived of liberty")
    ] = UNKNOWN
    detained_since: Annotated[
        Day, About("eerste dag van de vrijheidsontneming", "first day of the detention")
    ] = UNKNOWN
    evades_sentence: Annotated[
        YesNo,
        About("onttrekt zich aan een vrijheidsstraf", "evades a custodial sentence"),
    ] = UNKNOWN

"""The facts about two people on which it depends whether they are partners (Awir 3, AWR 5a)."""

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


class Kinship(StrEnum):
    """How close two people are as family: only the first degree matters."""

    NONE = "none"
    BLOOD = "blood"
    AFFINITY = "affinity"


class Ground(StrEnum):
    """The ground on which somebody else is a candidate too, in the order of Awir 3(4)."""

    SPOUSE = "spouse"
    CONTRACT = "contract"
    CHILD = "child"
    ACKNOWLEDGED = "acknowledged"
    PENSION = "pension"
    HOME = "home"
    FAMILY = "family"
    LAST_YEAR = "last_year"
    NOBODY = "nobody"


KINSHIPS = {
    Kinship.NONE: Text("geen familie in de eerste graad", "no family in the first degree"),
    Kinship.BLOOD: Text("bloedverwant in de eerste graad", "parent or child"),
    Kinship.AFFINITY: Text(
        "aanverwant in de eerste graad", "parent or child by marriage (first degree)"
    ),
}

GROUNDS = {
    Ground.SPOUSE: Text("huwelijk of geregistreerd partnerschap", "marriage or registration"),
    Ground.CONTRACT: Text("notarieel samenlevingscontract", "notarial cohabitation contract"),
    Ground.CHILD: Text("samen een kind", "a child together"),
    Ground.ACKNOWLEDGED: Text("een erkend kind", "an acknowledged child"),
    Ground.PENSION: Text("partner voor een pensioenregeling", "partner for a pension scheme"),
    Ground.HOME: Text("samen een eigen woning", "a home owned together"),
    Ground.FAMILY: Text("samengesteld gezin", "composite family"),
    Ground.LAST_YEAR: Text("vorig jaar al partner", "partner last year"),
    Ground.NOBODY: Text("niemand anders", "nobody else"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToeslagpartnerFacts(Facts):
    """Two people, as it stood on the first day of the month asked (Awir 5).

    The registration is that of the basisregistratie personen.
    """

    married: Annotated[
        YesNo,
        About(
            "zijn met elkaar gehuwd of geregistreerd partner",
            "are each other's spouse or registered partner",
        ),
    ] = UNKNOWN
    judicially_separated: Annotated[
        YesNo, About("zijn van tafel en bed gescheiden", "are judicially separated")
    ] = UNKNOWN
    divorce_requested: Annotated[
        YesNo,
        About(
            "een verzoek tot echtscheiding of scheiding van tafel en bed is ingediend",
            "a petition for divorce or judicial separation is filed",
        ),
    ] = UNKNOWN
    same_address: Annotated[
        YesNo,
        About(
            "zijn als ingezetenen op hetzelfde woonadres ingeschreven",
            "are registered as residents at the same home address",
        ),
    ] = UNKNOWN
    cohabitation_contract: Annotated[
        YesNo,
        About(
            "hebben als ongehuwden samen een notarieel samenlevingscontract",
            "have, both unmarried, a notarial cohabitation contract together",
        ),
    ] = UNKNOWN
    both_adults: Annotated[YesNo, About("zijn beiden meerderjarig", "are both of age")] = UNKNOWN
    child_together: Annotated[
        YesNo, About("uit hun relatie is een kind geboren", "a child was born of their relation")
    ] = UNKNOWN
    acknowledged_child: Annotated[
        YesNo,
        About(
            "een van beiden heeft een kind van de ander erkend",
            "one of them has acknowledged a child of the other",
        ),
    ] = UNKNOWN
    pension_partner: Annotated[
        YesNo,
        About(
            "zijn als partners aangemeld bij een pensioenregeling",
            "are registered as partners with a pension scheme",
        ),
    ] = UNKNOWN
    home_together: Annotated[
        YesNo,
        About(
            "hebben samen een eigen woning als hoofdverblijf",
            "own the home together in which they live",
        ),
    ] = UNKNOWN
    minor_child_at_address: Annotated[
        YesNo,
        About(
            "op het adres staat een minderjarig kind van een van beiden ingeschreven",
            "a minor child of one of them is registered at the address",
        ),
    ] = UNKNOWN
    rents_from_the_other: Annotated[
        YesNo,
        About(
            "heeft met een zakelijke schriftelijke huurovereenkomst gevraagd geen partner te zijn",
            "has asked, with a written rental contract on business terms, not to be a partner",
        ),
    ] = UNKNOWN
    both_in_shelter: Annotated[
        YesNo,
        About(
            "wonen beiden met een Wmo-beschikking in een instelling voor opvang",
            "both live in a shelter by a decision under the Wmo",
        ),
    ] = UNKNOWN
    one_temporarily_protected: Annotated[
        YesNo,
        About(
            "alleen de ander geniet tijdelijke bescherming als ontheemde uit Oekraïne",
            "only the other has temporary protection as displaced from Ukraine",
        ),
    ] = UNKNOWN
    partner_last_year: Annotated[
        YesNo, About("waren vorig jaar al partners", "were partners last year already")
    ] = UNKNOWN
    partner_earlier_this_year: Annotated[
        YesNo, About("waren eerder in dit jaar partners", "were partners earlier this year")
    ] = UNKNOWN
    parted_by_care_home: Annotated[
        YesNo,
        About(
            "waren partners tot een van beiden in een verpleeg- of verzorgingshuis werd opgenomen",
            "were partners until one of them was taken into a care or nursing home",
        ),
    ] = UNKNOWN
    other_partner_since: Annotated[
        YesNo,
        About(
            "een van beiden heeft sindsdien een ander als partner",
            "one of them has had another partner since",
        ),
    ] = UNKNOWN
    no_partner_on_request: Annotated[
        YesNo,
        About(
            "zijn op verzoek geen partners, tijdens opname in een verpleeg- of verzorgingshuis",
            "are no partners on request, during the stay of one in a care or nursing home",
        ),
    ] = UNKNOWN
    in_refuge_on_request: Annotated[
        YesNo,
        About(
            "zijn op verzoek geen partners, tijdens opvang wegens huiselijk geweld",
            "are no partners on request, during a stay in a refuge from domestic violence",
        ),
    ] = UNKNOWN
    missing_or_detained_on_request: Annotated[
        YesNo,
        About(
            "zijn op verzoek geen partners, omdat de ander vermist is of meer dan drie maanden "
            "vastzit",
            "are no partners on request, because the other is missing or in detention for more "
            "than three months",
        ),
    ] = UNKNOWN
    spouse_never_registered_here: Annotated[
        YesNo,
        About(
            "de ander was al echtgenoot vóór het rechtmatig verblijf met een verblijfsvergunning "
            "asiel en stond nooit in Nederland ingeschreven",
            "the other was the spouse before the lawful stay with an asylum permit and was never "
            "registered in the Netherlands",
        ),
    ] = UNKNOWN
    kinship: Annotated[
        Kinship | Unknown, About("familieband", "family relation", words=KINSHIPS)
    ] = UNKNOWN
    kinship_request: Annotated[
        YesNo,
        About(
            "hebben ooit samen gevraagd om als aanverwanten geen partners te zijn",
            "have once asked together not to be partners as family by marriage",
        ),
    ] = UNKNOWN
    foster_request: Annotated[
        YesNo,
        About(
            "voor de een ontving de ander pleegvergoeding of kinderbijslag, en samen hebben zij "
            "gevraagd geen partners te zijn",
            "one had foster allowance or child benefit for the other, and they have asked "
            "together not to be partners",
        ),
    ] = UNKNOWN
    born: Annotated[Day, About("geboortedatum van de een", "date of birth of the one")] = UNKNOWN
    other_born: Annotated[
        Day, About("geboortedatum van de ander", "date of birth of the other")
    ] = UNKNOWN
    other_candidate: Annotated[
        Ground | Unknown,
        About(
            "grond waarop nog iemand anders partner zou zijn",
            "ground on which somebody else would be the partner too",
            words=GROUNDS,
        ),
    ] = UNKNOWN
    this_bond_first: Annotated[
        YesNo,
        About(
            "de band met deze persoon is de oudste van de twee",
            "the bond with this person is the older of the two",
        ),
    ] = UNKNOWN
    began: Annotated[
        Day,
        About(
            "dag waarop aan de grond voor het partnerschap werd voldaan",
            "day on which the ground for being partners was there",
        ),
    ] = UNKNOWN

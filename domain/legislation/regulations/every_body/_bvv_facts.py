"""The facts that a protected amount is determined on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Cents,
    Facts,
    Number,
    Unit,
    YesNo,
)

_A_MONTH = Unit.EUROCENT_PER_MONTH


@dataclass(frozen=True, slots=True, kw_only=True)
class BeslagvrijeVoetFacts(Facts):
    """One debtor whose periodic income is seized, with the household as Rv 475ab defines it."""

    periodic_income: Annotated[
        YesNo,
        About(
            "het gaat om loon, uitkering, pensioen of een andere betaling van Rv 475c lid 1",
            "it is about wages, benefit, pension or another payment of Rv 475c lid 1",
        ),
    ] = UNKNOWN
    monthly_income: Annotated[
        Cents,
        About(
            "netto maandinkomen waarop beslag ligt, met vakantiebijslag",
            "net monthly income that is seized, with holiday pay",
            _A_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    has_partner: Annotated[
        YesNo, About("gehuwd of samenwonend (Pw 3)", "married or living together (Pw 3)")
    ] = UNKNOWN
    has_children: Annotated[
        YesNo, About("heeft een ten laste komend kind", "has a dependent child")
    ] = UNKNOWN
    taxable_income: Annotated[
        Cents,
        About("belastbaar inkomen", "taxable income", Unit.EUROCENT_PER_YEAR, at_least=0),
    ] = UNKNOWN
    partner_taxable_income: Annotated[
        Cents,
        About(
            "belastbaar inkomen van de echtgenoot",
            "partner's taxable income",
            Unit.EUROCENT_PER_YEAR,
            at_least=0,
        ),
    ] = UNKNOWN
    in_institution: Annotated[
        YesNo,
        About(
            "is opgenomen in een inrichting voor verzorging of verpleging",
            "has been admitted to an institution for care or nursing",
        ),
    ] = UNKNOWN
    institution_price: Annotated[
        Cents,
        About("prijs van de verzorging", "price of the care", _A_MONTH, at_least=0),
    ] = UNKNOWN
    registered_address: Annotated[
        YesNo,
        About(
            "heeft volgens de basisregistratie een woonadres in Nederland",
            "has a registered home address in the Netherlands",
        ),
    ] = UNKNOWN
    fixed_residence: Annotated[
        YesNo,
        About(
            "heeft een vaste woon- of verblijfplaats buiten de basisregistratie",
            "has a fixed residence that is not registered",
        ),
    ] = UNKNOWN
    gives_insight: Annotated[
        YesNo,
        About(
            "geeft inzicht in leefsituatie en bronnen van inkomsten",
            "gives insight into living situation and sources of income",
        ),
    ] = UNKNOWN
    lives_abroad: Annotated[
        YesNo,
        About("heeft een vaste woonplaats buiten Nederland", "has a fixed residence abroad"),
    ] = UNKNOWN
    country_factor: Annotated[
        Number,
        About(
            "factor van het woonland in procenten",
            "factor of the country of residence in percent",
            Unit.PERCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    asks_for_housing_costs: Annotated[
        YesNo,
        About("vraagt verhoging wegens hoge woonkosten", "asks an addition for high housing costs"),
    ] = UNKNOWN
    housing_costs: Annotated[Cents, About("woonkosten", "housing costs", _A_MONTH, at_least=0)] = (
        UNKNOWN
    )
    partner_pays_of_housing: Annotated[
        Cents,
        About(
            "deel van de hogere woonkosten dat de echtgenoot kan betalen",
            "part of the higher housing costs that the partner can pay",
            _A_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    asks_for_own_home: Annotated[
        YesNo,
        About(
            "vraagt verhoging wegens een woning zonder recht op huurtoeslag",
            "asks an addition for a home without a right to rent allowance",
        ),
    ] = UNKNOWN
    own_home: Annotated[
        YesNo,
        About(
            "bewoont een eigen woning of een huurwoning die niet voldoet aan Wht 11",
            "lives in an own home or a rented one that does not meet Wht 11",
        ),
    ] = UNKNOWN
    own_home_addition: Annotated[
        Cents,
        About(
            "verhoging volgens het Besluit beslagvrije voet",
            "addition by the Besluit beslagvrije voet",
            _A_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    partner_income_not_seized: Annotated[
        Cents,
        About(
            "netto maandinkomen van de echtgenoot waarop geen beslag ligt, met vakantiebijslag",
            "partner's net monthly income that is not seized, with holiday pay",
            _A_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    own_income_not_seized: Annotated[
        Cents,
        About(
            "eigen netto maandinkomen waarop geen beslag ligt, met vakantiebijslag",
            "own net monthly income that is not seized, with holiday pay",
            _A_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    company_car_tax: Annotated[
        Cents,
        About(
            "loonbelasting over een auto van de zaak die na het beslag bleef",
            "wage tax on a company car that was kept after the seizure",
            _A_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    designated_benefit: Annotated[
        YesNo,
        About(
            "de uitkering is aangewezen voor opgave naar de bijstandsnorm",
            "the benefit is designated to be stated by the assistance norm",
        ),
    ] = UNKNOWN
    assistance_norm: Annotated[
        Cents,
        About("geldende bijstandsnorm", "assistance norm that holds", _A_MONTH, at_least=0),
    ] = UNKNOWN
    income_beside_benefit: Annotated[
        Cents,
        About(
            "inkomen van Pw 32 naast de uitkering",
            "income of Pw 32 beside the benefit",
            _A_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    withheld_for_cak: Annotated[
        Cents,
        About(
            "bestuursrechtelijke premie die voor het CAK wordt ingehouden",
            "administrative premium withheld for CAK",
            _A_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN

"""The facts of a request for remission of taxes by a private person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from domain.legislation.determination import UNKNOWN, About, Cents, Facts, Unit, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class KwijtscheldingFacts(Facts):
    """One assessment, and the means of the debtor and the spouse together.

    A spouse's means do not count for a debt from before the common household (UR IW 1990 19).
    """

    open_amount: Annotated[
        Cents,
        About("openstaand op de aanslag", "open on the assessment", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN
    private_person: Annotated[
        YesNo,
        About(
            "is een natuurlijk persoon zonder bedrijf of zelfstandig beroep",
            "is a natural person without a business or independent profession",
        ),
    ] = UNKNOWN
    vehicle_tax: Annotated[
        YesNo,
        About(
            "het is motorrijtuigenbelasting, bpm of belasting zware motorrijtuigen",
            "it is motor vehicle tax, car purchase tax or heavy vehicle tax",
        ),
    ] = UNKNOWN
    blameworthy: Annotated[
        YesNo,
        About(
            "dat niet kan worden betaald is de belastingschuldige toe te rekenen",
            "that it cannot be paid is attributable to the debtor",
        ),
    ] = UNKNOWN
    return_filed: Annotated[
        YesNo, About("de vereiste aangifte is gedaan", "the required tax return was filed")
    ] = UNKNOWN
    insolvent: Annotated[
        YesNo,
        About(
            "verkeert in faillissement, surseance of wettelijke schuldsanering zonder akkoord",
            "is in bankruptcy, moratorium or statutory debt restructuring without a composition",
        ),
    ] = UNKNOWN
    provisional: Annotated[
        YesNo,
        About(
            "het is een voorlopige aanslag zonder definitieve aanslag",
            "it is a provisional assessment without a final one",
        ),
    ] = UNKNOWN
    data_complete: Annotated[
        YesNo,
        About(
            "de gevraagde gegevens zijn juist en volledig verstrekt",
            "the data asked for were given correctly and in full",
        ),
    ] = UNKNOWN
    money: Annotated[
        Cents,
        About(
            "geld op bankrekeningen en contant",
            "money in accounts and cash",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    household_goods: Annotated[
        Cents,
        About("waarde van de inboedel", "value of household goods", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN
    car: Annotated[
        Cents,
        About("waarde van de auto", "value of the car", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN
    car_indispensable: Annotated[
        YesNo,
        About(
            "de auto is absoluut onmisbaar voor werk of wegens invaliditeit",
            "the car is absolutely indispensable for work or because of a disability",
        ),
    ] = UNKNOWN
    other_assets: Annotated[
        Cents,
        About(
            "andere bezittingen, zoals een woning",
            "other assets, such as a home",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    preferred_debts: Annotated[
        Cents,
        About(
            "schulden met een hogere voorrang dan de belasting",
            "debts that go before the taxes",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    rent_and_premiums: Annotated[
        Cents,
        About(
            "woonlasten en zorgpremie boven de norm, zonder toeslagen",
            "housing costs and health premium above the norm, without allowances",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    disposable_income: Annotated[
        Cents,
        About(
            "verwacht netto besteedbaar inkomen",
            "expected net disposable income",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    bijstandsnorm: Annotated[
        Cents,
        About(
            "bijstandsnorm van het huishouden",
            "social assistance norm of the household",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    expected_means: Annotated[
        Cents,
        About(
            "wat binnenkort kan worden betaald uit hoger inkomen, verbetering of teruggaaf",
            "what can soon be paid from higher income, improvement or a refund",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN

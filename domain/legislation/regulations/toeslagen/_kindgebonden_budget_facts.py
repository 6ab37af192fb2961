"""What kindgebonden budget is determined from: the parent, the partner, and the children."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Cents,
    Facts,
    Unit,
    Unknown,
    YesNo,
)
from domain.legislation.regulations.toeslagen._children import BudgetChild


@dataclass(frozen=True, slots=True, kw_only=True)
class KindgebondenBudgetFacts(Facts):
    """One parent, or two partners as one, in the month of the day asked, with the incomes of the
    whole year."""

    lawful_residence: Annotated[
        YesNo, About("is Nederlander of verblijft rechtmatig", "is Dutch or resides lawfully")
    ] = UNKNOWN
    income: Annotated[Cents, About("toetsingsinkomen", "test income", Unit.EUROCENT_PER_YEAR)] = (
        UNKNOWN
    )
    assets: Annotated[
        Cents,
        About("rendementsgrondslag op 1 januari", "assets on 1 January", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN
    has_partner: Annotated[YesNo, About("heeft een toeslagpartner", "has an allowance partner")] = (
        UNKNOWN
    )
    partner_all_year: Annotated[
        YesNo,
        About(
            "heeft het hele jaar dezelfde toeslagpartner",
            "has the same allowance partner all year",
        ),
    ] = UNKNOWN
    partner_lawful_residence: Annotated[
        YesNo,
        About(
            "de partner is Nederlander of verblijft rechtmatig",
            "the partner is Dutch or resides lawfully",
        ),
    ] = UNKNOWN
    partner_income: Annotated[
        Cents,
        About("toetsingsinkomen van de partner", "partner's test income", Unit.EUROCENT_PER_YEAR),
    ] = UNKNOWN
    partner_assets: Annotated[
        Cents,
        About(
            "rendementsgrondslag van de partner op 1 januari",
            "partner's assets on 1 January",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    children: Annotated[
        tuple[BudgetChild, ...] | Unknown, About("kinderen van de ouder", "children of the parent")
    ] = UNKNOWN
    amount_for_children_abroad: Annotated[
        Cents,
        About(
            "bedrag voor meer kinderen van wie een buiten Europa woont, voor het inkomen meetelt",
            "amount for more children of whom one lives outside Europe, before income counts",
            Unit.EUROCENT_PER_YEAR,
            at_least=0,
        ),
    ] = UNKNOWN

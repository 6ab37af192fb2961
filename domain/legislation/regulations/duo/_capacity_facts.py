"""The facts that the ability to pay of a student debtor is determined on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Cents,
    Facts,
    Text,
    Unit,
    Unknown,
    YesNo,
)
from domain.legislation.regulations.duo._rules import ABOUT_RULES, RepaymentRules


class OtherYear(StrEnum):
    """Which year's income the debtor asks to be used instead of that of two years ago (6.12)."""

    NONE = "none"
    YEAR_BEFORE = "year_before"
    SAME_YEAR = "same_year"


class PartnerDebt(StrEnum):
    """Whether the partner pays back a study loan too, and by which rules (6.14)."""

    NONE = "none"
    SF35 = "sf35"
    SF15_OLD = "sf15_old"


class TaxCredit(StrEnum):
    """Which tax credit decides the base of SF15-old (10a.8 lid 2)."""

    WITH_THAT_OF_THE_PARTNER = "with_that_of_the_partner"
    GENERAL = "general"
    PAID_OUT = "paid_out"


_YEAR = Unit.EUROCENT_PER_YEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class DraagkrachtFacts(Facts):
    """One debtor in the calendar year of the day asked."""

    rules: Annotated[RepaymentRules | Unknown, ABOUT_RULES] = UNKNOWN
    has_partner: Annotated[YesNo, About("heeft een partner", "has a partner")] = UNKNOWN
    parent_without_partner: Annotated[
        YesNo,
        About("is ouder zonder partner", "is a parent without a partner"),
    ] = UNKNOWN
    income: Annotated[
        Cents, About("toetsingsinkomen in het peiljaar", "test income of the reference year", _YEAR)
    ] = UNKNOWN
    partner_income: Annotated[
        Cents,
        About(
            "toetsingsinkomen van de partner in het peiljaar",
            "partner's test income of the reference year",
            _YEAR,
        ),
    ] = UNKNOWN
    other_year: Annotated[
        OtherYear | Unknown,
        About(
            "gevraagd ander inkomensjaar",
            "other income year asked for",
            words={
                OtherYear.NONE: Text("geen", "none"),
                OtherYear.YEAR_BEFORE: Text("het vorige jaar", "the year before"),
                OtherYear.SAME_YEAR: Text("dit jaar", "this year"),
            },
        ),
    ] = UNKNOWN
    income_other_year: Annotated[
        Cents,
        About("toetsingsinkomen in het gevraagde jaar", "test income of the year asked for", _YEAR),
    ] = UNKNOWN
    partner_income_other_year: Annotated[
        Cents,
        About(
            "toetsingsinkomen van de partner in het gevraagde jaar",
            "partner's test income of the year asked for",
            _YEAR,
        ),
    ] = UNKNOWN
    partner_debt: Annotated[
        PartnerDebt | Unknown,
        About(
            "studieschuld van de partner",
            "study debt of the partner",
            words={
                PartnerDebt.NONE: Text("geen", "none"),
                PartnerDebt.SF35: Text("SF35", "SF35"),
                PartnerDebt.SF15_OLD: Text("SF15-oud", "SF15-old"),
            },
        ),
    ] = UNKNOWN
    partner_pays: Annotated[
        Cents,
        About(
            "termijnen of draagkracht van de partner met SF15-oud",
            "instalments or capacity of the partner with SF15-old",
            _YEAR,
            at_least=0,
        ),
    ] = UNKNOWN
    left_by_partner: Annotated[
        Cents,
        About(
            "draagkracht die de partner met SF35 na de eigen termijnen overheeft",
            "ability to pay that the partner with SF35 has left after the own instalments",
            _YEAR,
            at_least=0,
        ),
    ] = UNKNOWN
    tax_credit: Annotated[
        TaxCredit | Unknown,
        About(
            "heffingskorting",
            "tax credit",
            words={
                TaxCredit.WITH_THAT_OF_THE_PARTNER: Text(
                    "met de verhoging voor de partner", "with the rise for the partner"
                ),
                TaxCredit.GENERAL: Text("algemene heffingskorting", "general tax credit"),
                TaxCredit.PAID_OUT: Text("uitbetaald met een verhoging", "paid out with a rise"),
            },
        ),
    ] = UNKNOWN
    partner_left_out: Annotated[
        YesNo,
        About(
            "het inkomen van de partner blijft op verzoek buiten beschouwing",
            "the partner's income is left out on request",
        ),
    ] = UNKNOWN
    capacity_with_moved_bands: Annotated[
        Cents,
        About(
            "draagkracht na overheveling van schijven tussen partners, zoals DUO die berekent",
            "ability to pay after bands moved between partners, as DUO reckons it",
            _YEAR,
            at_least=0,
        ),
    ] = UNKNOWN

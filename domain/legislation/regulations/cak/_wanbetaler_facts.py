"""The facts of the defaulters' regime."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Day,
    Facts,
    Number,
    Unit,
    Unknown,
    YesNo,
)
from domain.legislation.regulations.cak._wanbetaler_stages import (
    END_WORDS,
    RETURN_WORDS,
    End,
    Return,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WanbetalersregimeFacts(Facts):
    """One policyholder and one health insurance; arrears without interest and collection costs."""

    months_in_arrears: Annotated[
        Number,
        About(
            "premieachterstand in hele maandpremies",
            "premium arrears in whole monthly premiums",
            Unit.MONTHS,
            at_least=0,
        ),
    ] = UNKNOWN
    debt_disputed: Annotated[
        YesNo,
        About(
            "de schuld is tijdig betwist en daarover is nog niet beslist",
            "the debt is disputed in time and that is not yet decided",
        ),
    ] = UNKNOWN
    stabilisation_agreement: Annotated[
        YesNo,
        About(
            "er is een schriftelijke overeenkomst tot stabilisatie bij schuldhulpverlening",
            "there is a written stabilisation agreement with debt counselling",
        ),
    ] = UNKNOWN
    arrangement_kept: Annotated[
        YesNo,
        About(
            "er loopt een betalingsregeling en de nieuwe premies worden betaald",
            "a payment arrangement runs and the new premiums are paid",
        ),
    ] = UNKNOWN
    address_matches: Annotated[
        YesNo,
        About(
            "het adres bij de zorgverzekeraar is dat van de BRP",
            "the insurer's address is that of the BRP",
        ),
    ] = UNKNOWN
    address_differs_lawfully: Annotated[
        YesNo,
        About(
            "het adres wijkt af door een omstandigheid van Zvw 4a lid 3 onder a-c",
            "the address differs by a circumstance of Zvw 4a lid 3 onder a-c",
        ),
    ] = UNKNOWN
    reported: Annotated[
        YesNo, About("de zorgverzekeraar heeft aan het CAK gemeld", "the insurer reported")
    ] = UNKNOWN
    report_received_on: Annotated[
        Day,
        About("dag waarop het CAK de melding ontving", "day on which the CAK received the report"),
    ] = UNKNOWN
    ended_by: Annotated[
        End | Unknown,
        About("wat de premieplicht beëindigt", "what ends the premium", words=END_WORDS),
    ] = UNKNOWN
    ended_on: Annotated[
        Day, About("dag van die beëindigingsgrond", "day of that ground for ending")
    ] = UNKNOWN
    returned_by: Annotated[
        Return | Unknown,
        About(
            "wat de premieplicht doet herleven",
            "what makes the premium due again",
            words=RETURN_WORDS,
        ),
    ] = UNKNOWN
    returned_on: Annotated[
        Day, About("dag waarop de premieplicht herleeft", "day of that ground for return")
    ] = UNKNOWN

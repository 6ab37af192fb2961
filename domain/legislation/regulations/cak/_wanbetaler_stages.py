"""The defaulters' regime as a table: its stages, what ends it, and what makes it come back.

One table for the arrears that bring a stage (Zvw 18a-18c), one for what ends the premium to the CAK
(18d lid 2) and one for what makes it due again (18d lid 4). `wanbetalersregime` reads them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from domain.legislation.determination import UNKNOWN, Act, Article, Text, Unknown, Working
from domain.legislation.parameters import Parameter, parameter


class Stage(StrEnum):
    """Where an insured person stands in the regime."""

    OFFER = "offer"
    ZORGTOESLAG_MAY_GO_TO_INSURER = "zorgtoeslag_may_go_to_insurer"
    WARNED = "warned"
    REPORT_BARRED = "report_barred"
    REPORT_DUE = "report_due"
    REPORTED = "reported"
    PREMIUM_TO_CAK = "premium_to_cak"


STAGE_WORDS = {
    Stage.OFFER: Text(
        "de zorgverzekeraar biedt een betalingsregeling aan",
        "the insurer offers a payment arrangement",
    ),
    Stage.ZORGTOESLAG_MAY_GO_TO_INSURER: Text(
        "de zorgtoeslag kan naar de zorgverzekeraar gaan, in de gevallen die een besluit aanwijst",
        "the zorgtoeslag may go to the insurer, in the cases that an order designates",
    ),
    Stage.WARNED: Text(
        "de zorgverzekeraar kondigt de melding aan het CAK aan",
        "the insurer announces the report to the CAK",
    ),
    Stage.REPORT_BARRED: Text(
        "de zorgverzekeraar mag niet aan het CAK melden",
        "the insurer may not report to the CAK",
    ),
    Stage.REPORT_DUE: Text(
        "de zorgverzekeraar meldt aan het CAK", "the insurer reports to the CAK"
    ),
    Stage.REPORTED: Text(
        "gemeld; de premie aan het CAK gaat nog in",
        "reported; the premium to the CAK has yet to start",
    ),
    Stage.PREMIUM_TO_CAK: Text(
        "de bestuursrechtelijke premie is verschuldigd aan het CAK",
        "the administrative premium is due to the CAK",
    ),
}


class Rung(NamedTuple):
    """A stage that begins at so many unpaid monthly premiums."""

    arrears: Parameter
    stage: Stage
    by: Article


ARREARS_LADDER = (
    Rung(
        parameter("zvw_aanbod_betalingsregeling"),
        Stage.OFFER,
        Article(Act.ZVW, "18a", "1"),
    ),
    Rung(
        parameter("zvw_zorgtoeslag_naar_verzekeraar"),
        Stage.ZORGTOESLAG_MAY_GO_TO_INSURER,
        Article(Act.ZVW, "18aa", "1"),
    ),
    Rung(parameter("zvw_waarschuwing_melding"), Stage.WARNED, Article(Act.ZVW, "18b", "1")),
    Rung(parameter("zvw_melding_cak"), Stage.REPORT_DUE, Article(Act.ZVW, "18c", "1")),
)
"""From few months to many; the last one is the report, which may be barred."""


class Bar(NamedTuple):
    """A fact (by its field's name) that keeps the insurer from reporting."""

    fact: str
    by: Article


REPORT_BARS = (
    Bar("debt_disputed", Article(Act.ZVW, "18c", "2 onder a-c")),
    Bar("stabilisation_agreement", Article(Act.ZVW, "18c", "2 onder d")),
    Bar("arrangement_kept", Article(Act.ZVW, "18b", "3")),
)
"""Beside these an address that is not that of the BRP bars it (18c lid 2 onder e)."""


class End(StrEnum):
    """What ends the premium to the CAK."""

    NONE = "none"
    DEBT_PAID = "debt_paid"
    WSNP = "wsnp"
    STABILISATION = "stabilisation"
    DEBT_SETTLEMENT = "debt_settlement"
    ARRANGEMENT_WITH_INSURER = "arrangement_with_insurer"
    MINISTERIAL_CONDITIONS = "ministerial_conditions"


END_WORDS = {
    End.NONE: Text("niets", "nothing"),
    End.DEBT_PAID: Text(
        "de schulden aan de zorgverzekeraar zijn afgelost of tenietgegaan",
        "the debts to the insurer are paid or have lapsed",
    ),
    End.WSNP: Text(
        "de schuldsaneringsregeling is van toepassing geworden",
        "the statutory debt restructuring has begun",
    ),
    End.STABILISATION: Text(
        "een overeenkomst tot stabilisatie door een schuldhulpverlener",
        "a stabilisation agreement through a debt counsellor",
    ),
    End.DEBT_SETTLEMENT: Text(
        "een schuldregeling waaraan de zorgverzekeraar deelneemt",
        "a debt settlement in which the insurer takes part",
    ),
    End.ARRANGEMENT_WITH_INSURER: Text(
        "een betalingsregeling met de zorgverzekeraar",
        "a payment arrangement with the insurer",
    ),
    End.MINISTERIAL_CONDITIONS: Text(
        "de voorwaarden van de ministeriële regeling", "the conditions of the ministerial rules"
    ),
}

END_ARTICLES = {
    End.DEBT_PAID: Article(Act.ZVW, "18d", "2 onder a"),
    End.WSNP: Article(Act.ZVW, "18d", "2 onder b"),
    End.STABILISATION: Article(Act.ZVW, "18d", "2 onder c"),
    End.DEBT_SETTLEMENT: Article(Act.ZVW, "18d", "2 onder c"),
    End.ARRANGEMENT_WITH_INSURER: Article(Act.ZVW, "18d", "2 onder c"),
    End.MINISTERIAL_CONDITIONS: Article(Act.ZVW, "18d", "2 onder d"),
}


class Return(StrEnum):
    """What makes the premium to the CAK due again after it ended."""

    NONE = "none"
    WSNP_ENDED_EARLY = "wsnp_ended_early"
    WITHDREW = "withdrew"
    CONDITIONS_LOST = "conditions_lost"


RETURN_WORDS = {
    Return.NONE: Text("niets", "nothing"),
    Return.WSNP_ENDED_EARLY: Text(
        "de schuldsaneringsregeling is tussentijds beëindigd",
        "the statutory debt restructuring was ended early",
    ),
    Return.WITHDREW: Text(
        "de verzekeringnemer heeft zich aan de regeling onttrokken, volgens een geldige melding",
        "the policyholder withdrew from the arrangement, by a valid report",
    ),
    Return.CONDITIONS_LOST: Text(
        "er wordt niet meer aan de voorwaarden van de ministeriële regeling voldaan",
        "the conditions of the ministerial rules are no longer met",
    ),
}

RETURNS_AFTER = {
    Return.WSNP_ENDED_EARLY: frozenset({End.WSNP}),
    Return.WITHDREW: frozenset(
        {End.STABILISATION, End.DEBT_SETTLEMENT, End.ARRANGEMENT_WITH_INSURER}
    ),
    Return.CONDITIONS_LOST: frozenset({End.MINISTERIAL_CONDITIONS}),
}
"""Which end each return undoes: a paid debt never comes back."""

RETURN_ARTICLES = {
    Return.WSNP_ENDED_EARLY: Article(Act.ZVW, "18d", "4 onder a"),
    Return.WITHDREW: Article(Act.ZVW, "18d", "4 onder b"),
    Return.CONDITIONS_LOST: Article(Act.ZVW, "18d", "4 onder c"),
}

NEXT_STAGE = Text("eerste dag van de volgende stap", "first day of the next stage")
_STAGE = Text("stap in de wanbetalersregeling", "stage of the defaulters' regime")


def show_stage(working: Working, stage: Stage | Unknown, by: Article) -> None:
    """Name the stage as the outcome, with its article."""
    if isinstance(stage, Unknown):
        working.finding("stage", _STAGE, UNKNOWN)
        return
    words = STAGE_WORDS[stage]
    working.note(words, by)
    working.finding("stage", _STAGE, stage, words)

"""In which order creditors are paid out of the goods of their debtor (BW 3:277-288, IW 21)."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from domain.legislation.determination import Act, Article, Text


class Rank(StrEnum):
    """The ranks that matter for a periodic income, highest first."""

    EXECUTION_COSTS = "execution_costs"
    LIQUIDATION_COSTS = "liquidation_costs"
    STATE_TREASURY = "state_treasury"
    CAK_PREMIUM = "cak_premium"
    FUNERAL_COSTS = "funeral_costs"
    PENSION_OF_WORKERS = "pension_of_workers"
    WAGES_OF_WORKERS = "wages_of_workers"
    CHILD_MAINTENANCE = "child_maintenance"
    ASSISTANCE_RECLAIMED = "assistance_reclaimed"
    CONCURRENT = "concurrent"

    @property
    def place(self) -> int:
        """The lower, the sooner it is paid."""
        return _PLACES[self]

    @property
    def about(self) -> AboutRank:
        """Its words and where the law gives it."""
        return _ABOUT[self]


class AboutRank(NamedTuple):
    """What a rank is called, and the article that gives it."""

    words: Text
    by: Article


_ABOUT = {
    Rank.EXECUTION_COSTS: AboutRank(
        Text("kosten van executie", "costs of execution"), Article(Act.BW, "3:277", "1")
    ),
    Rank.LIQUIDATION_COSTS: AboutRank(
        Text("kosten van de faillissementsaanvraag", "costs of the petition in bankruptcy"),
        Article(Act.BW, "3:288", "onder a"),
    ),
    Rank.STATE_TREASURY: AboutRank(
        Text("belastingschuld", "tax debt"), Article(Act.IW_1990, "21", "2")
    ),
    Rank.CAK_PREMIUM: AboutRank(
        Text(
            "bestuursrechtelijke premie die niet is ingehouden",
            "administrative premium that was not withheld",
        ),
        Article(Act.ZVW, "18f", "8"),
    ),
    Rank.FUNERAL_COSTS: AboutRank(
        Text("kosten van lijkbezorging", "funeral costs"), Article(Act.BW, "3:288", "onder b")
    ),
    Rank.PENSION_OF_WORKERS: AboutRank(
        Text("pensioen van werknemers", "pension of employees"),
        Article(Act.BW, "3:288", "onder c en d"),
    ),
    Rank.WAGES_OF_WORKERS: AboutRank(
        Text("loon van werknemers", "wages of employees"), Article(Act.BW, "3:288", "onder e")
    ),
    Rank.CHILD_MAINTENANCE: AboutRank(
        Text("levensonderhoud van kinderen", "maintenance of children"),
        Article(Act.BW, "3:288", "onder f"),
    ),
    Rank.ASSISTANCE_RECLAIMED: AboutRank(
        Text("teruggevorderde bijstand", "assistance reclaimed"), Article(Act.PW, "60", "7")
    ),
    Rank.CONCURRENT: AboutRank(
        Text("vordering zonder voorrang", "claim without priority"),
        Article(Act.BW, "3:277", "1"),
    ),
}

_PLACES = {rank: place for place, rank in enumerate(Rank)}

"""The three sets of rules by which a study loan is paid back."""

from __future__ import annotations

from enum import StrEnum

from domain.legislation.determination import About, Text


class RepaymentRules(StrEnum):
    """SF35 (Wsf 6.1), SF15 for loans from before 2009-2010 (10a), or lifelong learning (6.2)."""

    SF35 = "sf35"
    SF15_OLD = "sf15_old"
    LIFELONG_LEARNING = "lifelong_learning"


ABOUT_RULES = About(
    "terugbetalingsregels",
    "repayment rules",
    words={
        RepaymentRules.SF35: Text("SF35", "SF35"),
        RepaymentRules.SF15_OLD: Text("SF15-oud", "SF15-old"),
        RepaymentRules.LIFELONG_LEARNING: Text("levenlanglerenkrediet", "lifelong learning credit"),
    },
)

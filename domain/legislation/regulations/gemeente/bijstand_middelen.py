"""Means: the income and the assets that count for assistance (Participatiewet 31-34, 50).

Income is net (31 lid 3), of one month, of everybody in the assistance; of a partner without a
right only what goes above the norm of a couple (32 lid 3). Assets count above the limit (34). The
exemption of article 34a and the buffer budget of 34b stand in the published text beside 31 lid 2
onder n, r and y; they are not applied. The law does not round: amounts are shown to the cent.
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import month_of
from domain.legislation.determination import (
    UNKNOWN,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Determination,
    Period,
    Regulation,
    Text,
    Working,
)
from domain.legislation.determination.unknown import YesNo
from domain.legislation.regulations.gemeente._assets import (
    ASSETS,
    ASSETS_PARAMETERS,
    HOME_AS_LOAN,
    LIMIT,
    counted_assets,
)
from domain.legislation.regulations.gemeente._earnings import EARNINGS_PARAMETERS
from domain.legislation.regulations.gemeente._income import (
    GIFTS,
    INCOME,
    INCOME_PARAMETERS,
    PARTNERS_INCOME,
    PENSION,
    counted_gifts,
    counted_income,
)
from domain.legislation.regulations.gemeente._means import MeansFacts
from domain.legislation.regulations.gemeente.bijstandsnorm import (
    NORM_ARTICLES,
    NORM_PARAMETERS,
    lowered_norm,
    shown,
)
from domain.vocabulary import Agency, Department


def determine(facts: MeansFacts, on: dt.date) -> Determination:
    """The income that counts per month, and the assets above the limit, in euro cents."""
    working = Working(ID, facts, on)
    gifts = counted_gifts(working)
    income = counted_income(working, facts, gifts, lambda: lowered_norm(working, facts))
    assets = counted_assets(working, gifts)
    working.result("per_month", INCOME_WORDS, shown(working, INCOME_WORDS, income))
    working.result("assets", ASSETS_WORDS, shown(working, ASSETS_WORDS, assets.counted))
    working.finding("home_for_loan", HOME_WORDS, as_finding(assets.home_for_loan))
    return working.conclude(Period(*month_of(on)))


def as_finding(answer: Answer) -> YesNo:
    """An answer as the value of a finding."""
    return UNKNOWN if answer is Answer.UNKNOWN else answer is Answer.YES


ID = "bijstand_middelen"

INCOME_WORDS = Text("inkomen dat meetelt per maand", "income that counts a month")
ASSETS_WORDS = Text("vermogen boven de grens", "assets above the limit")
HOME_WORDS = Text(
    "de woning kan bijstand als geldlening meebrengen", "the home can make the assistance a loan"
)

MEANS_ARTICLES = (
    Article(Act.PW, "31", "2"),
    GIFTS,
    INCOME,
    PARTNERS_INCOME,
    PENSION,
    ASSETS,
    LIMIT,
    HOME_AS_LOAN,
)
MEANS_PARAMETERS = (*EARNINGS_PARAMETERS, *INCOME_PARAMETERS, *ASSETS_PARAMETERS)

REGULATION = Regulation(
    id=ID,
    title=Text("Middelen voor de bijstand", "Means for assistance"),
    summary=Text(
        "Het inkomen en vermogen dat voor de bijstand meetelt, met wat de wet vrijlaat.",
        "The income and assets that count for assistance, with what the law leaves out.",
    ),
    articles=(*MEANS_ARTICLES, *NORM_ARTICLES),
    facts=MeansFacts,
    determine=determine,
    parameters=(*MEANS_PARAMETERS, *NORM_PARAMETERS),
    granted=Text("De middelen zijn vastgesteld", "The means are established"),
    refused=Text("De middelen zijn niet vastgesteld", "The means are not established"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.GEMEENTE, Department.WERK_EN_INKOMEN),),
)

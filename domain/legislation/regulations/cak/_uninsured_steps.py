"""The rules for the uninsured as a table: the CAK's letters, and what each brings (Zvw 9a-9d)."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from domain.legislation.determination import Act, Article, Text

SUMMONS = Article(Act.ZVW, "9a", "2")
FIRST_FINE = Article(Act.ZVW, "9b", "1")
FINE_AMOUNT = Article(Act.ZVW, "9b", "2")
SECOND_FINE = Article(Act.ZVW, "9c", "1")
ORDER = Article(Act.ZVW, "9c", "3")
INSURANCE_BY_CAK = Article(Act.ZVW, "9d", "1")


class Letter(StrEnum):
    """The last step that the CAK has taken."""

    NONE = "none"
    SUMMONS = "summons"
    FIRST_FINE = "first_fine"
    SECOND_FINE = "second_fine"
    INSURANCE = "insurance"


LETTER_WORDS = {
    Letter.NONE: Text("geen", "none"),
    Letter.SUMMONS: Text("de aanmaning", "the summons"),
    Letter.FIRST_FINE: Text("de eerste boete", "the first fine"),
    Letter.SECOND_FINE: Text("de tweede boete met last", "the second fine with its order"),
    Letter.INSURANCE: Text("de verzekering door het CAK", "the insurance by the CAK"),
}


class Stage(StrEnum):
    """Where an uninsured person stands."""

    SUMMONED = "summoned"
    FIRST_FINE_DUE = "first_fine_due"
    FIRST_FINED = "first_fined"
    SECOND_FINE_DUE = "second_fine_due"
    SECOND_FINED = "second_fined"
    INSURANCE_BY_CAK_DUE = "insurance_by_cak_due"
    INSURED_BY_CAK = "insured_by_cak"
    INSURED_IN_TIME = "insured_in_time"


STAGE_WORDS = {
    Stage.SUMMONED: Text("aangemaand, de termijn loopt nog", "summoned, the term still runs"),
    Stage.FIRST_FINE_DUE: Text("het CAK legt de eerste boete op", "the CAK imposes a first fine"),
    Stage.FIRST_FINED: Text("eerste boete, de termijn loopt nog", "first fine, the term runs"),
    Stage.SECOND_FINE_DUE: Text("het CAK legt de tweede boete op", "the CAK imposes a second fine"),
    Stage.SECOND_FINED: Text("tweede boete, de termijn loopt nog", "second fine, the term runs"),
    Stage.INSURANCE_BY_CAK_DUE: Text(
        "het CAK sluit een zorgverzekering", "the CAK takes out health insurance"
    ),
    Stage.INSURED_BY_CAK: Text("verzekerd door het CAK", "insured by the CAK"),
    Stage.INSURED_IN_TIME: Text(
        "op tijd verzekerd, er volgt geen volgende stap", "insured in time, no next step follows"
    ),
}


class Step(NamedTuple):
    """What a letter brings while its term runs and after it; which of them is a fine."""

    running: Stage
    after: Stage
    term_by: Article
    after_by: Article


STEPS = {
    Letter.SUMMONS: Step(Stage.SUMMONED, Stage.FIRST_FINE_DUE, SUMMONS, FIRST_FINE),
    Letter.FIRST_FINE: Step(
        Stage.FIRST_FINED, Stage.SECOND_FINE_DUE, Article(Act.ZVW, "9b", "5"), SECOND_FINE
    ),
    Letter.SECOND_FINE: Step(
        Stage.SECOND_FINED, Stage.INSURANCE_BY_CAK_DUE, ORDER, INSURANCE_BY_CAK
    ),
}
IS_FINE = frozenset({Letter.FIRST_FINE, Letter.SECOND_FINE})
BRINGS_FINE = frozenset({Stage.FIRST_FINE_DUE, Stage.SECOND_FINE_DUE})

"""How a regulation determines: facts with the unknown in them, the working-out, the outcome.

`Working` is what a regulation computes through; `Determination` is what comes out; `sentences` and
`conclusion` say it in Dutch or English; `recompute` does the sums over as a check.
"""

from domain.legislation.acts import Act, Article
from domain.legislation.determination.answers import all_of, answer_of, any_of, not_
from domain.legislation.determination.determination import (
    Amount,
    Determination,
    Missing,
    MissingKind,
    Outcome,
    Period,
    Result,
)
from domain.legislation.determination.facts import About, Facts, abouts
from domain.legislation.determination.lines import (
    Answer,
    Exact,
    Figure,
    Operation,
    Relation,
    Rounding,
)
from domain.legislation.determination.recompute import ExplanationDiffers, recompute
from domain.legislation.determination.regulation import CarriedOutBy, Regulation
from domain.legislation.determination.sentences import conclusion, sentences
from domain.legislation.determination.unknown import UNKNOWN, Cents, Day, Number, Unknown, YesNo
from domain.legislation.determination.working import Working, plain
from domain.legislation.text import Language, Text
from domain.legislation.units import Unit

__all__ = [
    "UNKNOWN",
    "About",
    "Act",
    "Amount",
    "Answer",
    "Article",
    "CarriedOutBy",
    "Cents",
    "Day",
    "Determination",
    "Exact",
    "ExplanationDiffers",
    "Facts",
    "Figure",
    "Language",
    "Missing",
    "MissingKind",
    "Number",
    "Operation",
    "Outcome",
    "Period",
    "Regulation",
    "Relation",
    "Result",
    "Rounding",
    "Text",
    "Unit",
    "Unknown",
    "Working",
    "YesNo",
    "abouts",
    "all_of",
    "answer_of",
    "any_of",
    "conclusion",
    "not_",
    "plain",
    "recompute",
    "sentences",
]

"""The law's answer to what a plan knows today, as one question and one answer. No Temporal in here.

Both are plain data, so that the answer can be recorded: a plan stands by what was found on the day,
also when the code of the law is changed while it runs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.assessment import Assessment, assess
from domain.budget import budget_of
from domain.measures import Measure
from domain.measures.outlook import day_all_work
from domain.picture import Picture
from workflows.contracts import Outlook


@dataclass(frozen=True, slots=True)
class Question:
    """What is known today, and the measures that were carried out already."""

    picture: Picture
    carried_out: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the law of today makes of it; no outlook when nothing was carried out."""

    assessment: Assessment
    outlook: Outlook | None


def judged(question: Question) -> Judgement:
    """Deterministic and without I/O. Raises ParameterMissing for a day without known amounts."""
    return Judgement(assess(question.picture), _outlook(question))


def _outlook(question: Question) -> Outlook | None:
    """What the month looks like once all that was decided works."""
    if not question.carried_out:
        return None
    on = day_all_work(question.carried_out, question.picture.today)
    return Outlook(on, budget_of(replace(question.picture, today=on)))

"""Decisions of Dienst Toeslagen for want of lawful residence (Awir 9), shared by two rules.

The format has no residence status. It shows in the ground of the decision that the Awir ties to it:
paragraph 2 for the partner, paragraph 3 for an adult co-resident.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts.bodies import counted
from domain.picture import Picture
from domain.records import Body, DeterminationMade
from domain.vocabulary import Agency, Department, Law, Outcome, Reason

TOESLAGEN = Body(agency=Agency.BELASTINGDIENST, department=Department.TOESLAGEN)

_TAKES_THE_RIGHT = frozenset({Outcome.REFUSED, Outcome.ENDED, Outcome.SUSPENDED, Outcome.RECLAIMED})
_ARTICLE = "9"


def refused_for_residence(
    picture: Picture, paragraph: str, reasons: frozenset[Reason]
) -> Iterator[DeterminationMade]:
    """The harmful decisions on allowances of this household on that paragraph of Awir 9.

    A decision that cites the article without a paragraph is one when its reason is among these.
    """
    for holder, decision in picture.of(DeterminationMade):
        if (
            counted(holder) == TOESLAGEN
            and decision.outcome in _TAKES_THE_RIGHT
            and _cites(decision, paragraph, reasons)
        ):
            yield decision


def _cites(decision: DeterminationMade, paragraph: str, reasons: frozenset[Reason]) -> bool:
    cited = [
        each.paragraph
        for each in decision.legal_basis
        if each.law is Law.AWIR and each.article == _ARTICLE
    ]
    named = any(each is not None and each.split()[:1] == [paragraph] for each in cited)
    return named or (None in cited and decision.reason in reasons)

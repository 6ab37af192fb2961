"""The norm of one person (Pw 20 lid 1-2 onder a, 21 onder a, 22 onder a, 22a, 23).

Works through the `Working` that it is given.
"""

from __future__ import annotations

from domain.legislation.determination import Answer, Figure, Unknown, Working
from domain.legislation.parameters import Parameter
from domain.legislation.regulations.gemeente._cost_sharers import cost_sharers
from domain.legislation.regulations.gemeente._household import (
    AgeGroup,
    HouseholdFacts,
    age_group,
)
from domain.legislation.regulations.gemeente._norm_articles import NormArticle
from domain.legislation.regulations.gemeente._norm_parts import (
    APPLICANT,
    COUPLE,
    COUPLE_PENSIONER,
    INSTITUTION_EXTRA_SINGLE,
    INSTITUTION_SINGLE,
    NOT_KNOWN,
    SINGLE,
    SINGLE_PENSIONER,
    YOUNG_SINGLE,
    Adult,
    Norm,
    in_institution,
    shared_norm,
    taken,
    without_parents,
)


def alone(working: Working, facts: HouseholdFacts, who: Adult) -> Norm:
    """The norm of a single person, at home or in an institution."""
    match working.answer(who.in_institution):
        case Answer.YES:
            return in_institution(working, INSTITUTION_SINGLE, INSTITUTION_EXTRA_SINGLE)
        case Answer.NO:
            return as_single(working, facts, who)
        case Answer.UNKNOWN:
            return NOT_KNOWN


def as_single(working: Working, facts: HouseholdFacts, who: Adult) -> Norm:
    """The norm that this adult would have as a single person at home."""
    match age_group(working, who.born, who.words):
        case AgeGroup.YOUNG:
            norm = taken(working, YOUNG_SINGLE, NormArticle.YOUNG_SINGLE)
            return without_parents(working, norm, (who,), _adult_single)
        case AgeGroup.ADULT:
            alone = (SINGLE, NormArticle.SINGLE)
            return _single_or_shared(working, facts, alone, COUPLE)
        case AgeGroup.PENSIONER:
            alone = (SINGLE_PENSIONER, NormArticle.SINGLE_PENSIONER)
            return _single_or_shared(working, facts, alone, COUPLE_PENSIONER)
        case Unknown.UNKNOWN:
            return NOT_KNOWN


def _single_or_shared(
    working: Working,
    facts: HouseholdFacts,
    alone: tuple[Parameter, NormArticle],
    couple: Parameter,
) -> Norm:
    sharers = cost_sharers(working, facts)
    if isinstance(sharers, Unknown):
        return NOT_KNOWN
    if sharers == 0:
        return taken(working, *alone)
    shared = shared_norm(working, sharers + 1, couple, APPLICANT.words)
    return Norm(shared, NormArticle.SHARED)


def _adult_single(working: Working) -> Figure:
    return working.parameter(SINGLE)

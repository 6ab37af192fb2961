"""The norm of who has a partner without a right (Pw 24, 24a).

Works through the `Working` that it is given.
"""

from __future__ import annotations

from domain.legislation.determination import Answer, Figure, Text, Unknown, Working
from domain.legislation.parameters import Parameter
from domain.legislation.regulations.gemeente._cost_sharers import cost_sharers
from domain.legislation.regulations.gemeente._household import (
    AgeGroup,
    HouseholdFacts,
    age_group,
)
from domain.legislation.regulations.gemeente._norm_articles import NormArticle
from domain.legislation.regulations.gemeente._norm_couples import adult_couple_norm, by_college
from domain.legislation.regulations.gemeente._norm_parts import (
    APPLICANT,
    COUPLE,
    COUPLE_PENSIONER,
    NOT_KNOWN,
    ONE_IN_INSTITUTION,
    PARTNER,
    YOUNG_COUPLE,
    YOUNG_COUPLE_CHILDREN,
    Norm,
    by_children,
    half_of,
    raised_for_children,
    shared_norm,
    without_parents,
)


def partner_without_right(working: Working, facts: HouseholdFacts) -> Norm:
    """Half the norm of a couple, or the shared one, raised for children."""
    inside = [working.answer(each.in_institution) for each in (APPLICANT, PARTNER)]
    if Answer.YES in inside:
        working.note(_INSTITUTION_NOT_SAID, ONE_IN_INSTITUTION)
        return by_college(working)
    if Answer.UNKNOWN in inside:
        return NOT_KNOWN
    match age_group(working, APPLICANT.born, APPLICANT.words):
        case AgeGroup.YOUNG:
            norm = _young_with_partner_without_right(working)
        case AgeGroup.ADULT:
            norm = _half_or_shared(working, facts, COUPLE)
        case AgeGroup.PENSIONER:
            norm = _half_or_shared(working, facts, COUPLE_PENSIONER)
        case Unknown.UNKNOWN:
            return NOT_KNOWN
    return raised_for_children(working, norm)


def _young_with_partner_without_right(working: Working) -> Norm:
    couple = by_children(
        working,
        (YOUNG_COUPLE, NormArticle.YOUNG_COUPLE),
        (YOUNG_COUPLE_CHILDREN, NormArticle.YOUNG_COUPLE_CHILDREN),
    )
    half = Norm(half_of(working, couple.per_month), NormArticle.PARTNER_WITHOUT_RIGHT)
    return without_parents(working, half, (APPLICANT,), _half_of_adult_couple)


def _half_or_shared(working: Working, facts: HouseholdFacts, couple: Parameter) -> Norm:
    """Half the norm of a couple; with cost sharers 22a lid 1, where a spouse of 21 counts too."""
    sharers = cost_sharers(working, facts)
    if isinstance(sharers, Unknown):
        return NOT_KNOWN
    if sharers == 0:
        half = half_of(working, working.parameter(couple))
        return Norm(half, NormArticle.PARTNER_WITHOUT_RIGHT)
    match age_group(working, PARTNER.born, PARTNER.words):
        case Unknown.UNKNOWN:
            return NOT_KNOWN
        case AgeGroup.YOUNG:
            counted = sharers + 1
        case AgeGroup.PENSIONER:
            counted, couple = sharers + 2, COUPLE_PENSIONER
        case AgeGroup.ADULT:
            counted = sharers + 2
    return Norm(shared_norm(working, counted, couple, APPLICANT.words), NormArticle.SHARED)


def _half_of_adult_couple(working: Working) -> Figure:
    return half_of(working, adult_couple_norm(working))


_INSTITUTION_NOT_SAID = Text(
    "de wet geeft geen norm voor gehuwden van wie er een in een inrichting verblijft en er een "
    "geen recht heeft",
    "the law gives no norm for a couple of whom one is in an institution and one has no right",
)

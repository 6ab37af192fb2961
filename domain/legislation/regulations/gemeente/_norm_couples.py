"""The norm of a couple who both have a right (Pw 20-23).

Works through the `Working` that it is given.
"""

from __future__ import annotations

from domain.legislation.determination import Answer, Figure, Text, Unknown, Working
from domain.legislation.regulations.gemeente._cost_sharers import cost_sharers
from domain.legislation.regulations.gemeente._household import (
    IN_BALANCE_SINCE,
    AgeGroup,
    HouseholdFacts,
    age_group,
)
from domain.legislation.regulations.gemeente._norm_articles import NormArticle
from domain.legislation.regulations.gemeente._norm_parts import (
    APPLICANT,
    COUPLE,
    COUPLE_PENSIONER,
    INCREASE,
    INSTITUTION_COUPLE,
    INSTITUTION_EXTRA_COUPLE,
    INSTITUTION_EXTRA_SINGLE,
    INSTITUTION_SINGLE,
    MIXED_COUPLE,
    MIXED_COUPLE_CHILDREN,
    NOT_KNOWN,
    ONE_IN_INSTITUTION,
    PARTNER,
    SHARED_COUPLE,
    SHARED_MIXED,
    TOGETHER,
    YOUNG_COUPLE,
    YOUNG_COUPLE_CHILDREN,
    YOUNG_SPOUSE,
    YOUNG_SPOUSE_CHILDREN,
    Adult,
    Norm,
    by_children,
    in_institution,
    shared_norm,
    taken,
    without_parents,
)
from domain.legislation.regulations.gemeente._norm_single import as_single


def couple(working: Working, facts: HouseholdFacts) -> Norm:
    """The norm of a couple who both have a right, at home or in an institution."""
    inside = [working.answer(each.in_institution) for each in (APPLICANT, PARTNER)]
    if Answer.UNKNOWN in inside:
        return NOT_KNOWN
    match inside.count(Answer.YES):
        case 2:
            return in_institution(working, INSTITUTION_COUPLE, INSTITUTION_EXTRA_COUPLE)
        case 1:
            return _one_in_institution(working, facts, inside)
        case _:
            return couple_at_home(working, facts)


def _one_in_institution(working: Working, facts: HouseholdFacts, inside: list[Answer]) -> Norm:
    at_home = PARTNER if inside[0] is Answer.YES else APPLICANT
    stays = in_institution(working, INSTITUTION_SINGLE, INSTITUTION_EXTRA_SINGLE)
    home = as_single(working, facts, at_home)
    together = Text("som van de normen als alleenstaanden", "sum of the norms as single persons")
    total = working.add(together, stays.per_month, home.per_month, by=ONE_IN_INSTITUTION)
    return Norm(total, NormArticle.ONE_IN_INSTITUTION)


def couple_at_home(working: Working, facts: HouseholdFacts) -> Norm:
    """The norm of a couple who both have a right and both live at home."""
    own = age_group(working, APPLICANT.born, APPLICANT.words)
    partners = age_group(working, PARTNER.born, PARTNER.words)
    if isinstance(own, Unknown) or isinstance(partners, Unknown):
        return NOT_KNOWN
    young = tuple(
        who for who, group in ((APPLICANT, own), (PARTNER, partners)) if group is AgeGroup.YOUNG
    )
    if len(young) == 2:
        return _young_couple(working, young)
    if young:
        return _mixed_couple(working, facts, young, partners if own is AgeGroup.YOUNG else own)
    return _both_adult(working, facts, own, partners)


def _young_couple(working: Working, young: tuple[Adult, ...]) -> Norm:
    norm = by_children(
        working,
        (YOUNG_COUPLE, NormArticle.YOUNG_COUPLE),
        (YOUNG_COUPLE_CHILDREN, NormArticle.YOUNG_COUPLE_CHILDREN),
    )
    return without_parents(working, norm, young, adult_couple_norm)


def _mixed_couple(
    working: Working, facts: HouseholdFacts, young: tuple[Adult, ...], elder: AgeGroup
) -> Norm:
    sharers = cost_sharers(working, facts)
    if isinstance(sharers, Unknown):
        return NOT_KNOWN
    if sharers:
        return _mixed_couple_sharing(working, young, elder, sharers)
    norm = by_children(
        working,
        (MIXED_COUPLE, NormArticle.MIXED_COUPLE),
        (MIXED_COUPLE_CHILDREN, NormArticle.MIXED_COUPLE_CHILDREN),
    )
    return without_parents(working, norm, young, adult_couple_norm)


def _mixed_couple_sharing(
    working: Working, young: tuple[Adult, ...], elder: AgeGroup, sharers: int
) -> Norm:
    """22a lid 3; only the spouse of 21 or older counts as a person in the formula."""
    part = by_children(
        working,
        (YOUNG_SPOUSE, NormArticle.SHARED_MIXED),
        (YOUNG_SPOUSE_CHILDREN, NormArticle.SHARED_MIXED_CHILDREN),
    )
    couple = COUPLE_PENSIONER if elder is AgeGroup.PENSIONER else COUPLE
    shared = shared_norm(
        working, sharers + 1, couple, Text("de oudste echtgenoot", "the elder spouse")
    )
    total = working.add(TOGETHER, part.per_month, shared, by=SHARED_MIXED)
    if working.on < IN_BALANCE_SINCE:
        return Norm(total, part.article)
    match working.answer(young[0].no_parents):
        case Answer.NO:
            return Norm(total, part.article)
        case Answer.YES:
            working.note(_INCREASE_NOT_SAID, INCREASE)
            return by_college(working)
        case Answer.UNKNOWN:
            return NOT_KNOWN


def _both_adult(working: Working, facts: HouseholdFacts, own: AgeGroup, partners: AgeGroup) -> Norm:
    sharers = cost_sharers(working, facts)
    if isinstance(sharers, Unknown):
        return NOT_KNOWN
    pensioners = (own, partners).count(AgeGroup.PENSIONER)
    if sharers == 0:
        return taken(working, *_ADULT_COUPLE[pensioners])
    couple = COUPLE_PENSIONER if pensioners else COUPLE
    each = [shared_norm(working, sharers + 2, couple, who.words) for who in (APPLICANT, PARTNER)]
    return Norm(working.add(TOGETHER, *each, by=SHARED_COUPLE), NormArticle.SHARED_COUPLE)


_ADULT_COUPLE = (
    (COUPLE, NormArticle.COUPLE),
    (COUPLE_PENSIONER, NormArticle.COUPLE_ONE_PENSIONER),
    (COUPLE_PENSIONER, NormArticle.COUPLE_PENSIONERS),
)


def by_college(working: Working) -> Norm:
    """The norm that the college sets, where the law gives none."""
    return Norm(working.fact("norm_by_college"), NormArticle.BY_COLLEGE)


def adult_couple_norm(working: Working) -> Figure:
    """The norm of a couple of 21 or older, below the pension age."""
    return working.parameter(COUPLE)


_ELDER = Text("de oudste echtgenoot", "the elder spouse")
_INCREASE_NOT_SAID = Text(
    "de wet zegt niet of deze verhoging ook geldt bij een norm met kostendelers",
    "the law does not say whether this increase also holds with a norm of shared costs",
)

"""What the norms of Pw 20-24a are built of: their parameters, shared costs, half, and increases.

Works through the `Working` that it is given; `_norm` puts the parts together per household.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from domain.legislation.determination import (
    UNKNOWN,
    Act,
    Answer,
    Article,
    Figure,
    Text,
    Unit,
    Unknown,
    Working,
)
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.gemeente._cost_sharers import persons
from domain.legislation.regulations.gemeente._household import IN_BALANCE_SINCE
from domain.legislation.regulations.gemeente._norm_articles import NormArticle

SINGLE = parameter("pw_alleenstaande")
COUPLE = parameter("pw_gehuwden")
SINGLE_PENSIONER = parameter("pw_aow_alleenstaande")
COUPLE_PENSIONER = parameter("pw_aow_gehuwden")
YOUNG_SINGLE = parameter("pw_18_20_alleenstaande")
YOUNG_COUPLE = parameter("pw_18_20_gehuwden_beiden")
YOUNG_COUPLE_CHILDREN = parameter("pw_18_20_gehuwden_beiden_kinderen")
MIXED_COUPLE = parameter("pw_18_20_gehuwden_een_21plus")
MIXED_COUPLE_CHILDREN = parameter("pw_18_20_gehuwden_een_21plus_kinderen")
NO_PARENTS = parameter("pw_18_20_verhoging_geen_ouders")
FIXED_SHARE = parameter("pw_kostendeler_vast")
SHARE_EACH = parameter("pw_kostendeler_per_persoon")
YOUNG_SPOUSE = parameter("pw_art22a3_zonder_kinderen")
YOUNG_SPOUSE_CHILDREN = parameter("pw_art22a3_met_kinderen")
INSTITUTION_SINGLE = parameter("pw_inrichting_alleenstaande")
INSTITUTION_COUPLE = parameter("pw_inrichting_gehuwden")
INSTITUTION_EXTRA_SINGLE = parameter("pw_inrichting_verhoging_alleenstaande")
INSTITUTION_EXTRA_COUPLE = parameter("pw_inrichting_verhoging_gehuwden")
WITHOUT_RIGHT = parameter("pw_niet_rechthebbende_partner")
SINGLE_PARENT_SUPPLEMENT = parameter("wkb_alo_kop")

INCREASE = Article(Act.PW, "20", "3")
INCREASE_LIMIT = Article(Act.PW, "20", "4")
SHARED = Article(Act.PW, "22a", "1")
SHARED_COUPLE = Article(Act.PW, "22a", "2")
SHARED_MIXED = Article(Act.PW, "22a", "3")
INSTITUTION = Article(Act.PW, "23", "2")
ONE_IN_INSTITUTION = Article(Act.PW, "23", "3")
PARTNER_WITHOUT_RIGHT = Article(Act.PW, "24")
FOR_CHILDREN = Article(Act.PW, "24a")

_MONTH = Unit.EUROCENT_PER_MONTH


class Norm(NamedTuple):
    """A norm per month, and the article that gives it."""

    per_month: Figure
    article: NormArticle | Unknown


class Adult(NamedTuple):
    """One of the spouses: the words for him, and the facts that are about him."""

    words: Text
    born: str
    in_institution: str
    no_parents: str


APPLICANT = Adult(
    Text("de belanghebbende", "the applicant"), "born", "in_institution", "no_recourse_to_parents"
)
PARTNER = Adult(
    Text("de partner", "the partner"),
    "partner_born",
    "partner_in_institution",
    "partner_no_recourse_to_parents",
)

NOT_KNOWN = Norm(Figure(-1, UNKNOWN, _MONTH), UNKNOWN)


def raised_for_children(working: Working, norm: Norm) -> Norm:
    """The single-parent supplement that a partner without a right keeps away (24a)."""
    if working.on < IN_BALANCE_SINCE:
        return norm
    for fact in ("has_children", "child_lawfully_resident", "allowance_partner"):
        match working.answer(fact):
            case Answer.NO:
                return norm
            case Answer.UNKNOWN:
                return NOT_KNOWN
    supplement = working.parameter(SINGLE_PARENT_SUPPLEMENT)
    twelfth = working.divide(
        Text("een twaalfde van de alleenstaande-ouderkop", "a twelfth of the supplement"),
        supplement,
        12,
        FOR_CHILDREN,
        _MONTH,
    )
    raised = Text("norm met ophoging voor kinderen", "norm raised for children")
    return norm._replace(per_month=working.add(raised, norm.per_month, twelfth, by=FOR_CHILDREN))


def without_parents(
    working: Working, norm: Norm, young: tuple[Adult, ...], limit: Callable[[Working], Figure]
) -> Norm:
    """The increase for who cannot turn to the parents (20 lid 3), up to the adult norm (lid 4)."""
    if working.on < IN_BALANCE_SINCE:
        working.note(_SPECIAL_ASSISTANCE_THEN, Article(Act.PW, "12"))
        return norm
    raised = norm.per_month
    for who in young:
        match working.answer(who.no_parents):
            case Answer.YES:
                raised = working.add(_RAISED, raised, working.parameter(NO_PARENTS), by=INCREASE)
            case Answer.UNKNOWN:
                return NOT_KNOWN
    if raised == norm.per_month:
        return norm
    capped = Text("niet meer dan de norm vanaf 21 jaar", "not more than the norm from 21")
    return norm._replace(per_month=working.least(capped, raised, limit(working), by=INCREASE_LIMIT))


def shared_norm(working: Working, counted: int, couple: Parameter, whose: Text) -> Figure:
    """((40% + A x 30%) : A) x B, with A the persons who share the costs (22a lid 1)."""
    number = working.add(
        Text("personen die de kosten delen", "persons who share the costs"),
        persons(counted),
        by=SHARED,
    )
    each = working.parameter(SHARE_EACH)
    all_together = working.add(
        Text("deel van allen samen", "share of all together"),
        working.parameter(FIXED_SHARE),
        working.multiply(Text("deel per persoon", "share of each"), each, number, SHARED),
        by=SHARED,
    )
    share = working.divide(
        Text("deel van de norm voor gehuwden", "share of the norm for a couple"),
        all_together,
        number,
        SHARED,
    )
    label = Text(f"norm voor {whose.nl}", f"norm for {whose.en}")
    return working.percentage(label, working.parameter(couple), share, SHARED)


def in_institution(working: Working, norm: Parameter, extra: Parameter) -> Norm:
    label = Text("norm in een inrichting", "norm in an institution")
    total = working.add(label, working.parameter(norm), working.parameter(extra), by=INSTITUTION)
    return Norm(total, NormArticle.INSTITUTION)


def by_children(
    working: Working,
    without: tuple[Parameter, NormArticle],
    with_children: tuple[Parameter, NormArticle],
) -> Norm:
    match working.answer("has_children"):
        case Answer.YES:
            return taken(working, *with_children)
        case Answer.NO:
            return taken(working, *without)
        case Answer.UNKNOWN:
            return NOT_KNOWN


def taken(working: Working, norm: Parameter, article: NormArticle) -> Norm:
    return Norm(working.parameter(norm), article)


def half_of(working: Working, norm: Figure) -> Figure:
    label = Text("deel van de norm voor gehuwden", "share of the norm for a couple")
    return working.multiply(label, norm, working.parameter(WITHOUT_RIGHT), PARTNER_WITHOUT_RIGHT)


TOGETHER = Text("norm voor gehuwden samen", "norm for the couple together")
_RAISED = Text("norm met verhoging", "norm with the increase")
_SPECIAL_ASSISTANCE_THEN = Text(
    "voor wie geen beroep kon doen op de ouders was er tot 2026 bijzondere bijstand",
    "until 2026 there was special assistance for who could not turn to the parents",
)

PARAMETERS = (
    SINGLE,
    COUPLE,
    SINGLE_PENSIONER,
    COUPLE_PENSIONER,
    YOUNG_SINGLE,
    YOUNG_COUPLE,
    YOUNG_COUPLE_CHILDREN,
    MIXED_COUPLE,
    MIXED_COUPLE_CHILDREN,
    NO_PARENTS,
    FIXED_SHARE,
    SHARE_EACH,
    YOUNG_SPOUSE,
    YOUNG_SPOUSE_CHILDREN,
    INSTITUTION_SINGLE,
    INSTITUTION_COUPLE,
    INSTITUTION_EXTRA_SINGLE,
    INSTITUTION_EXTRA_COUPLE,
    WITHOUT_RIGHT,
    SINGLE_PARENT_SUPPLEMENT,
)
"""Every parameter that a norm can stand on, without the ages."""

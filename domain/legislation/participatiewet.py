"""Participatiewet: whom it counts as a couple, and the norm for that household (Pw 3, 19, 21, 22).

The norm is the net amount per month including holiday allowance, before any lowering for other
persons (19a-24a) and without the lower norms for those under 21 (20): the protected amount is
built on articles 21 and 22 (Rv 475da).
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from domain.household import Household, Member, Relation
from domain.legislation.parameters import Parameter, last_known_on, parameter
from domain.legislation.pension_age import pension_day_of
from domain.records import MemberRef
from domain.vocabulary import MemberRole, RelationKind, RelationStatus


class NormHousehold(StrEnum):
    """The household types that articles 21 and 22 give a norm for."""

    SINGLE = "single"
    COUPLE = "couple"
    SINGLE_PENSIONER = "single_pensioner"
    COUPLE_WITH_PENSIONER = "couple_with_pensioner"


NORMS: dict[NormHousehold, Parameter] = {
    NormHousehold.SINGLE: parameter("pw_alleenstaande"),
    NormHousehold.COUPLE: parameter("pw_gehuwden"),
    NormHousehold.SINGLE_PENSIONER: parameter("pw_aow_alleenstaande"),
    NormHousehold.COUPLE_WITH_PENSIONER: parameter("pw_aow_gehuwden"),
}

HOLIDAY_ALLOWANCE_IN_NORM = parameter("pw_vakantietoeslag_in_norm")
"""In percent of the norm (Pw 19 lid 3)."""

NO_LONGER_SPOUSES = frozenset(
    {RelationStatus.SEPARATED, RelationStatus.DIVORCE_PENDING, RelationStatus.DIVORCED}
)
"""Who lives apart for good, or asked for divorce, is not counted as married (Pw 3 lid 2 b).
Detention of one of them does not end the marriage."""


def partner_of_applicant(household: Household) -> Member | None:
    """Whom the law counts as the applicant's spouse, or None when the applicant counts as single.

    A spouse counts unless separated, divorce_pending or divorced. A partner without a marriage
    counts when both live at the same address (Pw 3 lid 2 a, lid 3).
    """
    applicant = household.applicant()
    marriages = [
        relation
        for relation in household.relations
        if relation.kind is RelationKind.SPOUSE and applicant.id in (relation.a, relation.b)
    ]
    for marriage in marriages:
        if marriage.status not in NO_LONGER_SPOUSES:
            return _member(household, _other(marriage, applicant.id))
    were_married = {_other(marriage, applicant.id) for marriage in marriages}
    return next(
        (
            member
            for member in household.members
            if member.role is MemberRole.PARTNER
            and member.id not in were_married
            and member.lives_at is not None
            and member.lives_at == applicant.lives_at
        ),
        None,
    )


def norm_household_of(household: Household, on: dt.date) -> NormHousehold:
    """The type of household that articles 21 and 22 see on this day."""
    applicant, partner = household.applicant(), partner_of_applicant(household)
    adults = (applicant,) if partner is None else (applicant, partner)
    pensioner = any(has_pension_age(adult.born, on) for adult in adults)
    if partner is None:
        return NormHousehold.SINGLE_PENSIONER if pensioner else NormHousehold.SINGLE
    return NormHousehold.COUPLE_WITH_PENSIONER if pensioner else NormHousehold.COUPLE


def norm_on(kind: NormHousehold, day: dt.date) -> int:
    """The norm in euro cents per month, the last one known for a day ahead of the law.

    A plan looks months ahead, over days for which no norm is set yet. Raises ParameterMissing
    before 2024.
    """
    return int(last_known_on(NORMS[kind], day))


def has_pension_age(born: dt.date, on: dt.date) -> bool:
    """Whether somebody born on that day has reached the pension age of AOW 7a on this day."""
    return pension_day_of(born) <= on


def _other(marriage: Relation, spouse: MemberRef) -> MemberRef:
    return marriage.b if marriage.a == spouse else marriage.a


def _member(household: Household, ref: MemberRef) -> Member | None:
    return next((member for member in household.members if member.id == ref), None)

"""What applicant and partner have to live on: the income that is held against the minimum."""

from __future__ import annotations

from domain.budget.running import is_in_payment
from domain.legislation.participatiewet import partner_of_applicant
from domain.picture import Picture, once_per_picture
from domain.records import Entitlement, MemberRef
from domain.vocabulary import Scheme

FOR_RENT_CARE_OR_CHILDREN = frozenset(
    {
        Scheme.HUURTOESLAG,
        Scheme.ZORGTOESLAG,
        Scheme.KINDGEBONDEN_BUDGET,
        Scheme.KINDEROPVANGTOESLAG,
        Scheme.KINDERBIJSLAG,
    }
)
"""Allowances for costs that stand outside the norm, and so outside the income held against it."""


@once_per_picture
def means_of(picture: Picture) -> int:
    """Income of applicant and partner per month, without allowances for rent, care and children."""
    earners = applicant_and_partner(picture)
    own = sum(
        income.amount_monthly_cents
        for income in picture.household.income
        if income.person in earners
    )
    return own + sum(
        entitlement.amount_monthly_cents
        for _, entitlement in picture.of(Entitlement)
        if entitlement.scheme not in FOR_RENT_CARE_OR_CHILDREN
        and is_in_payment(entitlement, picture.today)
        and _is_income_of(entitlement, earners)
    )


@once_per_picture
def applicant_and_partner(picture: Picture) -> frozenset[MemberRef]:
    """The applicant, with the partner whom the law counts."""
    partner = partner_of_applicant(picture.household)
    applicant = picture.household.applicant()
    return frozenset({applicant.id} | ({partner.id} if partner else set()))


def _is_income_of(entitlement: Entitlement, earners: frozenset[MemberRef]) -> bool:
    """Meant for one of them, and not paid out to another member."""
    payee = entitlement.payee.member
    return not earners.isdisjoint(entitlement.persons) and (payee is None or payee in earners)

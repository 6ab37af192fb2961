"""What assistance would pay this household per month: what is missed while nobody grants it.

An estimate for the plan from what the case director's picture shows; the competent body decides.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.budget.means import applicant_and_partner, means_of
from domain.budget.running import is_in_payment
from domain.household import Household, Member
from domain.legislation.determination import Outcome
from domain.legislation.participatiewet import partner_of_applicant
from domain.legislation.regulations.gemeente._co_residents import CoResident
from domain.legislation.regulations.gemeente._household import HouseholdFacts
from domain.legislation.regulations.gemeente.bijstandsnorm import REGULATION as NORM
from domain.picture import Picture, once_per_picture
from domain.records import Entitlement, FactUsed, Flag, MemberRef
from domain.vocabulary import AddressKind, FactName, IncomeKind, MemberRole, RelationKind, Scheme

LAST_RESORT = frozenset({Scheme.BIJSTAND, Scheme.AIO})
"""The schemes that must guarantee the minimum (Pw 11, 47a)."""

_DEPENDENT_UNTIL = 18


@once_per_picture
def missed_assistance(picture: Picture) -> int | None:
    """The norm without its holiday allowance, less the income that counts; euro cents per month.

    None when assistance is paid already, when there is no right to it, or when the picture does not
    show enough to tell. The holiday allowance is paid later (Pw 19 lid 3, 45); gifts and what a law
    exempts do not count (Pw 31 lid 2).
    """
    if _is_paid(picture) or _is_detained(picture.household.applicant(), picture.household):
        return None
    found = NORM.determine(_facts(picture), picture.today)
    if found.outcome is not Outcome.GRANTED:
        return None
    norm = next(each.value for each in found.results if each.name == "without_holiday_allowance")
    missed = int(norm) - _counted_income(picture) if isinstance(norm, int) else 0
    return missed if missed > 0 else None


def _is_paid(picture: Picture) -> bool:
    return any(
        right.scheme in LAST_RESORT
        and is_in_payment(right, picture.today)
        and not applicant_and_partner(picture).isdisjoint(right.persons)
        for _, right in picture.of(Entitlement)
    )


def _facts(picture: Picture) -> HouseholdFacts:
    household = picture.household
    applicant, partner = household.applicant(), partner_of_applicant(household)
    return HouseholdFacts(
        born=applicant.born,
        has_partner=partner is not None,
        partner_born=partner.born if partner else applicant.born,
        partner_has_right=partner is not None and _has_right(partner, picture),
        has_children=any(_dependent_children(picture)),
        child_lawfully_resident=True,
        allowance_partner=partner is not None,
        co_residents=tuple(_co_residents(household, partner)),
        cares_elsewhere=False,
        in_institution=False,
        partner_in_institution=False,
        no_recourse_to_parents=not _lives_with_parent(applicant, household),
        partner_no_recourse_to_parents=not (partner and _lives_with_parent(partner, household)),
        lowering_by_college=0,
    )


def _has_right(partner: Member, picture: Picture) -> bool:
    """Not in detention (Pw 13 lid 1 a), and no body works with 'the spouse has no right'."""
    return not _is_detained(partner, picture.household) and not any(
        used.fact is FactName.SPOUSE_WITHOUT_RIGHT
        and used.value == Flag(True)
        and partner.id in used.persons
        for _, used in picture.of(FactUsed)
    )


def _is_detained(member: Member, household: Household) -> bool:
    kinds = {address.id: address.kind for address in household.addresses}
    return member.lives_at is not None and kinds.get(member.lives_at) is AddressKind.PRISON


def _dependent_children(picture: Picture) -> Iterator[Member]:
    parents = applicant_and_partner(picture)
    children = {child for parent in parents for child in _children_of(parent, picture.household)}
    for member in picture.household.members:
        young = not _has_age(member, _DEPENDENT_UNTIL, picture.today)
        if young and member.id in children and _lives_with(member, picture.household.applicant()):
            yield member


def _co_residents(household: Household, partner: Member | None) -> Iterator[CoResident]:
    """The others in the home; whether they pay a commercial price is not known here."""
    applicant = household.applicant()
    for member in household.members:
        counted = member in (applicant, partner) or member.role is MemberRole.OUTSIDE_PLAN
        if not counted and _lives_with(member, applicant):
            yield CoResident(born=member.born)


def _lives_with_parent(member: Member, household: Household) -> bool:
    """Who lives with a parent is taken to be maintained by him (Pw 20 lid 3)."""
    return any(
        member.id in _children_of(other.id, household) and _lives_with(other, member)
        for other in household.members
    )


def _children_of(parent: MemberRef, household: Household) -> frozenset[MemberRef]:
    return frozenset(
        relation.b
        for relation in household.relations
        if relation.kind is RelationKind.PARENT and relation.a == parent
    )


def _lives_with(one: Member, other: Member) -> bool:
    return one.lives_at is not None and one.lives_at == other.lives_at


def _has_age(member: Member, years: int, on: dt.date) -> bool:
    had_birthday = (member.born.month, member.born.day) <= (on.month, on.day)
    return on.year - member.born.year - (not had_birthday) >= years


def _counted_income(picture: Picture) -> int:
    earners = applicant_and_partner(picture)
    gifts = sum(
        income.amount_monthly_cents
        for income in picture.household.income
        if income.kind is IncomeKind.GIFT and income.person in earners
    )
    exempt = sum(
        right.amount_monthly_cents
        for _, right in picture.of(Entitlement)
        if right.exempt_as_means
        and is_in_payment(right, picture.today)
        and not earners.isdisjoint(right.persons)
    )
    return means_of(picture) - gifts - exempt

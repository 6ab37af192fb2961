"""What the law leaves free when the income or the account of one person is seized (Rv 475a-475dc).

The living situation is that of the person whose money it is. Where records name several persons
the lowest amount counts, so that nobody is said to break the law on a doubt.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from domain.household import Household, Member
from domain.legislation.beslagvrije_voet import protected_amount
from domain.legislation.calendar import years_on
from domain.legislation.parameters import parameter
from domain.legislation.participatiewet import partner_of_applicant
from domain.picture import Picture, once_per_picture
from domain.records import MemberRef, Ref
from domain.vocabulary import Agency, FactName, FactOrigin, MemberRole, RelationKind

_FREE_AT_THE_BANK = {
    (False, False): parameter("bvv_max_alleenstaande"),
    (False, True): parameter("bvv_max_alleenstaande_ouder"),
    (True, False): parameter("bvv_max_gehuwden"),
    (True, True): parameter("bvv_max_gehuwden_kinderen"),
}
"""By whether there is a partner and a dependent child (Rv 475a lid 5, 475da lid 1)."""

_OF_AGE = 18

_PAY_A_LIVING = frozenset({Agency.UWV, Agency.SVB, Agency.DUO, Agency.GEMEENTE})
"""Whose benefits are income to live on; the others pay for costs, or nothing."""


def protected_amount_of(persons: Iterable[MemberRef], picture: Picture) -> int:
    """95% of the norm for the household of this person, in euro cents per month."""
    return min(_protected_amount(picture, person) for person in persons)


def free_bank_amount(persons: Iterable[MemberRef], picture: Picture, on: dt.date) -> int | None:
    """What stays free on the account of this person in the month of that day, in euro cents.

    Half of it without a registered address (Rv 475a lid 6). None for a day before the amounts that
    are known.
    """
    amounts = [_free_for(person, picture, on) for person in persons]
    known = [amount for amount in amounts if amount is not None]
    return min(known) if known and len(known) == len(amounts) else None


def partner_of(person: MemberRef, household: Household) -> Member | None:
    """Whom the law counts as this person's spouse."""
    return partner_of_applicant(_seen_from(person, household))


def all_income_is_known(picture: Picture) -> bool:
    """Whether every agency that may pay somebody an income gave its position."""
    return _silent_agencies(picture).isdisjoint(_PAY_A_LIVING)


@once_per_picture
def _protected_amount(picture: Picture, person: MemberRef) -> int:
    return protected_amount(_seen_from(person, picture.household), picture.today)


def _silent_agencies(picture: Picture) -> frozenset[Agency]:
    """The agencies of which nothing is known: they gave no position, not even an empty one."""
    return frozenset(Agency) - {position.agency for position in picture.positions}


def _free_for(person: MemberRef, picture: Picture, on: dt.date) -> int | None:
    partner = partner_of(person, picture.household)
    children = _has_dependent_child(person, partner, picture.household, on)
    held = _FREE_AT_THE_BANK[partner is not None, children].last_known(on)
    if held is None:
        return None
    amount = int(held.value)
    return amount if _may_count_on_an_address(picture, person) else (amount + 1) // 2


@once_per_picture
def _may_count_on_an_address(picture: Picture, person: MemberRef) -> bool:
    """Whether the population register holds an address, as far as anybody can tell."""
    registered = [
        fact.value
        for _, fact in picture.facts(FactName.REGISTERED_ADDRESS)
        if fact.origin is FactOrigin.BASE_REGISTER and person in fact.persons
    ]
    if not registered:
        return not _silent_agencies(picture)
    return Ref(None) not in registered


def _has_dependent_child(
    person: MemberRef, partner: Member | None, household: Household, on: dt.date
) -> bool:
    """Whether a minor child of this person or the partner lives with one of them."""
    adults = {person} | ({partner.id} if partner else set())
    homes = {member.lives_at for member in household.members if member.id in adults} - {None}
    return any(
        _is_minor(child, on) and child.lives_at in homes and _is_child_of(child, adults, household)
        for child in household.members
    )


def _is_child_of(child: Member, adults: set[MemberRef], household: Household) -> bool:
    """By the ties stated at intake; without any, the children of the household are its adults'."""
    parents = {
        relation.a
        for relation in household.relations
        if relation.kind is RelationKind.PARENT and relation.b == child.id
    }
    if parents:
        return not parents.isdisjoint(adults)
    return child.role is MemberRole.CHILD and household.applicant().id in adults


def _is_minor(member: Member, on: dt.date) -> bool:
    return years_on(member.born, on) < _OF_AGE


def _seen_from(person: MemberRef, household: Household) -> Household:
    """The same people as the law sees them around this person: the applicant and his or her partner
    are one household, and everybody else is on his own but for a marriage of his own."""
    partner = partner_of_applicant(household)
    if person == household.applicant().id:
        return household
    own = {person: MemberRole.APPLICANT}
    if partner is not None and partner.id == person:
        own[household.applicant().id] = MemberRole.PARTNER
    return replace(
        household,
        members=tuple(
            replace(member, role=own.get(member.id, MemberRole.OTHER_ADULT))
            for member in household.members
        ),
    )

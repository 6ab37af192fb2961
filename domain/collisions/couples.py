"""The couple that a household is about, and which of the two does not live at home."""

from __future__ import annotations

from dataclasses import dataclass

from domain.household import Household, Member
from domain.legislation.participatiewet import partner_of_applicant
from domain.vocabulary import AddressKind, RelationKind, RelationStatus


@dataclass(frozen=True, slots=True)
class Parted:
    """A couple of whom one lives elsewhere, without their having separated."""

    home: Member
    away: Member


def couple_of(household: Household) -> tuple[Member, Member] | None:
    """The applicant and whom the law counts as spouse or partner; None when there is none."""
    partner = partner_of_applicant(household)
    return None if partner is None else (household.applicant(), partner)


def parted_by_detention(household: Household) -> Parted | None:
    """The couple of whom exactly one is in detention."""
    couple = couple_of(household)
    if couple is None:
        return None
    detained = [each for each in couple if _is_detained(each, couple, household)]
    home = [each for each in couple if each not in detained]
    return Parted(home[0], detained[0]) if len(detained) == 1 else None


def parted_otherwise(household: Household) -> Parted | None:
    """The couple of whom exactly one lives at the household's address, and neither in prison."""
    couple, address = couple_of(household), household.housing.address
    if couple is None or address is None:
        return None
    home = [each for each in couple if each.lives_at == address]
    away = [each for each in couple if each not in home]
    if len(away) != 1 or any(_in_prison(each, household) for each in couple):
        return None
    return Parted(home[0], away[0])


def _is_detained(member: Member, couple: tuple[Member, Member], household: Household) -> bool:
    """Who lives in a prison; or who is not at home while detention parts the couple."""
    if any(_in_prison(each, household) for each in couple):
        return _in_prison(member, household)
    parted = _status(couple, household) is RelationStatus.APART_BY_DETENTION
    return parted and member.lives_at != household.housing.address


def _in_prison(member: Member, household: Household) -> bool:
    kinds = {address.id: address.kind for address in household.addresses}
    return member.lives_at is not None and kinds.get(member.lives_at) is AddressKind.PRISON


def _status(couple: tuple[Member, Member], household: Household) -> RelationStatus | None:
    two = {each.id for each in couple}
    return next(
        (
            relation.status
            for relation in household.relations
            if relation.kind is RelationKind.SPOUSE and {relation.a, relation.b} == two
        ),
        None,
    )

"""GELD_NAAR_VERKEERDE_OUDER: money for children goes to somebody they do not live with.

Child benefit goes to one of the parents (AKW 18, 21), and the child budget follows it (Wkgb 2
lid 9-10): once it goes the wrong way, all that follows goes with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.budget.running import is_in_payment
from domain.conflicts.bodies import in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.consequences import is_below_minimum
from domain.conflicts.detector import Detector
from domain.conflicts.grounds import records_in
from domain.explanations import texts
from domain.household import Household, Member
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Entitlement, MemberRef, Provision
from domain.vocabulary import Law, MemberRole, RelationKind

LAW = (
    Provision(Law.AKW, "18"),
    Provision(Law.AKW, "21"),
    Provision(Law.WKGB, "2", "9"),
    Provision(Law.WKGB, "2", "10"),
)

_OF_AGE = 18


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict for all bodies that pay so: the household misses what they pay together."""
    paid = tuple(_paid_to_the_wrong_member(picture))
    return (_conflict(paid, picture),) if paid else ()


def household(conflict: Conflict, picture: Picture) -> Text:
    """Who pays to the wrong parent, and what the children miss."""
    names, missed = texts.bodies(conflict.bodies, picture), _missed(conflict)
    several = len(conflict.bodies) > 1
    return Text(
        f"{texts.capital(names).nl} {'betalen' if several else 'betaalt'} geld voor de kinderen "
        f"aan iemand bij wie zij niet wonen. Het gaat om {missed.nl} per maand. Dat geld hoort "
        "naar de ouder te gaan bij wie de kinderen wonen.",
        f"{texts.capital(names).en} {'pay' if several else 'pays'} money for the children to "
        f"somebody they do not live with. It is {missed.en} a month. That money should go to the "
        "parent with whom the children live.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The rights, and that no child for whom they are lives with the payee."""
    rights = records_in(conflict, picture, Entitlement)
    told = texts.joined(_told(right) for right in rights)
    return Text(
        f"Geen van de kinderen voor wie wordt betaald, woont bij de ontvanger: {told.nl}.",
        f"None of the children for whom it is paid lives with the payee: {told.en}.",
    )


def _missed(conflict: Conflict) -> Text:
    return texts.amount(conflict.monthly_harm_cents or 0)


def _told(right: Entitlement) -> Text:
    scheme, amount = texts.scheme(right.scheme), texts.amount(right.amount_monthly_cents)
    return Text(f"{scheme.nl} ({amount.nl} per maand)", f"{scheme.en} ({amount.en} a month)")


def _paid_to_the_wrong_member(picture: Picture) -> Iterator[tuple[Body, Entitlement]]:
    children = _children(picture)
    for holder, right in picture.of(Entitlement):
        if (
            children.issuperset(right.persons)
            and is_in_payment(right, picture.today)
            and _lives_with_none_of(right.payee.member, right.persons, picture.household)
        ):
            yield holder, right


def _children(picture: Picture) -> frozenset[MemberRef]:
    """The children of the household, and anybody's child as long as it is not of age."""
    have_a_parent = {
        relation.b
        for relation in picture.household.relations
        if relation.kind is RelationKind.PARENT
    }
    return frozenset(
        member.id
        for member in picture.household.members
        if member.role is MemberRole.CHILD
        or (member.id in have_a_parent and _years_old(member, picture.today) < _OF_AGE)
    )


def _years_old(member: Member, today: dt.date) -> int:
    born = member.born
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _lives_with_none_of(
    payee: MemberRef | None, children: tuple[MemberRef, ...], household: Household
) -> bool:
    """Whether this member's home is none of theirs; a payee who is no member says nothing."""
    receiver = None if payee is None else _member(payee, household)
    if receiver is None:
        return False
    homes = {child.lives_at for child in household.members if child.id in children}
    return receiver.lives_at not in homes


def _member(ref: MemberRef, household: Household) -> Member | None:
    return next((member for member in household.members if member.id == ref), None)


def _conflict(paid: tuple[tuple[Body, Entitlement], ...], picture: Picture) -> Conflict:
    rights = [right for _, right in paid]
    return Conflict(
        type=ConflictType.GELD_NAAR_VERKEERDE_OUDER,
        bodies=in_order(holder for holder, _ in paid),
        records=refs(rights),
        provisions=provisions_of(rights, LAW),
        monthly_harm_cents=sum(right.amount_monthly_cents for right in rights) or None,
        urgency=HarmUrgency.CRITICAL if is_below_minimum(picture) else HarmUrgency.HIGH,
    )


DETECTOR = Detector(
    type=ConflictType.GELD_NAAR_VERKEERDE_OUDER,
    summary=Text(
        "Geld voor de kinderen gaat naar iemand bij wie zij niet wonen",
        "Money for the children goes to somebody they do not live with",
    ),
    trigger=Text(
        "Een lopend recht voor kinderen wordt betaald aan een lid bij wie geen van hen woont.",
        "A right in payment for children goes to a member with whom none of them lives.",
    ),
    example=Text(
        "De kinderen wonen met hun moeder in de opvang; kinderbijslag en kindgebonden budget gaan "
        "nog naar de vader.",
        "The children live with their mother in a shelter; child benefit and the child budget "
        "still go to the father.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

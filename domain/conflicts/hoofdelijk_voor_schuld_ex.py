"""HOOFDELIJK_VOOR_SCHULD_EX: someone must pay a debt that came from a spouse who is gone.

Joint liability (Awir 33; BW 1:85, 1:102) presumes two who share one purse; it stays when they part.
"""

from __future__ import annotations

from collections import defaultdict

from domain.conflicts.bodies import in_order, provisions_of, refs
from domain.conflicts.collected import owed_at_once
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.grounds import records_in
from domain.conflicts.taken import taken_for
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Claim, MemberRef, Provision
from domain.vocabulary import ClaimStatus, Law, MemberRole, RelationKind, RelationStatus

CIVIL = (Provision(Law.BW, "1:85"), Provision(Law.BW, "1:102"))
"""What makes spouses jointly liable for private debts: who claims these names no provision."""

LAW = (Provision(Law.AWIR, "33"), *CIVIL)

_PARTED = frozenset(
    {RelationStatus.SEPARATED, RelationStatus.DIVORCE_PENDING, RelationStatus.DIVORCED}
)


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per body that claims debts of a former spouse from a member of the plan."""
    former = _former_spouses(picture)
    by_body: dict[tuple[Body, ...], list[Claim]] = defaultdict(list)
    for holder, claim in picture.of(Claim):
        if _is_owed_for_a_former_spouse(claim, former):
            by_body[in_order((holder,))].append(claim)
    return tuple(_conflict(bodies, claims, picture) for bodies, claims in by_body.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """Whose debt it is, who must pay it, and what to ask for."""
    names = texts.capital(texts.bodies(conflict.bodies, picture))
    owed = texts.amount(_outstanding(conflict, picture))
    return Text(
        f"{names.nl} vraagt {owed.nl} voor een schuld die door de vroegere partner is ontstaan. "
        "Nu zij uit elkaar zijn, moet één van hen betalen voor de ander. Vraag om de schuld bij de "
        "ander te innen, of om niet meer te vragen dan het eigen deel.",
        f"{names.en} asks {owed.en} for a debt that the former partner gave rise to. Now that "
        "they have parted, one of them must pay for the other. Ask to collect the debt from the "
        "other, or to ask no more than one's own share.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """What is owed, and by whose doing."""
    owed = texts.amount(_outstanding(conflict, picture))
    names = texts.bodies(conflict.bodies, picture)
    return Text(
        f"Een lid van het plan is aansprakelijk voor {owed.nl} bij {names.nl}; die schuld ontstond "
        "bij de echtgenoot van wie dit lid gescheiden is of leeft, of gaat scheiden.",
        f"A member of the plan is liable for {owed.en} to {names.en}; the debt arose from the "
        "spouse from whom that member is separated, divorced or being divorced.",
    )


def _former_spouses(picture: Picture) -> dict[MemberRef, frozenset[MemberRef]]:
    """Per member of the plan the spouses from whom that member has parted or is parting."""
    outside = {
        member.id for member in picture.household.members if member.role is MemberRole.OUTSIDE_PLAN
    }
    former: dict[MemberRef, frozenset[MemberRef]] = defaultdict(frozenset)
    for relation in picture.household.relations:
        if relation.kind is RelationKind.SPOUSE and relation.status in _PARTED:
            for member, spouse in ((relation.a, relation.b), (relation.b, relation.a)):
                if member not in outside:
                    former[member] |= {spouse}
    return dict(former)


def _is_owed_for_a_former_spouse(
    claim: Claim, former: dict[MemberRef, frozenset[MemberRef]]
) -> bool:
    return claim.outstanding_cents > 0 and any(
        claim.arose_from in former.get(liable, frozenset()) for liable in claim.liable
    )


def _outstanding(conflict: Conflict, picture: Picture) -> int:
    return sum(claim.outstanding_cents for claim in records_in(conflict, picture, Claim))


def _conflict(bodies: tuple[Body, ...], claims: list[Claim], picture: Picture) -> Conflict:
    monthly = taken_for(claims, picture) or None
    collected = monthly or any(claim.status is ClaimStatus.IN_COLLECTION for claim in claims)
    return Conflict(
        type=ConflictType.HOOFDELIJK_VOOR_SCHULD_EX,
        bodies=bodies,
        records=refs(claims),
        provisions=provisions_of(claims, CIVIL),
        monthly_harm_cents=monthly,
        urgency=HarmUrgency.HIGH if collected else HarmUrgency.NORMAL,
        one_off_harm_cents=owed_at_once(claims, picture),
    )


DETECTOR = Detector(
    type=ConflictType.HOOFDELIJK_VOOR_SCHULD_EX,
    summary=Text(
        "Aansprakelijk voor een schuld van een vroegere partner",
        "Liable for a debt of a former partner",
    ),
    trigger=Text(
        "Een lid van het plan is aansprakelijk voor een schuld die is ontstaan bij een echtgenoot "
        "van wie het gescheiden is of leeft, of gaat scheiden.",
        "A member of the plan is liable for a debt that arose from a spouse from whom that member "
        "is separated, divorced or being divorced.",
    ),
    example=Text(
        "Dienst Toeslagen vordert van een gescheiden moeder de huurtoeslag terug die door het "
        "inkomen van haar ex te hoog was.",
        "Dienst Toeslagen reclaims from a divorced mother the rent allowance that was too high "
        "because of the income of her ex.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

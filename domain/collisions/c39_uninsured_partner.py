"""C39: the partner has no insurance, so the health care allowance of the other is halved.

Wzt 2 lid 4 halves the joint allowance when the partner is no insured person, while the CAK fines
who is not insured (Zvw 9b, 9c), insures him itself (9d) and takes a premium (18e), or his insurance
is suspended by detention (24): Wzt 1 lid 1 c says that he is no insured person then either. Wzt
knows no room; who asks not to have an allowance partner in detention gets it alone (Awir 3c lid 1).

Found on the CAK's records: a fine for the uninsured, or a decision that he is not insured or
suspended, without cover today; or on the decision of Dienst Toeslagen that halves it for that. An
insurance abroad is left out: the CAK has no part in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.budget.running import is_covered, is_in_payment
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.couples import couple_of
from domain.collisions.named_bodies import TOESLAGEN
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import HarmUrgency
from domain.conflicts.facts import harmful_determinations
from domain.explanations import texts
from domain.household import Member
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import (
    Body,
    Claim,
    Contribution,
    DeterminationMade,
    Entitlement,
    FactUsed,
    Provision,
    Ref,
)
from domain.vocabulary import Agency, Cover, FactName, Law, Outcome, Reason, Scheme

HALF = (Provision(Law.WZT, "2", "4"),)
INSURE = (
    Provision(Law.ZVW, "9b"),
    Provision(Law.ZVW, "9c"),
    Provision(Law.ZVW, "9d"),
    Provision(Law.ZVW, "18e"),
    Provision(Law.ZVW, "24", "1"),
)

_SHARE = parameter("zt_partner_niet_verzekerd")
_CAK = Body(agency=Agency.CAK)
_NO_COVER = frozenset({Reason.NOT_INSURED, Reason.IN_DETENTION})


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the allowance of the insured of the two, and what the CAK holds on the other."""
    couple = couple_of(picture.household)
    if couple is None:
        return ()
    for insured, other in (couple, couple[::-1]):
        by_cak = tuple(_uninsured(other, picture))
        rights = tuple(_allowances(insured, picture))
        if by_cak and rights and not _counts_alone(insured, picture):
            return (_collision(rights, by_cak, other, picture),)
    return ()


def household(collision: Collision, picture: Picture) -> Text:
    """That the allowance is halved while the partner has no insurance."""
    half = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        "Uw partner heeft nu geen zorgverzekering die meetelt. Daarom krijgt u maar de helft van "
        f"de zorgtoeslag. Dat is {half.nl} per maand minder. Regel eerst de verzekering, of de "
        "uitzondering bij detentie; vraag daarna om een nieuwe berekening.",
        "Your partner has no health insurance that counts now. So you get only half of the health "
        f"care allowance. That is {half.en} a month less. First arrange the insurance, or the "
        "exception for detention; then ask for a new calculation.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The half that is not paid."""
    half = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"De zorgtoeslag voor beiden, waarvan vijftig procent vervalt: {half.nl} per maand.",
        f"The health care allowance for both, of which fifty percent is lost: {half.en} a month.",
    )


def _uninsured(person: Member, picture: Picture) -> Iterator[Claim | DeterminationMade]:
    """What the CAK holds against somebody without cover."""
    if _has_cover(person, picture):
        return
    for holder, claim in picture.of(Claim):
        fined = claim.scheme is Scheme.UNINSURED_FINE and claim.outstanding_cents > 0
        if counted(holder) == _CAK and fined and person.id in claim.persons:
            yield claim
    for holder, decision in harmful_determinations(picture):
        if (
            holder == _CAK
            and decision.scheme in (Scheme.HEALTH_INSURANCE, Scheme.UNINSURED_FINE)
            and decision.reason in _NO_COVER
            and person.id in decision.persons
        ) or _halves(decision, holder):
            yield decision


def _halves(decision: DeterminationMade, holder: Body) -> bool:
    """Whether Dienst Toeslagen found the partner of who gets the allowance not insured."""
    return (
        holder == TOESLAGEN
        and decision.scheme is Scheme.ZORGTOESLAG
        and decision.outcome is Outcome.GRANTED_LOWER
        and decision.reason is Reason.NOT_INSURED
    )


def _has_cover(person: Member, picture: Picture) -> bool:
    return any(
        contribution.cover is Cover.HEALTH_CARE
        and person.id in contribution.persons
        and is_covered(contribution, picture.today)
        for _, contribution in picture.of(Contribution)
    )


def _allowances(insured: Member, picture: Picture) -> Iterator[Entitlement]:
    for holder, right in picture.of(Entitlement):
        if (
            counted(holder) == TOESLAGEN
            and right.scheme is Scheme.ZORGTOESLAG
            and is_in_payment(right, picture.today)
            and insured.id in right.persons
            and right.amount_monthly_cents > 0
        ):
            yield right


def _counts_alone(insured: Member, picture: Picture) -> bool:
    """Whether Dienst Toeslagen works without a partner, so that nothing is halved."""
    return any(
        counted(holder) == TOESLAGEN
        and used.fact is FactName.PARTNER
        and used.value == Ref(None)
        and insured.id in used.persons
        for holder, used in picture.of(FactUsed)
    )


def _collision(
    rights: tuple[Entitlement, ...],
    by_cak: tuple[Claim | DeterminationMade, ...],
    other: Member,
    picture: Picture,
) -> Collision:
    fines = [each for each in by_cak if isinstance(each, Claim)]
    return Collision(
        code=CollisionCode.C39,
        bodies=in_order((TOESLAGEN, _CAK)),
        records=(*refs(rights), *refs(by_cak)),
        harmed_by=(*refs(rights), *refs(fines)),
        provisions=(*HALF, *INSURE),
        monthly_harm_cents=sum(_lost(right, other, picture) for right in rights),
        urgency=HarmUrgency.HIGH,
        one_off_harm_cents=sum(fine.outstanding_cents for fine in fines) or None,
    )


def _lost(right: Entitlement, other: Member, picture: Picture) -> int:
    """The share that is not paid; of a right that is still paid for both, what will be lost."""
    kept = last_known_on(_SHARE, picture.today)
    whole = right.amount_monthly_cents * (1 if other.id in right.persons else 1 / kept)
    return int(whole * (1 - kept))


RULE = CollisionRule(
    code=CollisionCode.C39,
    name=Text("Niet-verzekerde partner", "Uninsured partner halves the care allowance"),
    one=Side(
        Text(
            "De zorgtoeslag is de helft als de partner geen verzekerde is.",
            "The health care allowance is half when the partner is no insured person.",
        ),
        HALF,
    ),
    other=Side(
        Text(
            "Het CAK beboet wie niet verzekerd is, verzekert hem zelf en vraagt premie; tijdens "
            "detentie is de verzekering opgeschort.",
            "The CAK fines who is not insured, insures him itself and asks a premium; during "
            "detention the insurance is suspended.",
        ),
        INSURE,
    ),
    trigger=Text(
        "Er wordt zorgtoeslag betaald aan een van twee partners, terwijl de ander volgens het CAK "
        "niet verzekerd is of een opgeschorte verzekering heeft.",
        "The health care allowance is paid to one of two partners, while by the CAK the other is "
        "not insured or has a suspended insurance.",
    ),
    room=Text(
        "Tegen de boete staat bezwaar open (Zvw 9b, 9c); de Wzt kent geen ruimte. Bij meer dan "
        "drie maanden detentie op verzoek geen partner (Awir 3c lid 1).",
        "Objection is open against the fine (Zvw 9b, 9c); the Wzt knows no room. With over three "
        "months of detention no partner on request (Awir 3c(1)).",
    ),
    deciders=Text("CAK; Dienst Toeslagen", "CAK; Dienst Toeslagen"),
    together=Text(
        "Eerst de verzekering regelen, dan de zorgtoeslag opnieuw berekenen.",
        "First the insurance, then a new calculation of the allowance.",
    ),
    source="MinBZK/regelrecht-corpus: Wzt 1, 2 (2026) and Zvw 24 (2026); Zvw 9b-9d, 18e as in "
    "domain/legislation",
    verified=True,
    find=find,
    household=household,
    computation=computation,
)

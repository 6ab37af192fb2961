"""C36: a student's grant hangs on an address in the register that is not where he lives.

The grant for living away is due only when the student lives where the register says (Wsf 2000 1.5),
and DUO recovers and may fine up to half when it finds otherwise (9.9, a may-clause). For assistance
a student is never a cost-sharer (Pw 19a lid 1 d) and has no right himself (13 lid 2 c), so that the
same address changes nothing there.

Found where the register's address, as the municipality keeps it or else as another took it from the
register, differs from where the student stays by the intake, by documents or by DUO's own finding,
and DUO pays, claims or fines student finance. A claim for leaving school late, for income or for an
estimate has another cause. Left out: whether the grant is one for living away, which the format
does not tell apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.budget.running import is_in_payment
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.named_bodies import GEMEENTE, TOESLAGEN
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.facts import holds_on, shown_of
from domain.explanations import texts
from domain.household import Member
from domain.legislation.text import Text
from domain.picture import Held, Picture
from domain.records import Body, Claim, Duty, Entitlement, FactUsed, Provision, Ref, Value
from domain.vocabulary import (
    Agency,
    ClaimKind,
    DutyKind,
    FactName,
    Law,
    OverpaymentCause,
    Scheme,
)

LIVING_AWAY = (Provision(Law.WSF_2000, "1.5"), Provision(Law.WSF_2000, "9.9"))
NO_COST_SHARER = (Provision(Law.PW, "13", "2 c"), Provision(Law.PW, "19a", "1 d"))

_DUO = Body(agency=Agency.DUO)
_OF_ADDRESS = (FactName.REGISTERED_ADDRESS, FactName.MAIN_RESIDENCE)
_OTHER_CAUSES = frozenset(
    {
        OverpaymentCause.INCOME_CHANGE,
        OverpaymentCause.ESTIMATE_DIFFERS,
        OverpaymentCause.LATE_DEREGISTRATION,
    }
)


@dataclass(frozen=True, slots=True)
class _Student:
    """A student whose addresses differ: the facts, what DUO claims, and what it pays."""

    facts: tuple[Held, ...]
    claims: tuple[Claim, ...]
    grants: tuple[Entitlement, ...]


def find(picture: Picture) -> tuple[Collision, ...]:
    """One per set of bodies that work with the address."""
    by_bodies: dict[tuple[Body, ...], list[_Student]] = {}
    for member in picture.household.members:
        student = _student(member, picture)
        if student is not None:
            bodies = in_order((_DUO, GEMEENTE, *(held.holder for held in student.facts)))
            by_bodies.setdefault(bodies, []).append(student)
    return tuple(_collision(bodies, found) for bodies, found in by_bodies.items())


def household(collision: Collision, picture: Picture) -> Text:
    """Why DUO asks money back, and that the address must be put right first."""
    cost = _cost(collision)
    return Text(
        "Uw adres bij de gemeente is een ander dan waar u woont. DUO kijkt naar dat adres voor uw "
        f"studiefinanciering.{cost.nl} Laat eerst uw adres kloppen bij de gemeente. Kon u er niets "
        "aan doen, bijvoorbeeld omdat u uw kamer kwijt was? Vertel dat DUO: een boete hoeft niet.",
        "Your address at the municipality is another than where you live. DUO looks at that "
        f"address for your student finance.{cost.en} First have your address put right at the "
        "municipality. Could you not help it, for instance as you lost your room? Tell DUO: a fine "
        "is not a must.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """What DUO claims and fines."""
    cost = _cost(collision)
    return Text(
        f"Het adres in de BRP is niet dat waar de student verblijft.{cost.nl}",
        f"The address in the BRP is not that where the student stays.{cost.en}",
    )


def _cost(collision: Collision) -> Text:
    if not collision.one_off_harm_cents:
        return Text("", "")
    owed = texts.amount(collision.one_off_harm_cents)
    return Text(f" DUO vraagt daarom {owed.nl} terug.", f" So DUO asks {owed.en} back.")


def _student(member: Member, picture: Picture) -> _Student | None:
    claims, grants = tuple(_claims(member, picture)), tuple(_grants(member, picture))
    if not (claims or grants):
        return None
    registered = tuple(_registered(member, picture)) or tuple(_taken_over(member, picture))
    real = set(_real(member, picture))
    differs = any(address.value not in real or len(real) > 1 for address in registered)
    return _Student(tuple(_facts(member, picture)), claims, grants) if differs else None


def _registered(member: Member, picture: Picture) -> Iterator[FactUsed]:
    """The address in the register, as its keeper has it."""
    for holder, used in picture.facts(FactName.REGISTERED_ADDRESS):
        if counted(holder) == GEMEENTE and member.id in used.persons:
            yield used


def _taken_over(member: Member, picture: Picture) -> Iterator[FactUsed]:
    """The address in the register as DUO or Dienst Toeslagen took it from there."""
    for holder, used in picture.facts(FactName.REGISTERED_ADDRESS):
        if counted(holder) in (_DUO, TOESLAGEN) and member.id in used.persons:
            yield used


def _real(member: Member, picture: Picture) -> Iterator[Value]:
    """Where he stays: by documents, or else by the intake; and by what DUO found itself."""
    shown = [
        each.value
        for each in shown_of(picture, FactName.MAIN_RESIDENCE, (member.id,))
        if holds_on(each, picture.today)
    ]
    yield from shown or [Ref(member.lives_at)]
    for holder, used in picture.facts(FactName.MAIN_RESIDENCE):
        if counted(holder) == _DUO and member.id in used.persons:
            yield used.value


def _facts(member: Member, picture: Picture) -> Iterator[Held]:
    """The addresses with which DUO, the municipality and Dienst Toeslagen work."""
    for name in _OF_ADDRESS:
        for holder, used in picture.facts(name):
            body = counted(holder)
            if body in (_DUO, GEMEENTE, TOESLAGEN) and member.id in used.persons:
                yield Held(body, used)


def _grants(member: Member, picture: Picture) -> Iterator[Entitlement]:
    for holder, right in picture.of(Entitlement):
        if (
            right.scheme is Scheme.STUDENT_FINANCE
            and counted(holder) == _DUO
            and is_in_payment(right, picture.today)
            and member.id in right.persons
        ):
            yield right


def _claims(member: Member, picture: Picture) -> Iterator[Claim]:
    for holder, claim in picture.of(Claim):
        if (
            claim.scheme is Scheme.STUDENT_FINANCE
            and counted(holder) == _DUO
            and claim.kind in (ClaimKind.OVERPAYMENT, ClaimKind.FINE)
            and claim.outstanding_cents > 0
            and member.id in claim.persons
            and not _has_another_cause(claim, picture)
        ):
            yield claim


def _has_another_cause(claim: Claim, picture: Picture) -> bool:
    breached = picture.find(claim.for_breach_of)
    other_duty = (
        breached is not None
        and isinstance(breached.record, Duty)
        and breached.record.kind is not DutyKind.REPORT_CHANGE
    )
    cause = claim.overpayment.cause if claim.overpayment else None
    return other_duty or cause in _OTHER_CAUSES


def _collision(bodies: tuple[Body, ...], found: list[_Student]) -> Collision:
    claims = [claim for student in found for claim in student.claims]
    grants = [grant for student in found for grant in student.grants]
    facts = [held.record for student in found for held in student.facts]
    return Collision(
        code=CollisionCode.C36,
        bodies=bodies,
        records=(*refs(claims), *refs(grants), *refs(facts)),
        harmed_by=refs(claims) or refs(grants),
        provisions=(*LIVING_AWAY, *NO_COST_SHARER),
        monthly_harm_cents=None,
        urgency=HarmUrgency.HIGH if claims else HarmUrgency.NORMAL,
        one_off_harm_cents=sum({each.id: each.outstanding_cents for each in claims}.values())
        or None,
    )


RULE = CollisionRule(
    code=CollisionCode.C36,
    name=Text("Uitwonend of thuiswonend", "Address of the student and cost-sharing"),
    one=Side(
        Text(
            "Een beurs voor uitwonenden is er alleen als de student woont op zijn adres in de BRP; "
            "anders vordert DUO terug en kan zij een boete geven.",
            "A grant for living away is due only when the student lives at his address in the BRP; "
            "else DUO recovers and may fine.",
        ),
        LIVING_AWAY,
    ),
    other=Side(
        Text(
            "Voor de bijstand van huisgenoten telt een student nooit als kostendeler, en hij heeft "
            "zelf geen recht op bijstand.",
            "For the assistance of others in the home a student is never a cost-sharer, and has no "
            "right to assistance himself.",
        ),
        NO_COST_SHARER,
    ),
    trigger=Text(
        "Het BRP-adres van een student is niet waar hij verblijft, en DUO betaalt of vordert "
        "studiefinanciering.",
        "A student's address in the BRP is not where he stays, and DUO pays or claims student "
        "finance.",
    ),
    room=Text(
        "Wsf 2000 9.9 ('kan'), 11.5 (onbillijkheid van overwegende aard), Awb 3:4 en 5:41.",
        "Wsf 2000 9.9 ('may'), 11.5 (grave unfairness), Awb 3:4 and 5:41.",
    ),
    deciders=Text("DUO", "DUO"),
    together=Text(
        "Eerst de BRP verbeteren; geen boete als de woning was weggevallen.",
        "Correct the BRP first; no fine when the home was lost.",
    ),
    source="CONFLICTS.md [V]: Wsf 2000 1.5, 9.9, Pw 13, 19a; Wsf 2000 11.5 as in "
    "domain/legislation",
    verified=True,
    faces=(
        ConflictType.HOOFDVERBLIJF_VERSCHIL,
        ConflictType.REGISTRATIEFOUT_WERKT_DOOR,
        ConflictType.VERPLICHTING_ONMOGELIJK,
    ),
    find=find,
    household=household,
    computation=computation,
)

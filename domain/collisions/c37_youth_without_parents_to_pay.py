"""C37: somebody of 18 to 20 lives on his own, on a norm that presumes parents who pay.

The norm of Pw 20 lid 1 a leaves the rest to the parents' duty (BW 1:395a). Since 2026 the college
must raise it when their means do not suffice or support cannot reasonably be claimed (Pw 20 lid 3,
not above the norm of 21, lid 4), and it recovers from the parents (Pw 62). Whether parents can pay
is in no record: found are those who live without them while assistance was asked and not decided,
or is paid at no more than the low norm.

Left out: a young couple, whose norms are others; and who gets student finance, which shuts out
assistance (Pw 13 lid 2 c).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.budget.means import FOR_RENT_CARE_OR_CHILDREN
from domain.budget.running import is_in_payment
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.income import income_is_known
from domain.collisions.named_bodies import GEMEENTE
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.facts import harmful_determinations
from domain.conflicts.protection import partner_of
from domain.explanations import texts
from domain.household import Household, Member
from domain.legislation.calendar import years_on
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.text import Text
from domain.picture import Held, Picture
from domain.records import Application, Entitlement, Provision
from domain.vocabulary import (
    Agency,
    ApplicationStatus,
    IncomeKind,
    Law,
    RelationKind,
    Scheme,
)

LOW_NORM = (Provision(Law.PW, "20", "1 a"), Provision(Law.PW, "62"))
RAISED = (Provision(Law.PW, "20", "3"), Provision(Law.BW, "1:395a"))

_NORM = parameter("pw_18_20_alleenstaande")
_RAISE = parameter("pw_18_20_verhoging_geen_ouders")
_YOUNG = range(18, 21)
_PENDING = frozenset({ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED})
_CALLED_ON_FIRST = {Agency.DUO: Scheme.STUDENT_FINANCE, Agency.SVB: Scheme.KINDERBIJSLAG}


@dataclass(frozen=True, slots=True)
class _Young:
    """Somebody on the low norm, what shows it, and who stopped or refused what came before."""

    assistance: tuple[Application | Entitlement, ...]
    before: tuple[Held, ...]
    missing_cents: int


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: everybody of 18 to 20 in the household whose norm is not raised."""
    if _RAISE.last_known(picture.today) is None or not income_is_known(picture):
        return ()
    found = [
        young
        for member in picture.household.members
        if _is_on_his_own(member, picture) and (young := _young(member, picture)) is not None
    ]
    return (_collision(found),) if found else ()


def household(collision: Collision, picture: Picture) -> Text:
    """That the norm presumes parents, and that it must be raised when they cannot pay."""
    missing = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        "Wie 18, 19 of 20 jaar is, krijgt een lage bijstand. De wet gaat ervan uit dat de ouders "
        "de rest betalen. Kunnen zij dat niet, of kan het niet van hen worden gevraagd? Dan moet "
        f"de gemeente de bijstand verhogen. Het gaat om {missing.nl} per maand. Vertel dit meteen "
        "bij de aanvraag.",
        "Who is 18, 19 or 20 gets low assistance. The law presumes that the parents pay the rest. "
        "Can they not, or can it not be asked of them? Then the municipality must raise it. This "
        f"is about {missing.en} a month. Say so at once with the application.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The low norm and the raise that hangs on what the parents can pay."""
    low = texts.amount(int(last_known_on(_NORM, picture.today)))
    missing = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"Norm voor 18 tot en met 20 jaar {low.nl} per maand; niet verhoogd met {missing.nl}.",
        f"Norm for 18 to 20 years {low.en} a month; not raised by {missing.en}.",
    )


def _is_on_his_own(member: Member, picture: Picture) -> bool:
    """Of that age, without partner, and not living with a parent."""
    household = picture.household
    return (
        years_on(member.born, picture.today) in _YOUNG
        and partner_of(member.id, household) is None
        and not any(_live_together(parent, member) for parent in _parents(member, household))
    )


def _parents(member: Member, household: Household) -> list[Member]:
    ids = {
        relation.a
        for relation in household.relations
        if relation.kind is RelationKind.PARENT and relation.b == member.id
    }
    return [each for each in household.members if each.id in ids]


def _live_together(one: Member, other: Member) -> bool:
    return one.lives_at is not None and one.lives_at == other.lives_at


def _young(member: Member, picture: Picture) -> _Young | None:
    if any(
        right.scheme is Scheme.STUDENT_FINANCE and is_in_payment(right, picture.today)
        for right in _rights(member, picture)
    ):
        return None
    norm, raised = (int(last_known_on(each, picture.today)) for each in (_NORM, _RAISE))
    paid, asked = tuple(_paid_assistance(member, picture)), tuple(_asked(member, picture))
    if paid:
        full = max(each.full_amount_monthly_cents or each.amount_monthly_cents for each in paid)
        missing = raised if full <= norm else 0
    else:
        short = norm + raised - _own_income(member, picture)
        missing = min(raised, short) if asked else 0
    assistance = paid or asked
    return _Young(assistance, tuple(_before(member, picture)), missing) if missing > 0 else None


def _rights(member: Member, picture: Picture) -> Iterator[Entitlement]:
    for _, right in picture.of(Entitlement):
        if member.id in right.persons:
            yield right


def _paid_assistance(member: Member, picture: Picture) -> Iterator[Entitlement]:
    for holder, right in picture.of(Entitlement):
        of_his = right.scheme is Scheme.BIJSTAND and member.id in right.persons
        if counted(holder) == GEMEENTE and of_his and is_in_payment(right, picture.today):
            yield right


def _asked(member: Member, picture: Picture) -> Iterator[Application]:
    for holder, application in picture.of(Application):
        if (
            counted(holder) == GEMEENTE
            and application.scheme is Scheme.BIJSTAND
            and application.status in _PENDING
            and member.id in application.persons
        ):
            yield application


def _own_income(member: Member, picture: Picture) -> int:
    """What he has of his own; a gift says nothing of what parents owe."""
    stated = sum(
        income.amount_monthly_cents
        for income in picture.household.income
        if income.person == member.id and income.kind is not IncomeKind.GIFT
    )
    return stated + sum(
        right.amount_monthly_cents
        for right in _rights(member, picture)
        if right.scheme not in FOR_RENT_CARE_OR_CHILDREN and is_in_payment(right, picture.today)
    )


def _before(member: Member, picture: Picture) -> Iterator[Held]:
    """What DUO or the SVB ended or refused for this person."""
    for holder, decision in harmful_determinations(picture):
        scheme = _CALLED_ON_FIRST.get(holder.agency) if holder.agency else None
        if scheme is decision.scheme and member.id in decision.persons:
            yield Held(holder, decision)


def _collision(found: list[_Young]) -> Collision:
    assistance = [record for young in found for record in young.assistance]
    before = [held for young in found for held in young.before]
    return Collision(
        code=CollisionCode.C37,
        bodies=in_order((GEMEENTE, *(held.holder for held in before))),
        records=(*refs(assistance), *refs(held.record for held in before)),
        harmed_by=refs(assistance),
        provisions=(*LOW_NORM, *RAISED),
        monthly_harm_cents=sum(young.missing_cents for young in found),
        urgency=HarmUrgency.CRITICAL,
    )


RULE = CollisionRule(
    code=CollisionCode.C37,
    name=Text("Jongerennorm", "Youth 18-20 whose parents cannot pay"),
    one=Side(
        Text(
            "De norm voor wie 18, 19 of 20 jaar is, laat de rest aan de ouders; de gemeente kan de "
            "verhoging op hen verhalen.",
            "The norm for who is 18, 19 or 20 leaves the rest to the parents; the municipality can "
            "recover the raise from them.",
        ),
        LOW_NORM,
    ),
    other=Side(
        Text(
            "Kunnen de ouders niet betalen, of kan het niet van hen worden gevraagd, dan moet de "
            "norm worden verhoogd.",
            "When parents cannot pay, or it cannot be asked of them, the norm must be raised.",
        ),
        RAISED,
    ),
    trigger=Text(
        "Iemand van 18 tot en met 20 jaar woont niet bij een ouder, en bijstand is gevraagd of "
        "wordt betaald naar de lage norm.",
        "Somebody of 18 to 20 does not live with a parent, and assistance is asked for or paid at "
        "the low norm.",
    ),
    room=Text(
        "Pw 20 lid 3 (verplicht, als de toets uitkomt), Pw 18 lid 1.",
        "Pw 20(3) (mandatory when the test is met), Pw 18(1).",
    ),
    deciders=Text("het college", "the municipality"),
    together=Text(
        "Bij de aanvraag beslissen over Pw 20 lid 3; niet verhalen zolang het plan loopt.",
        "Decide on Pw 20(3) with the application; no recovery from parents while the plan runs.",
    ),
    source="MinBZK/regelrecht-corpus: Pw 20, 62 (2026) as in domain/legislation",
    verified=True,
    faces=(
        ConflictType.KRINGVERWIJZING,
        ConflictType.NIET_GEBRUIK,
        ConflictType.WACHT_OP_ELKAAR,
    ),
    find=find,
    household=household,
    computation=computation,
)

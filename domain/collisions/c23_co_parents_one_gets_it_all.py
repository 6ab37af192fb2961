"""C23: two parents care for a child, and the child budget follows the child benefit to one of them.

Wkgb 2 lid 9-10 gives the child budget, with the increase for a single parent, only to whom child
benefit is paid; it has no room. AKW 18 lets benefit be split or paid to either, and both can be a
single parent for assistance (Pw 4). The records have no field for co-parenting: it is where a
parent outside this couple gets the benefit for a minor child that, by intake or by any body's or
document's main residence, lives with the parent in the plan. How many days it stays with each is
left out. The harm is the child budget before it is lowered by income.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from domain.budget.means import applicant_and_partner
from domain.budget.running import is_in_payment
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.named_bodies import GEMEENTE, TOESLAGEN, assistance_in_payment
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.facts import holds_on
from domain.explanations import texts
from domain.household import FactShown, Member
from domain.legislation.calendar import years_on
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.participatiewet import partner_of_applicant
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import (
    Body,
    Entitlement,
    FactUsed,
    MemberRef,
    Provision,
    Ref,
)
from domain.vocabulary import Agency, FactName, Law, RelationKind, Scheme

_PER_CHILD = parameter("wkb_per_kind")
_SINGLE_PARENT = parameter("wkb_alo_kop")
_OLDER = {12: parameter("wkb_12_15"), 16: parameter("wkb_16_17")}

FOLLOWS = (Provision(Law.WKGB, "2", "9"), Provision(Law.WKGB, "2", "10"))
SHARED = (Provision(Law.AKW, "18"), Provision(Law.PW, "4"))

_OF_AGE = 18
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """A child that lives with a parent in the plan, and the benefit that goes to the other."""

    child: Member
    benefit: Entitlement


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: all children whose benefit goes to the other parent."""
    if any(gap.agency is Agency.BELASTINGDIENST for gap in picture.gaps):
        return ()
    found = tuple(_elsewhere(picture))
    return (_collision(picture, found),) if found else ()


def household(collision: Collision, picture: Picture) -> Text:
    """What is missed because the other parent gets the child benefit."""
    missed = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        "De kinderbijslag gaat naar de andere ouder. Daarom krijgt u ook geen kindgebonden budget, "
        f"al zorgt u mee. Dat kan u tot {missed.nl} per maand schelen. U kunt samen afspreken wie "
        "voor welk kind kinderbijslag krijgt.",
        "The child benefit goes to the other parent. So you get no child budget either, although "
        f"you share the care. That can cost you up to {missed.en} a month. Together you can agree "
        "who gets child benefit for which child.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """For how many children, and whether with the increase for a single parent."""
    found = tuple(_elsewhere(picture))
    children = len({each.child.id for each in found})
    missed = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"Kindgebonden budget voor kinderen bij wie de kinderbijslag naar de andere ouder gaat "
        f"({children}): {missed.nl} per maand, voor de verlaging door inkomen.",
        f"Child budget for children whose child benefit goes to the other parent ({children}): "
        f"{missed.en} a month, before it is lowered by income.",
    )


def _elsewhere(picture: Picture) -> Iterator[_Elsewhere]:
    couple = applicant_and_partner(picture)
    shared = {child.id: child for child in _children_at_home(couple, picture)}
    for holder, benefit in sorted(picture.of(Entitlement), key=lambda each: each[1].id):
        payee = benefit.payee.member
        if (
            holder.agency is Agency.SVB
            and benefit.scheme is Scheme.KINDERBIJSLAG
            and is_in_payment(benefit, picture.today)
            and payee is not None
            and payee not in couple
        ):
            for ref in benefit.persons:
                if ref in shared and payee in _parents(ref, picture):
                    yield _Elsewhere(shared[ref], benefit)


def _children_at_home(couple: frozenset[MemberRef], picture: Picture) -> Iterator[Member]:
    """The minor children of one of the couple who live there and for whom it is paid nothing."""
    homes = {member.lives_at for member in picture.household.members if member.id in couple} - {
        None
    }
    stays, paid = _stays(picture), _paid_for(couple, picture)
    for child in picture.household.members:
        if (
            years_on(child.born, picture.today) < _OF_AGE
            and not couple.isdisjoint(_parents(child.id, picture))
            and not homes.isdisjoint({child.lives_at, *stays[child.id]})
            and child.id not in paid
        ):
            yield child


def _parents(child: MemberRef, picture: Picture) -> frozenset[MemberRef]:
    return frozenset(
        relation.a
        for relation in picture.household.relations
        if relation.kind is RelationKind.PARENT and relation.b == child
    )


def _stays(picture: Picture) -> dict[MemberRef, set[str | None]]:
    """Where each person has his main residence by any body, or by documents today."""
    facts: list[FactUsed | FactShown] = [fact for _, fact in picture.of(FactUsed)]
    facts += [shown for shown in picture.household.evidence if holds_on(shown, picture.today)]
    stays: dict[MemberRef, set[str | None]] = defaultdict(set)
    for fact in facts:
        if fact.fact is FactName.MAIN_RESIDENCE and isinstance(fact.value, Ref):
            for person in fact.persons:
                stays[person].add(fact.value.ref)
    return stays


def _paid_for(couple: frozenset[MemberRef], picture: Picture) -> frozenset[MemberRef]:
    """The children for whom the couple gets child benefit or child budget."""
    return frozenset(
        child
        for _, right in picture.of(Entitlement)
        if right.scheme in (Scheme.KINDERBIJSLAG, Scheme.KINDGEBONDEN_BUDGET)
        and right.payee.member in couple
        and is_in_payment(right, picture.today)
        for child in right.persons
    )


def _missed(picture: Picture, children: dict[MemberRef, Member]) -> int:
    """Child budget per month: per child, by age, and once for a single parent (Wkgb 2)."""
    today = picture.today
    year = Fraction(0)
    for child in children.values():
        year += Fraction(last_known_on(_PER_CHILD, today))
        reached = [age for age in _OLDER if years_on(child.born, today) >= age]
        if reached:
            year += Fraction(last_known_on(_OLDER[max(reached)], today))
    if partner_of_applicant(picture.household) is None and not _has_child_budget(picture):
        year += Fraction(last_known_on(_SINGLE_PARENT, today))
    return int(year / _MONTHS + Fraction(1, 2))


def _has_child_budget(picture: Picture) -> bool:
    return any(
        right.scheme is Scheme.KINDGEBONDEN_BUDGET
        and right.payee.member in applicant_and_partner(picture)
        and is_in_payment(right, picture.today)
        for _, right in picture.of(Entitlement)
    )


def _collision(picture: Picture, found: tuple[_Elsewhere, ...]) -> Collision:
    assistance = assistance_in_payment(picture)
    benefits = [each.benefit for each in found]
    bodies = (
        Body(agency=Agency.SVB),
        TOESLAGEN,
        *((GEMEENTE,) if assistance else ()),
    )
    return Collision(
        code=CollisionCode.C23,
        bodies=in_order(bodies),
        records=(*refs(benefits), *refs(assistance)),
        harmed_by=refs(benefits),
        provisions=(*FOLLOWS, *SHARED),
        monthly_harm_cents=_missed(picture, {each.child.id: each.child for each in found}),
        urgency=HarmUrgency.HIGH,
    )


RULE = CollisionRule(
    code=CollisionCode.C23,
    name=Text("Co-ouderschap kgb en kinderbijslag", "Co-parents: one gets it all"),
    one=Side(
        Text(
            "Kindgebonden budget gaat alleen naar wie de kinderbijslag krijgt.",
            "Child budget goes only to whom child benefit is paid.",
        ),
        FOLLOWS,
    ),
    other=Side(
        Text(
            "Kinderbijslag kan worden verdeeld, en beide ouders kunnen alleenstaande ouder zijn.",
            "Child benefit can be divided, and both parents can be a single parent.",
        ),
        SHARED,
    ),
    trigger=Text(
        "De kinderbijslag voor een kind dat bij een ouder in het plan woont, gaat naar de andere "
        "ouder.",
        "Child benefit for a child that lives with a parent in the plan goes to the other parent.",
    ),
    room=Text(
        "De SVB bepaalt wie ontvangt (AKW 18, 21); in de Wkgb geen; individualiseren in de "
        "bijstand (Pw 18 lid 1).",
        "The SVB determines who receives (AKW 18, 21); none in the Wkgb; individualising in "
        "assistance (Pw 18(1)).",
    ),
    deciders=Text("SVB; het college", "SVB; the college"),
    together=Text(
        "De kinderen over de aanvragen verdelen; bijzondere bijstand.",
        "Divide the children over the applications; special assistance.",
    ),
    source="MinBZK/regelrecht-corpus: Wkgb 2, AKW 18 and 21, Pw 4 (2026)",
    verified=True,
    faces=(ConflictType.GELD_NAAR_VERKEERDE_OUDER, ConflictType.HOOFDVERBLIJF_VERSCHIL),
    find=find,
    household=household,
    computation=computation,
)

"""C06: the last child turns 18, and the money for children stops while own duties begin.

Child benefit stops (AKW 7: as it stands on the first day of a quarter, so not always in the same
month), the child budget with the increase for a single parent stops from the next month (Wkgb 2,
Awir 5), and the child pays an own health premium (Zvw 16) on a norm that counts on its parents
(Pw 20). The list raises the alarm four months ahead; so it is found from then until the end of the
month of the birthday, as long as the money is still paid.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.budget.means import applicant_and_partner
from domain.budget.running import is_in_payment
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import HarmUrgency
from domain.conflicts.consequences import WITHIN_WEEKS
from domain.explanations import texts
from domain.household import Member
from domain.legislation.calendar import add_months, day_aged, month_of
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Entitlement, MemberRef, Provision
from domain.vocabulary import Agency, Law, MemberRole, RelationKind, Scheme

STOPS = (
    Provision(Law.AKW, "7", "1"),
    Provision(Law.WKGB, "2", "1"),
    Provision(Law.WKGB, "2", "6"),
)
BEGINS = (
    Provision(Law.ZVW, "16", "2 a"),
    Provision(Law.PW, "20", "1 a"),
    Provision(Law.WHT, "7", "1"),
)

_OF_AGE = 18
_MONTHS_AHEAD = 4
_FOR_CHILDREN = frozenset({Scheme.KINDERBIJSLAG, Scheme.KINDGEBONDEN_BUDGET})
_ALSO_IN_IT = frozenset({Agency.DUO, Agency.CAK})


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: what is paid for children until the last of them turns eighteen soon."""
    last = _last_child(picture)
    paid = tuple(_rights(picture)) if last else ()
    return (_collision(last, paid, picture),) if last and paid else ()


def household(collision: Collision, picture: Picture) -> Text:
    """What stops, from when, and what to ask for before."""
    stops = texts.amount(collision.monthly_harm_cents or 0)
    day = _birthday(picture)
    return Text(
        f"Op {day.nl} wordt uw jongste kind 18 jaar. Daarna stopt het geld dat u voor dit kind "
        f"krijgt: {stops.nl} per maand. Uw kind moet dan zelf zorgpremie betalen. Vraag nu al "
        "zorgtoeslag aan, en vraag of uw kind recht heeft op studiefinanciering of bijstand.",
        f"On {day.en} your youngest child turns 18. After that the money that you receive for this "
        f"child stops: {stops.en} a month. Your child must then pay a health premium. Apply for "
        "the care allowance now, and ask whether your child has a right to student finance or "
        "assistance.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The birthday, and what is paid for the child until then."""
    rights = [each for _, each in picture.of(Entitlement) if each.id in collision.harmed_by]
    told = texts.joined(
        Text(f"{name.nl} {paid.nl}", f"{name.en} {paid.en}")
        for name, paid in (
            (texts.scheme(each.scheme), texts.amount(each.amount_monthly_cents))
            for each in sorted(rights, key=lambda each: each.scheme)
        )
    )
    day = _birthday(picture)
    return Text(
        f"Het laatste kind wordt 18 op {day.nl}; tot dan per maand: {told.nl}.",
        f"The last child turns 18 on {day.en}; until then a month: {told.en}.",
    )


def _birthday(picture: Picture) -> Text:
    last = _last_child(picture)
    assert last is not None
    return texts.date(day_aged(last.born, _OF_AGE))


def _last_child(picture: Picture) -> Member | None:
    """The youngest child for whom the household is paid, when it turns 18 soon and none is left."""
    children = tuple(_children(picture))
    if not children:
        return None
    last = max(children, key=lambda each: (each.born, each.id))
    first_day, until = month_of(picture.today)[0], add_months(picture.today, _MONTHS_AHEAD)
    return last if first_day <= day_aged(last.born, _OF_AGE) <= until else None


def _children(picture: Picture) -> Iterator[Member]:
    """Children at home, and those for whom the household is paid."""
    home = picture.household.applicant().lives_at
    named = {person for _, right in _rights(picture) for person in right.persons}
    for member in picture.household.members:
        at_home = home is not None and member.lives_at == home
        is_another = member.id not in applicant_and_partner(picture)
        if is_another and (member.id in named or (at_home and _is_child(member, picture))):
            yield member


def _is_child(member: Member, picture: Picture) -> bool:
    earners = applicant_and_partner(picture)
    parents = {
        each.a
        for each in picture.household.relations
        if each.kind is RelationKind.PARENT and each.b == member.id
    }
    return not earners.isdisjoint(parents) or (not parents and member.role is MemberRole.CHILD)


def _rights(picture: Picture) -> Iterator[tuple[Body, Entitlement]]:
    """Money for children that is paid to applicant or partner, or to nobody else among members."""
    earners = applicant_and_partner(picture)
    for holder, right in picture.of(Entitlement):
        payee: MemberRef | None = right.payee.member
        if (
            right.scheme in _FOR_CHILDREN
            and right.amount_monthly_cents > 0
            and is_in_payment(right, picture.today)
            and not right.payee.undisclosed
            and (payee is None or payee in earners)
        ):
            yield counted(holder), right


def _collision(
    child: Member, paid: tuple[tuple[Body, Entitlement], ...], picture: Picture
) -> Collision:
    rights = [right for _, right in paid]
    own = (
        counted(held.holder)
        for held in picture.held
        if held.holder.agency in _ALSO_IN_IT and child.id in held.record.persons
    )
    return Collision(
        code=CollisionCode.C06,
        # the college answers for the norm of a young adult (Pw 7, 20)
        bodies=in_order((*(holder for holder, _ in paid), Body(agency=Agency.GEMEENTE), *own)),
        records=refs(rights),
        harmed_by=refs(rights),
        provisions=(*STOPS, *BEGINS),
        monthly_harm_cents=sum(each.amount_monthly_cents for each in rights),
        urgency=_urgency(day_aged(child.born, _OF_AGE), picture.today),
    )


def _urgency(day: dt.date, today: dt.date) -> HarmUrgency:
    return HarmUrgency.CRITICAL if day <= today + WITHIN_WEEKS else HarmUrgency.HIGH


RULE = CollisionRule(
    code=CollisionCode.C06,
    name=Text("18-jaarval", "Child turns 18: four stops in one month"),
    one=Side(
        Text(
            "Kinderbijslag en kindgebonden budget stoppen bij 18 jaar, met de ouderkop als het "
            "laatste kind 18 wordt.",
            "Child benefit and child budget stop at 18, with the single parent's increase when it "
            "is the last child.",
        ),
        STOPS,
    ),
    other=Side(
        Text(
            "Het kind betaalt zelf zorgpremie, krijgt in de bijstand een lage norm die op de "
            "ouders rekent, en zijn inkomen telt mee voor de huurtoeslag.",
            "The child pays a health premium, gets a low norm of assistance that counts on the "
            "parents, and its income counts for the rent allowance.",
        ),
        BEGINS,
    ),
    trigger=Text(
        "Een kind waarvoor geld komt, wordt deze maand of binnen vier maanden 18, en er blijft "
        "geen jonger kind over.",
        "A child for whom money comes turns 18 this month or within four months, and no younger "
        "child is left.",
    ),
    room=Text(
        "Pw 20 lid 3 (verhoging als de ouders niet kunnen betalen) en 18 lid 1; niets in de Wkgb "
        "en de AKW.",
        "Pw 20(3) (an increase when the parents cannot pay) and 18(1); nothing in Wkgb and AKW.",
    ),
    deciders=Text("De gemeente; de anderen niet", "The municipality; the others not"),
    together=Text(
        "Vier maanden vooraf: zorgtoeslag, studiefinanciering of Pw 20 lid 3 aanvragen, bijzondere "
        "bijstand, huurtoeslag en beslagvrije voet opnieuw berekenen.",
        "Four months ahead: apply for the care allowance, student finance or Pw 20(3), special "
        "assistance, recompute rent allowance and protected amount.",
    ),
    source="MinBZK/regelrecht-corpus: AKW, Wkgb, Zvw, Participatiewet, Wht (2026)",
    verified=True,
    find=find,
    household=household,
    computation=computation,
)

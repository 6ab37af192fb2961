"""C27: childcare allowance stops as nobody works, while assistance asks to work on a job.

Wko 1.6 gives childcare allowance to who works, studies or is on a trajectory to work, and for three
months after work ended. Pw 9 lid 1 asks everybody on assistance below the pension age to find work
and take part, at the risk of a lowering by all of it (18 lid 4, 5). Lid 4 frees a single parent
with children to twelve from accepting work, not from taking part, until care is there; the entry
does not name it. Found where Dienst Toeslagen ended or refused the allowance as its conditions were
not met, or will end it on a day, none is paid, the municipality pays assistance, and a child of
primary school age or younger lives in. Not recorded, so left out: an exemption (Pw 9 lid 2, 5, 9a)
and a decision on a trajectory.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.budget.means import applicant_and_partner
from domain.budget.running import is_in_payment
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.named_bodies import GEMEENTE, TOESLAGEN, assistance_in_payment
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import HarmUrgency
from domain.conflicts.consequences import WITHIN_WEEKS, consequence_of
from domain.explanations import texts
from domain.legislation.calendar import years_on
from domain.legislation.participatiewet import has_pension_age
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import DeterminationMade, Entitlement, Provision, ThreatenedAct
from domain.vocabulary import (
    EntitlementStatus,
    IncomeKind,
    Law,
    Outcome,
    Reason,
    Scheme,
    ThreatenedActKind,
)

NO_CARE = (Provision(Law.WKO, "1.6", "1"),)
TAKE_PART = (
    Provision(Law.PW, "9", "1"),
    Provision(Law.PW, "18", "4"),
    Provision(Law.PW, "18", "5"),
)

_STOPPED = frozenset({Outcome.ENDED, Outcome.REFUSED, Outcome.SUSPENDED})
_NO_LONGER_PAID = frozenset(
    {EntitlementStatus.ENDED, EntitlementStatus.REFUSED, EntitlementStatus.SUSPENDED}
)
_NEEDS_CARE_UNDER = 13


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the childcare allowance that stopped or will stop."""
    if not assistance_in_payment(picture) or not _must_take_part(picture):
        return ()
    if not _has_young_child(picture):
        return ()
    stopped = not any(_care_in_payment(picture))
    ended: tuple[DeterminationMade | Entitlement, ...] = ()
    if stopped:
        ended = (*_ended(picture),) or (*_stopped(picture),)
    ending = tuple(_ending(picture))
    return (_collision(picture, ended, ending),) if ended or ending else ()


def household(collision: Collision, picture: Picture) -> Text:
    """Without care no work: what to ask."""
    return Text(
        "U krijgt geen kinderopvangtoeslag (meer), omdat u niet werkt. Maar voor uw bijstand moet "
        "u wel werk zoeken of meedoen aan een traject. Zonder opvang kan dat niet. Vraag de "
        "gemeente om het traject op papier te zetten: dan kan de toeslag weer. Of vraag hulp met "
        "de kosten, of vrijstelling zolang er geen opvang is.",
        "You get no childcare allowance (any longer), because you do not work. Yet for your "
        "assistance you must look for work or join a trajectory. Without care you cannot. Ask the "
        "municipality to put the trajectory on paper: then the allowance is possible again. Or ask "
        "for help with the costs, or an exemption while there is no care.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """What the allowance paid, as far as it is known."""
    if collision.monthly_harm_cents is None:
        return Text(
            "Hoeveel kinderopvangtoeslag het scheelt, is niet bekend.",
            "How much childcare allowance is missed is not known.",
        )
    missed = texts.amount(collision.monthly_harm_cents)
    return Text(
        f"Gemiste kinderopvangtoeslag {missed.nl} per maand.",
        f"Childcare allowance missed {missed.en} a month.",
    )


def _must_take_part(picture: Picture) -> bool:
    """Whether one of those on assistance is below the pension age (Pw 7, 9)."""
    adults = applicant_and_partner(picture)
    return any(
        not has_pension_age(member.born, picture.today)
        for member in picture.household.members
        if member.id in adults
    )


def _has_young_child(picture: Picture) -> bool:
    home = picture.household.applicant().lives_at
    adults = applicant_and_partner(picture)
    return home is not None and any(
        member.id not in adults
        and member.lives_at == home
        and years_on(member.born, picture.today) < _NEEDS_CARE_UNDER
        for member in picture.household.members
    )


def _care_in_payment(picture: Picture) -> Iterator[Entitlement]:
    for holder, right in picture.of(Entitlement):
        if (
            counted(holder) == TOESLAGEN
            and right.scheme is Scheme.KINDEROPVANGTOESLAG
            and is_in_payment(right, picture.today)
        ):
            yield right


def _ended(picture: Picture) -> Iterator[DeterminationMade]:
    for holder, decision in picture.of(DeterminationMade):
        if (
            counted(holder) == TOESLAGEN
            and decision.scheme is Scheme.KINDEROPVANGTOESLAG
            and decision.outcome in _STOPPED
            and (decision.reason is Reason.CONDITIONS_NOT_MET or _is_on_the_target_group(decision))
        ):
            yield decision


def _is_on_the_target_group(decision: DeterminationMade) -> bool:
    target = NO_CARE[0]
    return any(
        (basis.law, basis.article) == (target.law, target.article) for basis in decision.legal_basis
    )


def _stopped(picture: Picture) -> Iterator[Entitlement]:
    """An allowance that is no longer paid to who does not work, by a decision that nobody told."""
    works = any(income.kind is IncomeKind.WAGE for income in picture.household.income)
    for holder, right in picture.of(Entitlement):
        if (
            counted(holder) == TOESLAGEN
            and right.scheme is Scheme.KINDEROPVANGTOESLAG
            and right.status in _NO_LONGER_PAID
            and picture.find(right.determined_by) is None
            and not works
        ):
            yield right


def _ending(picture: Picture) -> Iterator[tuple[ThreatenedAct, Entitlement]]:
    paid = {right.id: right for right in _care_in_payment(picture)}
    for holder, act in picture.of(ThreatenedAct):
        if (
            counted(holder) == TOESLAGEN
            and act.kind is ThreatenedActKind.END_OF_BENEFIT
            and act.date >= picture.today
            and act.about in paid
        ):
            yield act, paid[act.about]


def _collision(
    picture: Picture,
    ended: tuple[DeterminationMade | Entitlement, ...],
    ending: tuple[tuple[ThreatenedAct, Entitlement], ...],
) -> Collision:
    acts = [act for act, _ in ending]
    lost = [
        consequence_of(picture, TOESLAGEN, each).lost_monthly_cents or 0
        if isinstance(each, DeterminationMade)
        else each.amount_monthly_cents
        for each in ended
    ]
    lost += [right.amount_monthly_cents for _, right in ending]
    near = any(act.date <= picture.today + WITHIN_WEEKS for act in acts)
    return Collision(
        code=CollisionCode.C27,
        bodies=in_order((TOESLAGEN, GEMEENTE)),
        records=(*refs(ended), *refs(acts), *refs(assistance_in_payment(picture))),
        harmed_by=(*refs(ended), *refs(acts)),
        provisions=(*NO_CARE, *TAKE_PART),
        monthly_harm_cents=max(lost, default=0) or None,
        urgency=HarmUrgency.CRITICAL if near else HarmUrgency.HIGH,
    )


RULE = CollisionRule(
    code=CollisionCode.C27,
    name=Text(
        "Kinderopvangtoeslag en re-integratie",
        "Childcare allowance stops, traject needs childcare",
    ),
    one=Side(
        Text(
            "Kinderopvangtoeslag is er bij werk, studie of een traject, en tot drie maanden na "
            "werk.",
            "Childcare allowance is there with work, study or a trajectory, and until three months "
            "after work.",
        ),
        NO_CARE,
    ),
    other=Side(
        Text(
            "Wie bijstand krijgt, moet werk zoeken en meedoen; anders wordt de bijstand verlaagd.",
            "Who gets assistance must look for work and take part; otherwise it is lowered.",
        ),
        TAKE_PART,
    ),
    trigger=Text(
        "De kinderopvangtoeslag is geweigerd of gestopt omdat niet aan de voorwaarden is voldaan, "
        "of stopt op een dag, terwijl bijstand wordt betaald aan een ouder met een jong kind.",
        "Childcare allowance was refused or ended as its conditions were not met, or ends on a "
        "day, while assistance is paid to a parent with a young child.",
    ),
    room=Text(
        "Een alleenstaande ouder met een kind tot twaalf hoeft pas werk te aanvaarden als er "
        "passende opvang is (Pw 9 lid 4); ontheffing (9 lid 2; op verzoek bij een kind tot vijf, "
        "9a); bijdrage van de gemeente; maatregel afstemmen (18 lid 9-10).",
        "A single parent with a child to twelve need accept work only when there is fitting care "
        "(Pw 9(4)); exemption (9(2); on request with a child to five, 9a); a municipal "
        "contribution; attuning a measure (18(9)-(10)).",
    ),
    deciders=Text("het college", "the college"),
    together=Text(
        "Het trajectbesluit als grond voor de toeslag (Wko 1.6), gemeentelijke opvang, of "
        "ontheffing.",
        "The decision on the trajectory as ground for the allowance (Wko 1.6), municipal care, or "
        "an exemption.",
    ),
    source="MinBZK/regelrecht-corpus: Wko 1.6, Pw 9, 9a, 18 (2026)",
    verified=True,
    find=find,
    household=household,
    computation=computation,
)

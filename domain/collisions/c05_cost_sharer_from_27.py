"""C05: a resident of 27 or older lowers the norm, and counts for the rent allowance as well.

Pw 19a and 22a lower the norm of all who live there; Wht 7 counts the same resident with his income.
A written commercial contract (19a lid 1 b-c) is not in the format: so where the payer's own records
tell whom it counts, they decide. A norm that is still paid in full will be lowered: the law leaves
the payer no choice. A student shows by enrolment or by student finance (19a lid 1 d).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from domain.budget.means import applicant_and_partner
from domain.budget.running import is_in_payment
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.facts import holds_on, shown_of
from domain.explanations import texts
from domain.household import Member
from domain.legislation.calendar import years_on
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.participatiewet import NORMS, NormHousehold, norm_household_of, norm_on
from domain.legislation.text import Text
from domain.picture import Picture, once_per_picture
from domain.records import (
    Application,
    Body,
    Count,
    DateValue,
    DeterminationMade,
    Entitlement,
    Provision,
    RecordRef,
    Value,
)
from domain.vocabulary import (
    Agency,
    ApplicationStatus,
    Department,
    FactName,
    Law,
    Outcome,
    Reason,
    Scheme,
)

NORM = (Provision(Law.PW, "19a", "1"), Provision(Law.PW, "22a", "1"))
RENT = (Provision(Law.WHT, "7", "1"),)

_LAST_RESORT = frozenset({Scheme.BIJSTAND, Scheme.AIO})
_PENDING = frozenset({ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED})
_AGE = parameter("pw_kostendeler_leeftijd")
_FIXED = parameter("pw_kostendeler_vast")
_EACH = parameter("pw_kostendeler_per_persoon")
_ADULT_NORM_FROM = 21
_STUDENT_UNTIL = 30
_OF_COUPLE = {
    NormHousehold.SINGLE: NormHousehold.COUPLE,
    NormHousehold.COUPLE: NormHousehold.COUPLE,
    NormHousehold.SINGLE_PENSIONER: NormHousehold.COUPLE_WITH_PENSIONER,
    NormHousehold.COUPLE_WITH_PENSIONER: NormHousehold.COUPLE_WITH_PENSIONER,
}


@dataclass(frozen=True, slots=True)
class _Lowered:
    """Assistance that is lowered, or will be when it is granted, and by how much if known."""

    payer: Body
    right: Entitlement | Application
    decision: DeterminationMade | None
    lost_cents: int | None

    @property
    def harmed_by(self) -> tuple[RecordRef, ...]:
        return refs(each for each in (self.right, self.decision) if each is not None)


def find(picture: Picture) -> tuple[Collision, ...]:
    """One per payer of assistance whose norm the residents lower."""
    if not _cost_sharers(picture):
        return ()
    by_payer: dict[Body, list[_Lowered]] = defaultdict(list)
    for lowered in _lowered(picture):
        by_payer[lowered.payer].append(lowered)
    return tuple(_collision(payer, each, picture) for payer, each in by_payer.items())


def household(collision: Collision, picture: Picture) -> Text:
    """That a resident lowers assistance, whether he pays or not."""
    lost = texts.amount(collision.monthly_harm_cents or 0)
    known = collision.monthly_harm_cents is not None
    return Text(
        "In uw huis woont iemand van 27 jaar of ouder. De bijstand gaat ervan uit dat die persoon "
        "meebetaalt, ook als dat niet zo is."
        + (f" Daardoor krijgt u {lost.nl} per maand minder." if known else "")
        + " Het inkomen van die persoon kan ook uw huurtoeslag lager maken.",
        "Somebody of 27 or older lives in your home. Assistance presumes that this person shares "
        "the costs, even if that is not so."
        + (f" So you receive {lost.en} a month less." if known else "")
        + " That person's income can lower your rent allowance as well.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """How many share the home, and what the norm loses by it."""
    number = _persons_counted(picture)
    norm = texts.amount(norm_on(norm_household_of(picture.household, picture.today), picture.today))
    lost = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"Personen die de kosten delen: {number}; norm zonder hen {norm.nl}, lager met {lost.nl} "
        "per maand.",
        f"Persons who share the costs: {number}; norm without them {norm.en}, lower by {lost.en} a "
        "month.",
    )


def _cost_sharers(picture: Picture) -> tuple[Member, ...]:
    """Who else lives in the applicant's home, is old enough, and is no student."""
    applicant, purse = picture.household.applicant(), applicant_and_partner(picture)
    return tuple(
        each
        for each in picture.household.members
        if applicant.lives_at is not None
        and each.lives_at == applicant.lives_at
        and each.id not in purse
        and years_on(each.born, picture.today) >= last_known_on(_AGE, picture.today)
        and not _is_student(each, picture)
    )


def _is_student(member: Member, picture: Picture) -> bool:
    today = picture.today
    finance = any(
        right.scheme is Scheme.STUDENT_FINANCE
        and member.id in right.persons
        and is_in_payment(right, today)
        for _, right in picture.of(Entitlement)
    )
    told: list[Value] = [
        each.value
        for each in shown_of(picture, FactName.ENROLLED_UNTIL, (member.id,))
        if holds_on(each, today)
    ]
    told += [
        each.value
        for _, each in picture.facts(FactName.ENROLLED_UNTIL)
        if member.id in each.persons
    ]
    enrolled = any(isinstance(each, DateValue) and each.date >= today for each in told)
    return finance or (enrolled and years_on(member.born, today) < _STUDENT_UNTIL)


def _lowered(picture: Picture) -> Iterator[_Lowered]:
    purse = applicant_and_partner(picture)
    for holder, right in picture.of(Entitlement):
        own = right.scheme in _LAST_RESORT and not purse.isdisjoint(right.persons)
        if not own or not is_in_payment(right, picture.today):
            continue
        decision = _decision(right, picture)
        if _is_lowered(decision, _counts(counted(holder), decision, picture)):
            full = right.full_amount_monthly_cents
            already = full is not None and right.amount_monthly_cents < full
            less = full - right.amount_monthly_cents if full and already else _by_law(picture)
            yield _Lowered(counted(holder), right, decision, less)
    for holder, asked in picture.of(Application):
        own = asked.scheme in _LAST_RESORT and not purse.isdisjoint(asked.persons)
        pending = own and asked.status in _PENDING
        if pending and _counts(counted(holder), None, picture) is not False:
            yield _Lowered(counted(holder), asked, None, _by_law(picture))


def _decision(right: Entitlement, picture: Picture) -> DeterminationMade | None:
    held = picture.find(right.determined_by)
    return held.record if held and isinstance(held.record, DeterminationMade) else None


def _counts(payer: Body, decision: DeterminationMade | None, picture: Picture) -> bool | None:
    """Whether the payer's own records say that it counts residents; None when they do not tell."""
    purse = applicant_and_partner(picture)
    values = _numbers_used(picture, payer)
    if values:
        return any(isinstance(each, Count) and each.count > len(purse) for each in values)
    if decision is not None and decision.outcome is Outcome.GRANTED_LOWER:
        return decision.reason is Reason.COST_SHARERS_COUNTED
    return None


@once_per_picture
def _numbers_used(picture: Picture, payer: Body) -> tuple[Value, ...]:
    """The numbers of persons with which this payer works for this purse."""
    purse = applicant_and_partner(picture)
    return tuple(
        each.value
        for holder, each in picture.facts(FactName.COST_SHARERS)
        if counted(holder) == payer and not purse.isdisjoint(each.persons)
    )


def _is_lowered(decision: DeterminationMade | None, counts: bool | None) -> bool:
    if counts is False:
        return False
    # a plain grant follows the law, now or as soon as the payer sees the resident
    return counts is True or decision is None or decision.outcome is Outcome.GRANTED


def _persons_counted(picture: Picture) -> int:
    return len(applicant_and_partner(picture)) + len(_cost_sharers(picture))


def _by_law(picture: Picture) -> int | None:
    """Norm less ((40% + A x 30%) : A) x the couple's norm, for each of the purse (22a lid 1)."""
    household, today = picture.household, picture.today
    purse = [each for each in household.members if each.id in applicant_and_partner(picture)]
    if any(years_on(each.born, today) < _ADULT_NORM_FROM for each in purse):
        return None
    kind, number = norm_household_of(household, today), _persons_counted(picture)
    percent = last_known_on(_FIXED, today) + number * last_known_on(_EACH, today)
    couple = Fraction(last_known_on(NORMS[_OF_COUPLE[kind]], today))
    shared = couple * percent / 100 / number * len(purse)
    return norm_on(kind, today) - int(shared + Fraction(1, 2))


def _rent_allowance(picture: Picture) -> Iterator[Body]:
    """Dienst Toeslagen, where it decides on a rent allowance of this household."""
    purse = applicant_and_partner(picture)
    for held in picture.held:
        match held.record:
            case Entitlement() | DeterminationMade() | Application() as each:
                own = not purse.isdisjoint(each.persons)
                if each.scheme is Scheme.HUURTOESLAG and own:
                    yield Body(agency=Agency.BELASTINGDIENST, department=Department.TOESLAGEN)


def _collision(payer: Body, lowered: list[_Lowered], picture: Picture) -> Collision:
    losses = [each.lost_cents for each in lowered if each.lost_cents is not None]
    harmed_by = tuple(sorted({ref for each in lowered for ref in each.harmed_by}))
    paid_now = any(isinstance(each.right, Entitlement) for each in lowered)
    return Collision(
        code=CollisionCode.C05,
        bodies=in_order((payer, *_rent_allowance(picture))),
        records=harmed_by,
        harmed_by=harmed_by,
        provisions=(*NORM, *RENT),
        # an application and a payment are of one norm, which is lowered once
        monthly_harm_cents=max(losses, default=None),
        urgency=HarmUrgency.CRITICAL if paid_now else HarmUrgency.HIGH,
    )


RULE = CollisionRule(
    code=CollisionCode.C05,
    name=Text("Kostendelersnorm bij 27 jaar", "Cost-sharer norm when a resident turns 27"),
    one=Side(
        Text(
            "Wie met iemand van 27 jaar of ouder een woning deelt, krijgt een lagere norm, ook in "
            "de AIO.",
            "Who shares a home with somebody of 27 or older gets a lower norm, in the AIO "
            "supplement too.",
        ),
        NORM,
    ),
    other=Side(
        Text(
            "Voor de huurtoeslag telt dezelfde huisgenoot mee als medebewoner, met zijn inkomen.",
            "For the rent allowance the same person counts as a co-resident, with his income.",
        ),
        RENT,
    ),
    trigger=Text(
        "In dezelfde woning woont iemand van 27 jaar of ouder die geen partner of student is en "
        "geen zakelijk contract heeft, terwijl het huishouden bijstand of AIO krijgt of vraagt.",
        "Somebody of 27 or older lives in the same home, who is no partner or student and has no "
        "commercial contract, while the household receives or asks for assistance or AIO.",
    ),
    room=Text(
        "Pw 18 lid 1 (hogere norm op maat) en 22a lid 4 (wie elders intensieve zorg geeft).",
        "Pw 18(1) (a higher norm, tailored) and 22a(4) (who gives intensive care elsewhere).",
    ),
    deciders=Text("De gemeente; de SVB voor de AIO", "The municipality; the SVB for AIO"),
    together=Text(
        "Tijdelijk een norm op maat, een schriftelijk zakelijk huurcontract, een plan met een "
        "verhuisdatum, bijzondere bijstand voor de huur.",
        "A tailored norm for a time, a written commercial rent, a plan with a moving date, special "
        "assistance for the rent.",
    ),
    source="MinBZK/regelrecht-corpus: Participatiewet, Wht (2026)",
    verified=True,
    faces=(
        ConflictType.UITZONDERING_NIET_TOEGEPAST,
        ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT,
        ConflictType.HOOFDVERBLIJF_VERSCHIL,
        ConflictType.STAPELING_ONDER_MINIMUM,
    ),
    find=find,
    household=household,
    computation=computation,
)

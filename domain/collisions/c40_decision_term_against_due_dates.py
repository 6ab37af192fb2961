"""C40: an income is asked for and not decided yet, while rent, premium and set-off go on.

A body may take eight weeks (Awb 4:13 lid 2, Pw 52 and 44), while what is due is due every month. Of
assistance an advance must be paid within four weeks and every four weeks after (Pw 52 lid 1), of at
least 95% (lid 2): the list says 'kan', which holds for the other bodies only (Awb 4:95).

Pending is what was asked and not decided, also when no file was opened: the term runs from receipt.
Found for who has no more than the norm without it, and no advance paid; who has more is not left
with nothing. Several pending incomes replace each other (Pw 15), so of those the largest counts;
allowances for costs come on top.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.budget.means import FOR_RENT_CARE_OR_CHILDREN
from domain.budget.running import is_in_payment, is_running
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.income import has_no_more_than_the_minimum
from domain.collisions.named_bodies import TOESLAGEN
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.missed_assistance import LAST_RESORT, missed_assistance
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture, once_per_picture
from domain.records import Application, Body, Entitlement, MemberRef, Provision, Recovery
from domain.vocabulary import Agency, ApplicationStatus, EntitlementStatus, Law, Scheme

TERM = (
    Provision(Law.AWB, "4:13", "2"),
    Provision(Law.PW, "44"),
    Provision(Law.PW, "52", "1"),
)
DUE = (Provision(Law.AWB, "4:95"), Provision(Law.AWIR, "30", "1"))

_INCOMES = frozenset(
    {
        Scheme.BIJSTAND,
        Scheme.AIO,
        Scheme.AOW,
        Scheme.WW,
        Scheme.WIA,
        Scheme.ZIEKTEWET,
        Scheme.WAJONG,
    }
)
_DECIDERS = frozenset({Body(agency=each) for each in (Agency.GEMEENTE, Agency.UWV, Agency.SVB)}) | {
    TOESLAGEN
}
_PENDING = frozenset({ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED})


@dataclass(frozen=True, slots=True)
class _Pending:
    decider: Body
    application: Application


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: all that is pending against all that is due."""
    pending = tuple(_pending(picture))
    if not pending or _due(picture) <= 0 or not has_no_more_than_the_minimum(picture):
        return ()
    set_off = tuple(_set_off(picture))
    applications = [each.application for each in pending]
    return (
        Collision(
            code=CollisionCode.C40,
            bodies=in_order(
                (*(each.decider for each in pending), *((TOESLAGEN,) if set_off else ()))
            ),
            records=(*refs(applications), *refs(set_off)),
            harmed_by=refs(applications),
            provisions=(*TERM, *DUE),
            monthly_harm_cents=_missing(pending, picture),
            urgency=HarmUrgency.CRITICAL,
        ),
    )


def household(collision: Collision, picture: Picture) -> Text:
    """That the decision may take weeks while bills go on, and that an advance can be asked."""
    due, missing = texts.amount(_due(picture)), _missing_told(collision)
    return Text(
        "U wacht op een besluit over uw inkomen. Dat mag weken duren. Uw rekeningen en "
        f"inhoudingen lopen door: {due.nl} per maand.{missing.nl} Vraag om een voorschot, en vraag "
        "de anderen te wachten tot het eerste geld er is.",
        "You wait for a decision on your income. That may take weeks. Your bills and what is "
        f"withheld go on: {due.en} a month.{missing.en} Ask for an advance, and ask the others to "
        "wait until the first money is there.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """What is due per month against what is not paid meanwhile."""
    due, missing = texts.amount(_due(picture)), _missing_told(collision)
    return Text(
        f"Verschuldigd aan lasten, termijnen en verrekening {due.nl} per maand.{missing.nl}",
        f"Due in expenses, instalments and set-off {due.en} a month.{missing.en}",
    )


def _missing_told(collision: Collision) -> Text:
    if not collision.monthly_harm_cents:
        return Text("", "")
    missing = texts.amount(collision.monthly_harm_cents)
    return Text(
        f" Zolang er niet is beslist, mist u {missing.nl} per maand.",
        f" As long as nothing is decided, you miss {missing.en} a month.",
    )


def _pending(picture: Picture) -> Iterator[_Pending]:
    for holder, application in picture.of(Application):
        advance = application.advance
        if (
            counted(holder) in _DECIDERS
            and application.scheme in _INCOMES | FOR_RENT_CARE_OR_CHILDREN
            and application.status in _PENDING
            and not (advance is not None and advance.paid)
            and not _is_paid(application, picture)
        ):
            yield _Pending(counted(holder), application)


def _is_paid(application: Application, picture: Picture) -> bool:
    """Whether the same is paid already, or assistance bridges the wait for another income."""
    bridging = LAST_RESORT if application.scheme in _INCOMES else frozenset()
    paid = _paid(picture)
    return any(
        (scheme, person) in paid
        for scheme in {application.scheme} | bridging
        for person in application.persons
    )


@once_per_picture
def _paid(picture: Picture) -> frozenset[tuple[Scheme, MemberRef]]:
    """The schemes that pay today, each with the persons it pays for."""
    return frozenset(
        (right.scheme, person)
        for _, right in picture.of(Entitlement)
        if is_in_payment(right, picture.today)
        for person in right.persons
    )


def _set_off(picture: Picture) -> Iterator[Recovery]:
    """What Dienst Toeslagen takes meanwhile."""
    for holder, recovery in picture.of(Recovery):
        takes = recovery.amount_monthly_cents > 0 and is_running(recovery, picture.today)
        if counted(holder) == TOESLAGEN and takes:
            yield recovery


def _due(picture: Picture) -> int:
    """What the household must pay this month, or has taken from it, in euro cents."""
    expenses = sum(
        expense.amount_monthly_cents
        for expense in picture.household.expenses
        if expense.from_date is None or expense.from_date <= picture.today
    )
    return expenses + sum(
        recovery.amount_monthly_cents
        for _, recovery in picture.of(Recovery)
        if is_running(recovery, picture.today)
    )


def _missing(pending: tuple[_Pending, ...], picture: Picture) -> int | None:
    incomes = [0]
    allowances = 0
    for each in pending:
        amount = _amount(each, picture) or 0
        if each.application.scheme in FOR_RENT_CARE_OR_CHILDREN:
            allowances += amount
        else:
            incomes.append(amount)
    return (max(incomes) + allowances) or None


def _amount(pending: _Pending, picture: Picture) -> int | None:
    """The advance that is not paid; else what assistance would pay, or what was calculated."""
    application = pending.application
    if application.advance is not None:
        return application.advance.amount_monthly_cents
    if application.scheme in LAST_RESORT:
        return missed_assistance(picture)
    calculated = (
        right.amount_monthly_cents
        for holder, right in picture.of(Entitlement)
        if counted(holder) == pending.decider
        and right.scheme is application.scheme
        and right.status is EntitlementStatus.ELIGIBLE
        and not set(right.persons).isdisjoint(application.persons)
    )
    return max(calculated, default=None)


RULE = CollisionRule(
    code=CollisionCode.C40,
    name=Text("Beslistermijn versus betaaldata", "Advance and decision term"),
    one=Side(
        Text(
            "Op een aanvraag voor inkomen hoeft pas na weken te worden beslist; van bijstand is "
            "binnen vier weken een voorschot verplicht.",
            "A decision on an application for income may take weeks; of assistance an advance must "
            "be paid within four weeks.",
        ),
        TERM,
    ),
    other=Side(
        Text(
            "Huur, premie en verrekening lopen elke maand door; andere organisaties mogen een "
            "voorschot geven, maar hoeven niet.",
            "Rent, premium and set-off go on every month; other bodies may give an advance, but "
            "need not.",
        ),
        DUE,
    ),
    trigger=Text(
        "Een aanvraag voor inkomen of toeslag wacht op een besluit zonder betaald voorschot, het "
        "inkomen is niet hoger dan de norm en er zijn lopende lasten.",
        "An application for income or allowance waits for a decision without a paid advance, "
        "income is not above the norm and there are running obligations.",
    ),
    room=Text(
        "Pw 52 lid 1 (verplicht), Awb 4:95 (voorschot), Awir 16 (voorschot toeslagen), Awb 4:94 "
        "(uitstel).",
        "Pw 52(1) (mandatory), Awb 4:95 (advance), Awir 16 (advance on allowances), Awb 4:94 "
        "(deferral).",
    ),
    deciders=Text("wie betaalt", "the payer"),
    together=Text(
        "Een voorschot in het plan; de anderen wachten tot de eerste betaling.",
        "An advance in the plan; the others wait until the first payment.",
    ),
    source="MinBZK/regelrecht-corpus: Awb, Pw, Awir as in domain/legislation (room, terms)",
    verified=True,
    faces=(
        ConflictType.WACHT_OP_ELKAAR,
        ConflictType.KRINGVERWIJZING,
        ConflictType.NIET_GEBRUIK,
    ),
    find=find,
    household=household,
    computation=computation,
)

"""C12: the municipality takes back what UWV pays over the same time, and the tax stays.

Pw 58 lid 2 f 1 lets the college recover assistance for means that came later, gross when it is not
repaid in the year (58 lid 5); the back payment is taxed now, and the repayment is deducted only
when it is made (Wet IB 2001 3.146). Found where the college claims assistance of an earlier year
back over months for which UWV paid afterwards: as a single payment, or by a decision that came into
effect before it was made. How much tax the claim holds is not in the records, so the harm is open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from domain.budget.means import applicant_and_partner
from domain.budget.running import is_in_payment
from domain.collisions.benefit_claims import TAXED, claimed_from_an_earlier_year
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.explanations import texts
from domain.legislation.calendar import month_of
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Claim, DeterminationMade, Entitlement, Overpayment, Provision
from domain.vocabulary import Agency, Department, EntitlementStatus, Law, Outcome, Scheme

RECOVERY = (Provision(Law.PW, "58", "2 f 1"), Provision(Law.PW, "58", "5"))
TAX = (Provision(Law.WET_IB_2001, "3.146", "1"), Provision(Law.AWIR, "8"))

_TESTED = frozenset({Scheme.ZORGTOESLAG, Scheme.HUURTOESLAG, Scheme.KINDGEBONDEN_BUDGET})
_GRANTED = frozenset({Outcome.GRANTED, Outcome.GRANTED_LOWER})
_NOT_PAID = frozenset({EntitlementStatus.REFUSED})


@dataclass(frozen=True, slots=True)
class _BackPayment:
    """What UWV paid afterwards, over which days."""

    record: Entitlement | DeterminationMade
    first: dt.date
    last: dt.date

    def is_over(self, overpaid: Overpayment) -> bool:
        """Whether it is over days for which assistance is claimed back."""
        return self.first <= overpaid.period_until and overpaid.period_from <= self.last


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the assistance claimed back over months for which UWV paid afterwards."""
    back = tuple(_back_payments(picture))
    claims = [
        (claim, overpaid)
        for holder, claim, overpaid in claimed_from_an_earlier_year(picture)
        if holder.agency is Agency.GEMEENTE and any(each.is_over(overpaid) for each in back)
    ]
    over = [each for each in back if any(each.is_over(overpaid) for _, overpaid in claims)]
    return (_collision([claim for claim, _ in claims], over, picture),) if claims else ()


def household(collision: Collision, picture: Picture) -> Text:
    """That assistance goes back with the tax on it, and what to ask."""
    return Text(
        "U kreeg later alsnog een uitkering over een tijd waarin u bijstand had. De gemeente wil "
        "die bijstand terug. Betaalt u niet in hetzelfde jaar, dan kan de gemeente ook de "
        "belasting terugvragen, terwijl u over de uitkering al belasting betaalt. Vraag de "
        "gemeente om alleen het bedrag terug te vragen dat u echt hebt gekregen.",
        "Later you received a benefit after all, over a time in which you had assistance. The "
        "municipality wants that assistance back. If you do not repay in the same year, it may "
        "claim the tax as well, while you pay tax on the benefit already. Ask the municipality to "
        "claim back only what you really received.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """What is claimed back, and over which time."""
    told = texts.joined(
        _told(claim, overpaid)
        for _, claim, overpaid in sorted(
            claimed_from_an_earlier_year(picture), key=lambda each: each[1].id
        )
        if claim.id in collision.records
    )
    return Text(
        f"Bijstand teruggevorderd in een later jaar, over maanden die UWV nabetaalde: {told.nl}.",
        f"Assistance claimed back in a later year, over months that UWV paid later: {told.en}.",
    )


def _told(claim: Claim, overpaid: Overpayment) -> Text:
    owed = texts.amount(claim.outstanding_cents)
    first, last = texts.date(overpaid.period_from), texts.date(overpaid.period_until)
    return Text(
        f"{owed.nl} ({first.nl} tot en met {last.nl})", f"{owed.en} ({first.en} to {last.en})"
    )


def _back_payments(picture: Picture) -> Iterator[_BackPayment]:
    earners, today = applicant_and_partner(picture), picture.today
    for holder, right in picture.of(Entitlement):
        ours = holder.agency is Agency.UWV and not earners.isdisjoint(right.persons)
        paid = right.one_off_cents and right.status not in _NOT_PAID
        if ours and paid and right.scheme in TAXED[Agency.UWV] and right.from_date is not None:
            yield _BackPayment(right, right.from_date, right.until or today)
    for holder, decision in picture.of(DeterminationMade):
        ours = holder.agency is Agency.UWV and not earners.isdisjoint(decision.persons)
        granted = decision.outcome in _GRANTED and decision.scheme in TAXED[Agency.UWV]
        first = decision.effective_from
        # a benefit is paid by the month: what began in the month of the decision is no back payment
        if ours and granted and first is not None and first < month_of(decision.made_on)[0]:
            yield _BackPayment(decision, first, decision.made_on)


def _allowances(picture: Picture) -> Iterator[Body]:
    """Dienst Toeslagen, where it pays this household by income."""
    earners = applicant_and_partner(picture)
    toeslagen = Body(agency=Agency.BELASTINGDIENST, department=Department.TOESLAGEN)
    for holder, right in picture.of(Entitlement):
        own = right.payee.member in earners or not earners.isdisjoint(right.persons)
        paid = right.scheme in _TESTED and is_in_payment(right, picture.today)
        if counted(holder) == toeslagen and own and paid:
            yield toeslagen


def _collision(claims: list[Claim], back: list[_BackPayment], picture: Picture) -> Collision:
    tax = Body(agency=Agency.BELASTINGDIENST, department=Department.BELASTINGEN)
    bodies = (Body(agency=Agency.GEMEENTE), Body(agency=Agency.UWV), tax)
    return Collision(
        code=CollisionCode.C12,
        bodies=in_order((*bodies, *_allowances(picture))),
        records=(*refs(claims), *refs(each.record for each in back)),
        harmed_by=refs(claims),
        provisions=(*RECOVERY, *TAX),
        monthly_harm_cents=None,
        urgency=HarmUrgency.HIGH,
    )


RULE = CollisionRule(
    code=CollisionCode.C12,
    name=Text(
        "Verrekening nabetaling en brutering",
        "Back payment taken by the municipality, tax stays",
    ),
    one=Side(
        Text(
            "De gemeente kan bijstand terugvorderen als er later middelen over dezelfde tijd "
            "komen, en bruto als dat niet in hetzelfde jaar wordt betaald.",
            "The municipality may recover assistance when means over the same time come later, and "
            "gross when it is not repaid in the same year.",
        ),
        RECOVERY,
    ),
    other=Side(
        Text(
            "De nabetaling wordt nu belast; terugbetaalde bijstand is pas aftrekbaar in het jaar "
            "van terugbetalen, en de toeslagen middelen niet.",
            "The back payment is taxed now; repaid assistance is deducted only in the year of "
            "repayment, and the allowances do not average.",
        ),
        TAX,
    ),
    trigger=Text(
        "UWV betaalde achteraf over maanden waarin er bijstand was, en de gemeente vordert die "
        "bijstand in een later jaar terug.",
        "UWV paid afterwards over months with assistance, and the municipality claims that "
        "assistance back in a later year.",
    ),
    room=Text(
        "Pw 58 lid 2 (kan), lid 5 (kan bruto) en lid 8 (dringende redenen).",
        "Pw 58(2) (may), (5) (may, gross) and (8) (urgent reasons).",
    ),
    deciders=Text("De gemeente", "The municipality"),
    together=Text(
        "Netto terugvorderen, UWV betaalt in hetzelfde jaar direct aan de gemeente, wachten met "
        "bruteren.",
        "Recover net, UWV pays the municipality directly in the same year, wait with grossing up.",
    ),
    source="MinBZK/regelrecht-corpus: Participatiewet, Awir, Wet IB 2001 3.146 (2026)",
    verified=True,
    faces=(ConflictType.DUBBEL_GETROFFEN,),
    find=find,
    household=household,
    computation=computation,
)

"""STAPELING_ONDER_MINIMUM: bodies that each keep their own rule together leave too little.

Every taker computes alone (Awir 30, Zvw 18f, the set-off articles of the benefit laws), so nobody
sees that together they pass the limit that Rv 475da sets for an attachment.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from domain.budget.running import (
    Withholding,
    is_in_payment,
    source_is_known,
    withholdings,
)
from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.double_attachment import double_attachments
from domain.explanations import body_name, euros, joined, sentence
from domain.legislation.beslagvrije_voet import SOURCE, protected_amount
from domain.legislation.participatiewet import partner_of_applicant
from domain.picture import Picture
from domain.records import Application, Body, Entitlement, MemberRef, Provision, Record
from domain.vocabulary import ApplicationStatus, Law, RecoveryMethod, Scheme

LAW = (Provision(Law.AWB, "4:93", "4"), Provision(Law.PW, "21"), SOURCE)

LAST_RESORT = frozenset({Scheme.BIJSTAND, Scheme.AIO})
"""The schemes that must guarantee the minimum (Pw 11, 47a)."""

FOR_RENT_CARE_OR_CHILDREN = frozenset(
    {
        Scheme.HUURTOESLAG,
        Scheme.ZORGTOESLAG,
        Scheme.KINDGEBONDEN_BUDGET,
        Scheme.KINDEROPVANGTOESLAG,
        Scheme.KINDERBIJSLAG,
    }
)
"""Allowances for costs that stand outside the norm, and so outside the income held against it."""


@dataclass(frozen=True, slots=True)
class _LastResort:
    """What bodies hold on bijstand or AIO: open applications and payments."""

    holder: Body
    record: Application | Entitlement

    @property
    def is_lowered(self) -> bool:
        """Whether less is paid than this person would get alone."""
        full = (
            self.record.full_amount_monthly_cents if isinstance(self.record, Entitlement) else None
        )
        return (
            isinstance(self.record, Entitlement)
            and full is not None
            and self.record.amount_monthly_cents < full
        )


def find(picture: Picture) -> tuple[Conflict, ...]:
    """At most one conflict: what all takers together leave is one fact."""
    taken = _withholdings(picture)
    last_resort = _last_resort(picture)
    takers = in_order(
        (
            *(withholding.principal for withholding in taken),
            *(held.holder for held in last_resort if held.is_lowered),
        )
    )
    if len(takers) < 2 or all(withholding.is_attachment for withholding in taken):
        return ()
    if not _all_sources_known(taken, picture):
        return ()
    left = _income(picture) - _total(taken)
    if left >= protected_amount(picture.household, picture.today):
        return ()
    return (_conflict(takers, taken, last_resort, left),)


def plain_dutch(conflict: Conflict, picture: Picture) -> str:
    """Who takes, how much together, and that nobody looks at the sum."""
    names = sentence(joined(body_name(body, picture) for body in conflict.bodies))
    minimum = euros(protected_amount(picture.household, picture.today))
    return (
        f"{names} houden elk rekening met hun eigen regels, maar niet met elkaar. Samen gaat er "
        f"{euros(conflict.monthly_harm_cents or 0)} per maand af. Zo blijft er minder over dan het "
        f"bedrag dat de wet beschermt ({minimum} per maand)."
    )


def _withholdings(picture: Picture) -> tuple[Withholding, ...]:
    told_elsewhere = double_attachments(picture)
    return tuple(
        withholding
        for withholding in withholdings(picture)
        if withholding.amount_monthly_cents > 0 and withholding.recovery.id not in told_elsewhere
    )


def _last_resort(picture: Picture) -> tuple[_LastResort, ...]:
    asked = (
        _LastResort(counted(holder), application)
        for holder, application in picture.of(Application)
        if application.scheme in LAST_RESORT and application.status is ApplicationStatus.OPEN
    )
    paid = (
        _LastResort(counted(holder), entitlement)
        for holder, entitlement in picture.of(Entitlement)
        if entitlement.scheme in LAST_RESORT and is_in_payment(entitlement, picture.today)
    )
    return (*asked, *paid)


def _all_sources_known(taken: Iterable[Withholding], picture: Picture) -> bool:
    """Whether no taker shows that there is an income we cannot see, because its payer is silent.

    Only allowances are redirected, and those stand outside the income that counts here.
    """
    return all(
        source_is_known(withholding.recovery, picture)
        or withholding.recovery.method is RecoveryMethod.REDIRECTION
        for withholding in taken
    )


def _income(picture: Picture) -> int:
    """Income of applicant and partner per month, without allowances for rent, care and children."""
    earners = _applicant_and_partner(picture)
    own = sum(
        income.amount_monthly_cents
        for income in picture.household.income
        if income.person in earners
    )
    return own + sum(
        entitlement.amount_monthly_cents
        for _, entitlement in picture.of(Entitlement)
        if entitlement.scheme not in FOR_RENT_CARE_OR_CHILDREN
        and is_in_payment(entitlement, picture.today)
        and _is_income_of(entitlement, earners)
    )


def _applicant_and_partner(picture: Picture) -> frozenset[MemberRef]:
    partner = partner_of_applicant(picture.household)
    applicant = picture.household.applicant()
    return frozenset({applicant.id} | ({partner.id} if partner else set()))


def _is_income_of(entitlement: Entitlement, earners: frozenset[MemberRef]) -> bool:
    """Meant for one of them, and not paid out to another member."""
    payee = entitlement.payee.member
    return not earners.isdisjoint(entitlement.persons) and (payee is None or payee in earners)


def _total(taken: Iterable[Withholding]) -> int:
    return sum(withholding.amount_monthly_cents for withholding in taken)


def _conflict(
    takers: tuple[Body, ...],
    taken: tuple[Withholding, ...],
    last_resort: tuple[_LastResort, ...],
    left_cents: int,
) -> Conflict:
    recoveries = [withholding.recovery for withholding in taken]
    guarantees = [held.record for held in last_resort]
    records: tuple[Record, ...] = (*recoveries, *guarantees)
    return Conflict(
        type=ConflictType.STAPELING_ONDER_MINIMUM,
        bodies=in_order((*takers, *(held.holder for held in last_resort))),
        records=(*refs(recoveries), *refs(guarantees)),
        provisions=provisions_of(records, LAW),
        monthly_harm_cents=_total(taken),
        # nothing at all left to live on cannot wait for the ordinary route
        urgency=HarmUrgency.CRITICAL if left_cents <= 0 else HarmUrgency.HIGH,
    )


DETECTOR = Detector(
    type=ConflictType.STAPELING_ONDER_MINIMUM,
    summary_nl="Inhoudingen van verschillende organisaties stapelen onder het bestaansminimum",
    law=LAW,
    find=find,
    plain_dutch=plain_dutch,
)

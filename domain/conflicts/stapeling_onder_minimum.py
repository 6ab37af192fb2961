"""STAPELING_ONDER_MINIMUM: bodies that each keep their own rule together leave too little.

Every taker computes alone (Awir 30, Zvw 18f, the set-off articles of the benefit laws), so nobody
sees that together they pass the limit that Rv 475da sets for an attachment.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from domain.budget.means import means_of
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
from domain.explanations import texts
from domain.legislation.beslagvrije_voet import SOURCE, protected_amount
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Application, Body, Entitlement, Provision, Record
from domain.vocabulary import ApplicationStatus, Law, RecoveryMethod, Scheme

LAW = (Provision(Law.AWB, "4:93", "4"), Provision(Law.PW, "21"), SOURCE)

LAST_RESORT = frozenset({Scheme.BIJSTAND, Scheme.AIO})
"""The schemes that must guarantee the minimum (Pw 11, 47a)."""


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
    left = means_of(picture) - _total(taken)
    if left >= protected_amount(picture.household, picture.today):
        return ()
    return (_conflict(takers, taken, last_resort, left),)


def household(conflict: Conflict, picture: Picture) -> Text:
    """Who takes, how much together, and that nobody looks at the sum."""
    names = texts.capital(texts.bodies(conflict.bodies, picture))
    minimum = texts.amount(protected_amount(picture.household, picture.today))
    taken = texts.amount(conflict.monthly_harm_cents or 0)
    return Text(
        f"{names.nl} houden elk rekening met hun eigen regels, maar niet met elkaar. Samen gaat er "
        f"{taken.nl} per maand af. Zo blijft er minder over dan het "
        f"bedrag dat de wet beschermt ({minimum.nl} per maand).",
        f"{names.en} each keep their own rules, but do not look at each other. Together they take "
        f"{taken.en} a month. That leaves less than the amount that the law protects "
        f"({minimum.en} a month).",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """Income without allowances, less all that is withheld, against the protected amount."""
    income = texts.amount(means_of(picture))
    taken = texts.amount(_total(_withholdings(picture)))
    left = texts.amount(means_of(picture) - _total(_withholdings(picture)))
    minimum = texts.amount(protected_amount(picture.household, picture.today))
    return Text(
        f"Inkomen zonder toeslagen {income.nl}, ingehouden {taken.nl}, over {left.nl} per maand; "
        f"beschermd is {minimum.nl} (95% van de norm, {SOURCE}).",
        f"Income without allowances {income.en}, withheld {taken.en}, left {left.en} a month; "
        f"protected is {minimum.en} (95% of the norm, {SOURCE}).",
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
    summary=Text(
        "Inhoudingen van verschillende organisaties stapelen onder het bestaansminimum",
        "Withholdings of several organisations stack up below the minimum",
    ),
    trigger=Text(
        "Twee of meer organisaties houden in of betalen minder, en samen laten zij minder over "
        "dan het beschermde bedrag.",
        "Two or more organisations withhold or pay less, and together they leave less than the "
        "protected amount.",
    ),
    example=Text(
        "Dienst Toeslagen verrekent, het CAK krijgt de zorgtoeslag en de bijstand is nog niet "
        "toegekend.",
        "Dienst Toeslagen sets off, the CAK receives the health care allowance, and assistance "
        "is not granted yet.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

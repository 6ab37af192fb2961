"""BESLAG_ONDER_VRIJE_VOET: one attachment by itself takes money that the law leaves free.

At the bank the amount for a month stays free (Rv 475a lid 5-6); of wage or benefit 95% of the norm,
less other income, and never more than 95% of the person's own income (Rv 475da, 475db, 475dc).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from domain.budget.means import FOR_RENT_CARE_OR_CHILDREN
from domain.budget.running import ATTACHMENTS, is_in_payment, is_running
from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.double_attachment import income_from
from domain.conflicts.protection import (
    all_income_is_known,
    free_bank_amount,
    partner_of,
    protected_amount_of,
)
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture, once_per_picture
from domain.records import Body, Entitlement, MemberRef, Provision, RecordRef, Recovery
from domain.vocabulary import IncomeKind, Law, RecoveryMethod, RecoveryStatus

LAW = (
    Provision(Law.RV, "475a", "5"),
    Provision(Law.RV, "475da"),
    Provision(Law.RV, "475db", "1"),
    Provision(Law.RV, "475dc", "1"),
)

_SHARE_OF_INCOME_PERCENT = 95
"""Five percent of an income is always for creditors (Rv 475dc lid 1)."""


@dataclass(frozen=True, slots=True)
class Breach:
    """An attachment that leaves less than must stay free; euro cents, at once or per month."""

    holder: Body
    recovery: Recovery
    taken_cents: int
    left_cents: int
    free_cents: int
    asset: RecordRef | None = None

    @property
    def at_the_bank(self) -> bool:
        """Was it taken once, from an account?"""
        return self.recovery.method is RecoveryMethod.BANK_ATTACHMENT

    @property
    def harm_cents(self) -> int:
        """What was taken of the money that should have stayed free."""
        return min(self.taken_cents, self.free_cents - self.left_cents)


@dataclass(frozen=True, slots=True)
class _Periodic:
    """An income that comes in every month, and whose it is."""

    source: RecordRef
    persons: frozenset[MemberRef]
    amount_cents: int


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per body that attaches so.

    The harm is what it takes of the free amount: at once at the bank, per month of an income.
    """
    by_body: dict[Body, list[Breach]] = defaultdict(list)
    for breach in _breaches(picture):
        by_body[breach.holder].append(breach)
    return tuple(_conflict(body, breaches) for body, breaches in by_body.items())


def breaches_in(conflict: Conflict, picture: Picture) -> tuple[Breach, ...]:
    """The attachments in this conflict that leave too little, in the order of their ids."""
    mine = (each for each in _breaches(picture) if each.recovery.id in conflict.records)
    return tuple(sorted(mine, key=lambda each: each.recovery.id))


def household(conflict: Conflict, picture: Picture) -> Text:
    """Who attached, what was taken too much, and that it must be given back or lowered."""
    names = texts.capital(texts.bodies(conflict.bodies, picture))
    told = [
        Text(
            f"{names.nl} liet bij het beslag te weinig geld over.",
            f"{names.en} left too little money with the attachment.",
        )
    ]
    if conflict.one_off_harm_cents is not None:
        once = texts.amount(conflict.one_off_harm_cents)
        told.append(
            Text(
                f"Van de bankrekening is {once.nl} gehaald die volgens de wet moest blijven staan. "
                "Dat geld moet terug.",
                f"{once.en} was taken from the bank account that by law had to stay there. "
                "That money must be given back.",
            )
        )
    if conflict.monthly_harm_cents is not None:
        monthly = texts.amount(conflict.monthly_harm_cents)
        told.append(
            Text(
                f"Van het inkomen gaat {monthly.nl} per maand te veel af. Het beslag moet omlaag.",
                f"{monthly.en} a month too much is taken from the income. The attachment must be "
                "lowered.",
            )
        )
    return Text(" ".join(each.nl for each in told), " ".join(each.en for each in told))


def computation(conflict: Conflict, picture: Picture) -> Text:
    """Per attachment: what it took, what it left, and what should have stayed free."""
    sums = [_sum(each) for each in breaches_in(conflict, picture)]
    return Text(" ".join(each.nl for each in sums), " ".join(each.en for each in sums))


def _sum(breach: Breach) -> Text:
    taken, left = texts.amount(breach.taken_cents), texts.amount(breach.left_cents)
    free, day = texts.amount(breach.free_cents), texts.date(breach.recovery.from_date)
    if breach.at_the_bank:
        return Text(
            f"Bankbeslag van {day.nl}: genomen {taken.nl}, over {left.nl}; vrij moest blijven "
            f"{free.nl} (Rv 475a).",
            f"Bank attachment of {day.en}: taken {taken.en}, left {left.en}; {free.en} had to stay "
            "free (Rv 475a).",
        )
    return Text(
        f"Beslag op inkomen sinds {day.nl}: genomen {taken.nl}, over {left.nl} per maand; de "
        f"beslagvrije voet van deze bron is {free.nl} (Rv 475da-475dc) en er is geen grond voor "
        "verlaging.",
        f"Attachment of income since {day.en}: taken {taken.en}, left {left.en} a month; the "
        f"protected amount of this source is {free.en} (Rv 475da-475dc) and there is no ground to "
        "lower it.",
    )


def _breaches(picture: Picture) -> Iterator[Breach]:
    for holder, recovery in picture.of(Recovery):
        if recovery.method is RecoveryMethod.BANK_ATTACHMENT:
            found = _at_the_bank(counted(holder), recovery, picture)
        elif recovery.method in ATTACHMENTS:
            found = _of_an_income(counted(holder), recovery, picture)
        else:
            found = None
        if found is not None and found.left_cents < found.free_cents and found.taken_cents > 0:
            yield found


def _at_the_bank(holder: Body, recovery: Recovery, picture: Picture) -> Breach | None:
    """None when nothing was taken yet, or it is not known what the account held."""
    balance = recovery.balance_before_cents
    if balance is None or recovery.status is RecoveryStatus.ANNOUNCED:
        return None
    asset = next((each for each in picture.household.assets if each.id == recovery.on), None)
    persons = recovery.persons if asset is None else (asset.person,)
    free = free_bank_amount(persons, picture, recovery.from_date)
    if free is None:
        return None
    once = recovery.taken_once_cents
    taken = recovery.amount_monthly_cents if once is None else once
    left = max(balance - taken, 0)
    return Breach(holder, recovery, taken, left, free, asset.id if asset else None)


def _of_an_income(holder: Body, recovery: Recovery, picture: Picture) -> Breach | None:
    """None when it does not run, was lowered on a ground in law, or an income is not known."""
    applied = recovery.protected_amount
    lowered = applied is not None and applied.lowered_because is not None
    income = income_from(recovery.on, picture)
    if lowered or income is None or not is_running(recovery, picture.today):
        return None
    if not all_income_is_known(picture):
        return None
    persons = _whose_income(recovery, picture)
    free = min(_free_of_source(person, recovery, income, picture) for person in persons)
    taken = recovery.amount_monthly_cents
    return Breach(holder, recovery, taken, max(income - taken, 0), free)


def _whose_income(recovery: Recovery, picture: Picture) -> tuple[MemberRef, ...]:
    """The earner of a stated income, which may be taken for a debt of the spouse."""
    earners = (each.person for each in picture.household.income if each.id == recovery.on)
    return tuple(earners) or recovery.persons


def _free_of_source(
    person: MemberRef, recovery: Recovery, income_cents: int, picture: Picture
) -> int:
    """Of this source: Rv 475da, at most the share of all own income (475dc), less other income
    (475db lid 1)."""
    own = _other_income(person, None, recovery.on, picture)
    partner = partner_of(person, picture.household)
    of_partner = _other_income(partner.id, person, recovery.on, picture) if partner else 0
    protected = protected_amount_of((person,), picture)
    # the partner's income counts for at most half of the protected amount (475db lid 1 a)
    after_partner = protected - min(of_partner, protected // 2)
    at_most = (income_cents + own) * _SHARE_OF_INCOME_PERCENT // 100
    return max(min(after_partner, at_most) - own, 0)


def _other_income(
    person: MemberRef, not_of: MemberRef | None, source: RecordRef | None, picture: Picture
) -> int:
    """What this person has per month besides this source, and does not have together with that
    other person."""
    from_source = _income_of(_periodic_from(picture).get(source, ()), person, not_of)
    return _all_income_of(picture, person, not_of) - from_source


@once_per_picture
def _all_income_of(picture: Picture, person: MemberRef, not_of: MemberRef | None) -> int:
    return _income_of(_periodic(picture), person, not_of)


def _income_of(periodic: Iterable[_Periodic], person: MemberRef, not_of: MemberRef | None) -> int:
    return sum(
        each.amount_cents
        for each in periodic
        if person in each.persons and not_of not in each.persons
    )


@once_per_picture
def _periodic_from(picture: Picture) -> Mapping[RecordRef | None, list[_Periodic]]:
    by_source: dict[RecordRef | None, list[_Periodic]] = defaultdict(list)
    for each in _periodic(picture):
        by_source[each.source].append(each)
    return by_source


def _periodic(picture: Picture) -> Iterator[_Periodic]:
    """What comes in every month to live on; gifts and allowances for costs are no such income."""
    for income in picture.household.income:
        if income.kind is not IncomeKind.GIFT:
            yield _Periodic(income.id, frozenset({income.person}), income.amount_monthly_cents)
    for _, right in picture.of(Entitlement):
        if right.scheme not in FOR_RENT_CARE_OR_CHILDREN and is_in_payment(right, picture.today):
            payee = right.payee.member
            persons = frozenset(right.persons if payee is None else (payee,))
            yield _Periodic(right.id, persons, right.amount_monthly_cents)


def _conflict(body: Body, breaches: list[Breach]) -> Conflict:
    recoveries = [breach.recovery for breach in breaches]
    assets = {breach.asset for breach in breaches if breach.asset is not None}
    once = sum(breach.harm_cents for breach in breaches if breach.at_the_bank)
    monthly = sum(breach.harm_cents for breach in breaches if not breach.at_the_bank)
    return Conflict(
        type=ConflictType.BESLAG_ONDER_VRIJE_VOET,
        bodies=in_order((body,)),
        records=(*refs(recoveries), *sorted(assets)),
        provisions=provisions_of(recoveries, LAW),
        monthly_harm_cents=monthly or None,
        urgency=HarmUrgency.CRITICAL,
        one_off_harm_cents=once or None,
    )


DETECTOR = Detector(
    type=ConflictType.BESLAG_ONDER_VRIJE_VOET,
    summary=Text(
        "Eén beslag laat minder over dan de wet vrij laat",
        "One attachment leaves less than the law leaves free",
    ),
    trigger=Text(
        "Een bankbeslag laat minder op de rekening dan het vrije bedrag, of één beslag op loon of "
        "uitkering laat minder over dan de beslagvrije voet, zonder grond voor een lagere voet.",
        "A bank attachment leaves less on the account than the free amount, or one attachment of "
        "wage or benefit leaves less than the protected amount, without a ground to lower it.",
    ),
    example=Text(
        "Een deurwaarder haalt 640 euro van een rekening met 1.120 euro; voor een echtpaar met "
        "kinderen moet ruim 3.000 euro blijven staan.",
        "A bailiff takes 640 euro from an account with 1,120 euro; for a couple with children "
        "more than 3,000 euro must stay.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

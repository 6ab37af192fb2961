"""C34: the tax collector takes money from an account that must pay for living.

A bank must pay the collector from the account on demand (IW 1990 19 lid 4), at most 500 euros at a
time and twice a month (UR IW 1990 1ce). The protected amount and the free amount at the bank are
rules on attachment (Rv 475da, 475a). The law corrects the list: the debit may only take what the
account has above its protected amount (UR IW 1990 1ce lid 4), so one that leaves less can be
undone.

A direct debit is recorded as a bank attachment of the collector that rests on IW 1990 19, or on
nothing that is told; of one that is only announced, the highest amount is taken from the balance
that the household states. The other bodies are those whose payments come in on the account of the
person concerned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.budget.running import is_in_payment
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.protection import protected_amount_of
from domain.explanations import texts
from domain.household import Asset
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.text import Text
from domain.picture import Held, Picture
from domain.records import Body, Claim, Entitlement, MemberRef, Provision, Recovery
from domain.vocabulary import (
    Agency,
    AssetKind,
    Department,
    Law,
    RecoveryMethod,
    RecoveryStatus,
)

DEBIT = (Provision(Law.IW_1990, "19", "4"),)
PROTECTED = (Provision(Law.RV, "475a"), Provision(Law.RV, "475da"))

_AT_A_TIME = parameter("iw_overheidsvordering_bedrag")
_COLLECTOR = Body(agency=Agency.BELASTINGDIENST, department=Department.BELASTINGEN)


@dataclass(frozen=True, slots=True)
class _Debit:
    """One taking that leaves less than the protected amount, in euro cents."""

    recovery: Recovery
    account: Asset | None
    owner: tuple[MemberRef, ...]
    taken_cents: int
    left_cents: int
    protected_cents: int

    @property
    def harm_cents(self) -> int:
        """What was taken of the money that should have stayed."""
        return min(self.taken_cents, self.protected_cents - self.left_cents)


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: all direct debits that leave too little."""
    debits = tuple(_debits(picture))
    if not debits:
        return ()
    owners = {owner for debit in debits for owner in debit.owner}
    payers = tuple(_payers(owners, picture))
    recoveries = [debit.recovery for debit in debits]
    accounts = sorted({debit.account.id for debit in debits if debit.account is not None})
    return (
        Collision(
            code=CollisionCode.C34,
            bodies=in_order((_COLLECTOR, *(held.holder for held in payers))),
            records=(*refs(recoveries), *accounts, *refs(held.record for held in payers)),
            harmed_by=refs(recoveries),
            provisions=(*DEBIT, *PROTECTED),
            monthly_harm_cents=None,
            urgency=HarmUrgency.CRITICAL,
            one_off_harm_cents=sum(debit.harm_cents for debit in debits),
        ),
    )


def household(collision: Collision, picture: Picture) -> Text:
    """What was taken from the account and that it can be given back."""
    harm = texts.amount(collision.one_off_harm_cents or 0)
    return Text(
        "De Belastingdienst haalt geld van uw rekening. Daardoor blijft er te weinig over om van "
        f"te leven: {harm.nl} had moeten blijven staan. Laat met uw afschrift zien wat er op de "
        "rekening stond en vraag het geld terug.",
        "The tax authority takes money from your account. That leaves too little to live on: "
        f"{harm.en} had to stay. Show with your statement what was on the account and ask for the "
        "money back.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """Per debit: what it took, what it left and the protected amount."""
    mine = [each for each in _debits(picture) if each.recovery.id in collision.records]
    told = texts.joined(_told(each) for each in sorted(mine, key=lambda each: each.recovery.id))
    return Text(
        f"Overheidsvordering: {told.nl} (Rv 475da).", f"Direct debit: {told.en} (Rv 475da)."
    )


def _told(debit: _Debit) -> Text:
    taken, left = texts.amount(debit.taken_cents), texts.amount(debit.left_cents)
    protected = texts.amount(debit.protected_cents)
    return Text(
        f"genomen {taken.nl}, over {left.nl}, beschermd {protected.nl}",
        f"taken {taken.en}, left {left.en}, protected {protected.en}",
    )


def _debits(picture: Picture) -> Iterator[_Debit]:
    for holder, recovery in picture.of(Recovery):
        if counted(holder) == _COLLECTOR and _is_direct_debit(recovery):
            debit = _debit(recovery, picture)
            if debit is not None and debit.harm_cents > 0:
                yield debit


def _is_direct_debit(recovery: Recovery) -> bool:
    rests_on_it = any(
        basis.law is Law.IW_1990
        and basis.article == "19"
        and (basis.paragraph or "4").split()[0] == "4"
        for basis in recovery.legal_basis
    )
    by_bank = recovery.method is RecoveryMethod.BANK_ATTACHMENT
    return by_bank and (rests_on_it or not recovery.legal_basis)


def _debit(recovery: Recovery, picture: Picture) -> _Debit | None:
    """None when it is not known what the account held."""
    account = next((each for each in picture.household.assets if each.id == recovery.on), None)
    balance, taken = recovery.balance_before_cents, recovery.taken_once_cents
    if balance is None and account is not None and account.kind is AssetKind.BANK:
        # the balance stated at intake is that of today: of no use for what was taken before
        still_ahead = recovery.status is RecoveryStatus.ANNOUNCED
        balance = account.amount_cents if still_ahead else None
    if balance is None:
        return None
    owner = recovery.persons if account is None else (account.person,)
    taken = min(_most(recovery, picture) if taken is None else taken, balance)
    protected = protected_amount_of(owner, picture)
    return _Debit(recovery, account, owner, taken, balance - taken, protected)


def _most(recovery: Recovery, picture: Picture) -> int:
    """What one debit takes at most: no more than is owed."""
    most, held = int(last_known_on(_AT_A_TIME, picture.today)), picture.find(recovery.for_record)
    if held is not None and isinstance(held.record, Claim):
        return min(most, held.record.outstanding_cents)
    return most


def _payers(owners: set[MemberRef], picture: Picture) -> Iterator[Held]:
    """The agencies whose payments come in on the account."""
    for holder, right in picture.of(Entitlement):
        paid = is_in_payment(right, picture.today) and right.payee.member in owners
        if holder.agency is not None and paid:
            yield Held(counted(holder), right)


RULE = CollisionRule(
    code=CollisionCode.C34,
    name=Text("Overheidsvordering en bankbeslag", "Direct debit by the tax collector"),
    one=Side(
        Text(
            "De ontvanger kan een kleine belastingschuld rechtstreeks van de rekening laten "
            "betalen.",
            "The collector can have a small tax debt paid straight from the account.",
        ),
        DEBIT,
    ),
    other=Side(
        Text(
            "Wie leeft van wat er op de rekening staat, houdt het beschermde bedrag over.",
            "Who lives on what is on the account keeps the protected amount.",
        ),
        PROTECTED,
    ),
    trigger=Text(
        "Een overheidsvordering laat op de rekening minder over dan de beslagvrije voet.",
        "A direct debit of the collector leaves less on the account than the protected amount.",
    ),
    room=Text(
        "UR IW 1990 1ce lid 4 (alleen boven het beslagvrije bedrag); Leidraad Invordering met Awb "
        "4:84.",
        "UR IW 1990 1ce(4) (only above the protected amount); Leidraad Invordering with Awb 4:84.",
    ),
    deciders=Text("de ontvanger", "the collector"),
    together=Text(
        "Terugbetaling met het afschrift als bewijs, en in het plan zetten wat vrij blijft.",
        "Repayment with the statement as proof, and what stays free marked in the plan.",
    ),
    source="MinBZK/regelrecht-corpus: IW 1990 19 (2026-07-01); Rv 475a, 475da as in "
    "domain/legislation; UR IW 1990 1ce from there too",
    verified=True,
    faces=(ConflictType.BESLAG_ONDER_VRIJE_VOET,),
    find=find,
    household=household,
    computation=computation,
)

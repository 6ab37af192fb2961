"""What follows from a decision made anew: what is claimed, taken and paid by it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from domain.budget.running import is_covered
from domain.errors import MeasureNotPossible
from domain.legislation.calendar import first_of_month_on_or_after
from domain.measures.act import Act, Change, Effect
from domain.measures.acts.decided_anew import DecidedAnew, claims_of, rights_of
from domain.measures.acts.hold import ended
from domain.measures.acts.lower import remit_changes
from domain.measures.measure import Measure
from domain.records import (
    Claim,
    Contribution,
    DeterminationMade,
    Entitlement,
    Payee,
    RecordRef,
    Recovery,
)
from domain.vocabulary import EntitlementStatus, Outcome, RecoveryStatus

_MONTHS_PER_YEAR = 12


def claims_lowered(anew: DecidedAnew, act: Act) -> Iterator[Change]:
    """What is claimed by the decision falls to what is owed by it now, less what was paid."""
    if anew.total_cents is None:
        return
    claims = claims_of(anew.before, act)
    named = act.measure.amount_cents
    if named is not None and len(act.named(DeterminationMade)) == 1:
        left = named
    else:
        owed = sum(claim.outstanding_cents for claim in claims)
        paid = max((anew.before.amount_total_cents or owed) - owed, 0)
        left = max(anew.total_cents - paid, 0)
    yield from _fallen_to(left, claims, act)


def named_claims_lowered(act: Act) -> Iterator[Change]:
    """Named claims of no named decision fall to the measure's amount in total."""
    decided = {each.id for each in act.named(DeterminationMade)}
    claims = tuple(each for each in act.named(Claim) if each.determined_by not in decided)
    if not claims:
        return
    if act.measure.amount_cents is None:
        raise MeasureNotPossible("Niet bekend is welk bedrag er nog wordt gevorderd.")
    yield from _fallen_to(act.measure.amount_cents, claims, act)


def levied_no_longer(act: Act) -> Iterator[Change]:
    """Named contributions stop on the measure's day, as if never levied when they began later, and
    so does what the holder withholds for them; recoveries named alone end."""
    contributions = act.named(Contribution)
    for contribution in contributions:
        yield from _stopped(contribution, act)
    if len(act.named(Recovery)) == len(act.measure.on):
        yield from (ended(each, act.on) for each in act.named(Recovery) if _is_live(each))


def _stopped(contribution: Contribution, act: Act) -> Iterator[Change]:
    day = act.measure.from_date
    if day is None:
        raise MeasureNotPossible("Niet bekend is vanaf welke dag de bijdrage niet verschuldigd is.")
    if contribution.cover_until is not None and contribution.cover_until < day:
        raise MeasureNotPossible("De bijdrage is al eerder geëindigd.")
    withheld = [each for each in act.others(Recovery) if each.for_record == contribution.id]
    ends = [ended(each, act.on) for each in withheld if _is_live(each)]
    taken = sum(each.effect.monthly_effect_cents for each in ends)
    runs = is_covered(contribution, act.on)
    gain = max(contribution.amount_monthly_cents - taken, 0) if runs else 0
    after = replace(contribution, cover_until=day - dt.timedelta(days=1), overpaid_cents=None)
    what = "De bijdrage is niet verschuldigd; wat te veel is betaald, wordt teruggegeven."
    yield Change(after, Effect(contribution.id, what, gain, 0), gone=day <= contribution.cover_from)
    yield from ends


def _is_live(recovery: Recovery) -> bool:
    return recovery.status is not RecoveryStatus.ENDED


def takings_lowered(anew: DecidedAnew, act: Act) -> Iterator[Change]:
    """What is paid or taken per month by the decision is no more than it sets now."""
    if anew.monthly_cents is None:
        return
    claims = {claim.id for claim in claims_of(anew.before, act)}
    for recovery in act.others(Recovery):
        if recovery.for_record in claims:
            yield from _taken_at_most(anew.monthly_cents, recovery, act)
    for contribution in act.others(Contribution):
        if contribution.id == anew.before.about:
            yield from _levied_at_most(anew.monthly_cents, contribution, act)


def rights_raised(anew: DecidedAnew, act: Act) -> Iterator[Change]:
    """The right behind the decision pays what it says now; a refused one comes into being."""
    if anew.monthly_cents is None:
        return
    rights = rights_of(anew.before, act)
    if len(rights) > 1:
        raise MeasureNotPossible("Niet bekend is welk recht met het besluit verandert.")
    for right in rights:
        yield from raised(right, anew.monthly_cents, anew.before.effective_from, act)
    if not rights and anew.before.outcome is Outcome.REFUSED and anew.monthly_cents:
        yield _come_into_being(anew, anew.monthly_cents, act)


def raised(right: Entitlement, cents: int, effective: dt.date | None, act: Act) -> Iterator[Change]:
    """The right in payment at this amount per month, with what is due since the day it works from.

    Nothing when it pays that already.
    """
    is_paid = right.status is EntitlementStatus.IN_PAYMENT
    gain = cents - (right.amount_monthly_cents if is_paid else 0)
    if is_paid and gain <= 0:
        return
    is_new = right.status in (EntitlementStatus.REFUSED, EntitlementStatus.ELIGIBLE)
    from_date = (effective or right.from_date or act.on) if is_new else right.from_date
    after = replace(
        right,
        status=EntitlementStatus.IN_PAYMENT,
        amount_monthly_cents=cents,
        full_amount_monthly_cents=max(right.full_amount_monthly_cents or 0, cents),
        from_date=from_date,
        until=right.until if is_paid else None,
        one_off_cents=due_at_once(right.one_off_cents, gain, effective, act.on),
    )
    yield Change(after, Effect(right.id, _paid_on(is_paid), gain, 0))


def supplement(decision: DeterminationMade, cents: int, act: Act) -> Change:
    """What an exception adds to a right, as a right beside it: it stays whatever the right does."""
    (right, *_) = (*rights_of(decision, act), None)
    effective = act.measure.from_date or decision.effective_from
    payee = Payee(member=decision.persons[0]) if right is None else right.payee
    added = Entitlement(
        id=act.new_id(f"supplement-{decision.id}"),
        persons=decision.persons,
        department=decision.department,
        legal_basis=(act.measure.provision,),
        scheme=decision.scheme,
        status=EntitlementStatus.IN_PAYMENT,
        amount_monthly_cents=cents,
        full_amount_monthly_cents=cents,
        payee=payee,
        from_date=effective or act.on,
        determined_by=decision.id,
        one_off_cents=due_at_once(None, cents, effective, act.on),
    )
    what = "Er wordt per maand meer betaald, ook over de maanden die al voorbij zijn."
    return Change(added, Effect(added.id, what, cents, 0))


def due_at_once(
    already: int | None, gain: int, effective: dt.date | None, on: dt.date
) -> int | None:
    """What is still to be paid for the months from the effective day until and with this one."""
    if effective is None or effective > on or gain <= 0:
        return already
    first = first_of_month_on_or_after(effective)
    months = (on.year - first.year) * _MONTHS_PER_YEAR + on.month - first.month + 1
    return (already or 0) + gain * max(months, 0) or None


def _paid_on(is_paid: bool) -> str:
    return "Er wordt per maand meer betaald." if is_paid else "Het recht wordt weer betaald."


def _come_into_being(anew: DecidedAnew, cents: int, act: Act) -> Change:
    decision = anew.before
    effective = act.measure.from_date or decision.effective_from
    right = Entitlement(
        id=act.new_id(f"right-{decision.id}"),
        persons=decision.persons,
        department=decision.department,
        legal_basis=(act.measure.provision,),
        scheme=decision.scheme,
        status=EntitlementStatus.IN_PAYMENT,
        amount_monthly_cents=cents,
        full_amount_monthly_cents=cents,
        payee=_usual_payee(decision, act),
        from_date=effective or act.on,
        determined_by=decision.id,
        one_off_cents=due_at_once(None, cents, effective, act.on),
    )
    what = f"Er wordt betaald vanaf {right.from_date:%d-%m-%Y}."
    return Change(right, Effect(right.id, what, cents, 0))


def _usual_payee(decision: DeterminationMade, act: Act) -> Payee:
    """Who receives the body's other rights of the same persons; else the first of them."""
    rights = sorted(act.others(Entitlement), key=lambda each: each.id)
    for right in rights:
        if right.persons == decision.persons and right.status is EntitlementStatus.IN_PAYMENT:
            return right.payee
    return Payee(member=decision.persons[0])


def _fallen_to(left: int, claims: tuple[Claim, ...], act: Act) -> Iterator[Change]:
    """Together no more than this is claimed; what was taken for a claim of nil ends."""
    owing = tuple(claim for claim in claims if claim.outstanding_cents > 0)
    less = sum(claim.outstanding_cents for claim in owing) - left
    if less > 0:
        named = tuple(sorted(claim.id for claim in owing))
        yield from remit_changes(replace(act, measure=_on(act, named, less)))


def _on(act: Act, named: tuple[RecordRef, ...], less: int) -> Measure:
    asked = act.measure
    assert isinstance(asked, Measure)
    return replace(asked, on=named, amount_cents=less)


def _taken_at_most(cents: int, recovery: Recovery, act: Act) -> Iterator[Change]:
    if recovery.status is RecoveryStatus.ENDED or recovery.amount_monthly_cents <= cents:
        return
    if cents == 0:
        yield ended(recovery, act.on)
        return
    gain = recovery.amount_monthly_cents - cents
    gain = gain if recovery.status is RecoveryStatus.RUNNING else 0
    after = replace(recovery, amount_monthly_cents=cents)
    yield Change(after, Effect(recovery.id, "Er wordt per maand minder betaald.", gain, 0))


def _levied_at_most(cents: int, contribution: Contribution, act: Act) -> Iterator[Change]:
    if contribution.amount_monthly_cents <= cents:
        return
    withheld = [
        change
        for recovery in act.others(Recovery)
        if recovery.for_record == contribution.id
        for change in _taken_at_most(cents, recovery, act)
    ]
    gain = contribution.amount_monthly_cents - cents
    own_gain = max(gain - sum(each.effect.monthly_effect_cents for each in withheld), 0)
    after = replace(contribution, amount_monthly_cents=cents)
    yield Change(after, Effect(contribution.id, "De bijdrage wordt lager.", own_gain, 0))
    yield from withheld

"""Rights: fitted to the circumstances, paid at last, or paid to the member they are meant for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from domain.errors import MeasureNotPossible
from domain.legislation.powers.provisions import PW_20_3
from domain.measures.act import Act, Change, Effect
from domain.measures.acts import applications
from domain.measures.acts.decided_anew import with_basis
from domain.measures.acts.decisions import facts_put_right
from domain.records import (
    Application,
    DeterminationMade,
    Entitlement,
    MemberRef,
    Payee,
    Provision,
    Record,
    RecordRef,
    Ref,
)
from domain.vocabulary import EntitlementStatus, Outcome, Reason

TO_BE_SHOWN = {
    PW_20_3: "Nodig is nog dat blijkt dat de ouders het niet kunnen betalen, of dat dit niet van "
    "hen kan worden gevraagd (Pw 20 lid 3)."
}
"""What the law asks for a grant and no record tells: it must be shown before the decision."""


def tailor_changes(act: Act) -> tuple[Change, ...]:
    """The named right rises to the measure's amount per month, or the named application is granted
    at it; the decision behind a right is made anew with it. A named fact becomes the measure's
    value."""
    if act.named(Application):
        return applications.grant_changes(act)
    rights, amount = act.named(Entitlement), act.measure.amount_cents
    if len(rights) != 1 or amount is None:
        raise MeasureNotPossible("Afstemmen gaat per recht, op een bedrag dat de maatregel noemt.")
    return (*_fitted(rights[0], amount, act), *facts_put_right(act))


def grant_changes(act: Act) -> tuple[Change, ...]:
    """The named right that was calculated and not paid is paid, what was asked for it decided; or
    the named application is granted."""
    rights = act.named(Entitlement)
    if len(rights) > 1:
        raise MeasureNotPossible("Toekennen gaat per recht.")
    if rights:
        return tuple(_paid(rights[0], act))
    changes = applications.grant_changes(act)
    still_needed = TO_BE_SHOWN.get(act.measure.provision)
    return changes if still_needed is None else _needing(still_needed, changes)


def payee_changes(act: Act) -> tuple[Change, ...]:
    """The named rights are paid to the measure's member, and what was asked for it is decided."""
    meant = act.measure.value
    if not isinstance(meant, Ref) or meant.ref is None:
        raise MeasureNotPossible("De maatregel noemt niet aan wie wordt betaald.")
    payee = Payee(member=MemberRef(meant.ref))
    rights = act.named(Entitlement)
    if not rights:
        raise MeasureNotPossible("Er is hier geen recht dat aan een ander kan worden betaald.")
    return (
        *(_paid_to(payee, right, act) for right in rights),
        *_asked_and_decided(act),
    )


def _fitted(right: Entitlement, amount: int, act: Act) -> Iterator[Change]:
    if right.status is not EntitlementStatus.IN_PAYMENT or amount <= right.amount_monthly_cents:
        raise MeasureNotPossible(
            "Het recht wordt niet betaald, of het bedrag wordt er niet hoger van."
        )
    full = max(amount, right.full_amount_monthly_cents or 0)
    after = replace(
        right,
        amount_monthly_cents=amount,
        full_amount_monthly_cents=full,
        legal_basis=_first(act.measure.provision, right),
    )
    until = act.measure.until
    what = "De uitkering wordt hoger" + (f", tot en met {until:%d-%m-%Y}." if until else ".")
    yield Change(after, Effect(right.id, what, amount - right.amount_monthly_cents, 0))
    behind = act.held.get(right.determined_by or RecordRef(""))
    if isinstance(behind, DeterminationMade):
        yield _decided_anew(behind, amount, amount == full, act)


def _decided_anew(decision: DeterminationMade, amount: int, is_whole: bool, act: Act) -> Change:
    """The decision at the new amount; below the full amount it stays one that gives less."""
    after = replace(
        with_basis(decision, act.measure.provision, act.on),
        outcome=Outcome.GRANTED if is_whole else decision.outcome,
        reason=Reason.CONDITIONS_MET if is_whole else decision.reason,
        amount_monthly_cents=amount,
    )
    return Change(after, Effect(decision.id, "Het besluit is opnieuw genomen.", 0, 0))


def _paid(right: Entitlement, act: Act) -> Iterator[Change]:
    if right.status is not EntitlementStatus.ELIGIBLE:
        raise MeasureNotPossible("Dit recht is hier niet berekend, of het wordt al betaald.")
    from_date = act.measure.from_date or right.from_date
    amount = right.amount_monthly_cents
    decision = applications.decision_on(right, act, from_date, amount)
    after = replace(
        right,
        status=EntitlementStatus.IN_PAYMENT,
        full_amount_monthly_cents=max(amount, right.full_amount_monthly_cents or 0),
        from_date=from_date,
        determined_by=decision.id,
        legal_basis=_first(act.measure.provision, right),
    )
    runs = right.until is None or act.on <= right.until
    needed = "" if act.named(Application) else " Nodig is nog een aanvraag."
    what = f"Het recht is toegekend.{needed}"
    yield Change(decision, Effect(decision.id, what, 0, 0))
    yield Change(after, Effect(right.id, _told(after, act.on), amount if runs else 0, 0))
    yield from _asked_and_decided(act)
    yield from applications.referrals_ended(right, act)


def _told(right: Entitlement, on: dt.date) -> str:
    months = _months_due(right, on)
    if months == 0:
        return "Er wordt betaald." if right.one_off_cents is None else "Er wordt ineens betaald."
    since = "1 maand" if months == 1 else f"{months} maanden"
    return f"Er wordt betaald; over {since} wordt ineens nabetaald."


def _months_due(right: Entitlement, on: dt.date) -> int:
    """The months, each begun on its first day, that were not paid until now."""
    first, last = right.from_date, on if right.until is None else min(on, right.until)
    if first is None or last < first or right.amount_monthly_cents == 0:
        return 0
    months = (last.year - first.year) * 12 + last.month - first.month
    return months + (first.day == 1)


def _paid_to(payee: Payee, right: Entitlement, act: Act) -> Change:
    if right.status is not EntitlementStatus.IN_PAYMENT or right.payee == payee:
        raise MeasureNotPossible("Dit recht wordt niet betaald, of al aan deze persoon.")
    after = replace(right, payee=payee, legal_basis=_first(act.measure.provision, right))
    from_date = act.measure.from_date
    since = f"Vanaf {from_date:%d-%m-%Y}" if from_date and from_date > act.on else "Voortaan"
    what = f"{since} wordt betaald aan wie voor de kinderen zorgt."
    return Change(after, Effect(right.id, what, right.amount_monthly_cents, 0))


def _asked_and_decided(act: Act) -> Iterator[Change]:
    if act.named(Application):
        yield from (applications.decided(each) for each in applications.still_to_decide(act))


def _needing(what: str, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes, with what is still to be shown told at the first of them."""
    first, *rest = changes
    told = replace(first.effect, what=f"{first.effect.what} {what}")
    return (replace(first, effect=told), *rest)


def _first(provision: Provision, record: Record) -> tuple[Provision, ...]:
    """The record's legal basis with this provision in front."""
    return tuple(dict.fromkeys((provision, *record.legal_basis)))

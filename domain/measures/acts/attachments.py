"""Attachments: computed anew, given back, or kept within the room that several share.

The same for an agency and for a bailiff: whoever attaches leaves free what the law protects. What
the income is stands with its payer, out of the attacher's reach, so the measure names the amounts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from domain.budget.running import ATTACHMENTS
from domain.errors import MeasureNotPossible
from domain.measures.act import Act, Change, Effect
from domain.records import Money, ProtectedAmount, Recovery
from domain.vocabulary import RecoveryMethod, RecoveryStatus

TAKEN_OF_INCOME = ATTACHMENTS | {RecoveryMethod.SET_OFF}


def recompute_changes(act: Act) -> tuple[Change, ...]:
    """The protected amount becomes the measure's amount, no longer lowered (Rv 475d lid 4-5).

    What is taken per month becomes the measure's value; without one it falls by what is protected
    more. A set-off is bound by the same amount (Awb 4:93 lid 4).
    """
    protected = act.measure.amount_cents
    if protected is None:
        raise MeasureNotPossible("De maatregel noemt niet welk bedrag vrij moet blijven.")
    return tuple(_recomputed(each, protected, act) for each in _on_income(act, TAKEN_OF_INCOME))


def coordinate_changes(act: Act) -> tuple[Change, ...]:
    """The named attachments together take the measure's amount per month: the part of this body in
    the room that all who attach one income share (Rv 478). What is over nothing is taken for."""
    share = act.measure.amount_cents
    attached = _on_income(act)
    if share is None:
        raise MeasureNotPossible("De maatregel noemt niet welk deel van de ruimte genomen wordt.")
    if not 0 <= share < sum(each.amount_monthly_cents for each in attached):
        raise MeasureNotPossible("Zo wordt er niet minder genomen.")
    return tuple(_shared(attached, share))


def refund_changes(act: Act) -> tuple[Change, ...]:
    """The measure's amount, in total, of what was taken once is given back (Rv 475a lid 5)."""
    back = act.measure.amount_cents
    taken = act.named(Recovery)
    if back is None or back <= 0 or len(taken) != len(act.measure.on):
        raise MeasureNotPossible("De maatregel noemt niet wat van welk beslag terug moet.")
    if any(each.method is not RecoveryMethod.BANK_ATTACHMENT for each in taken):
        raise MeasureNotPossible("Teruggeven gaat over wat van een rekening is genomen.")
    if back > sum(_taken_once(each) for each in taken):
        raise MeasureNotPossible("Er is niet zo veel genomen.")
    return tuple(_given_back(taken, back))


def _on_income(act: Act, methods: Collection[RecoveryMethod] = ATTACHMENTS) -> tuple[Recovery, ...]:
    attached = act.named(Recovery)
    if not attached or len(attached) != len(act.measure.on):
        raise MeasureNotPossible("Er is hier geen beslag dat opnieuw kan worden berekend.")
    for each in attached:
        if each.method not in methods or each.status is RecoveryStatus.ENDED:
            raise MeasureNotPossible("Er loopt geen beslag op een inkomen.")
    return attached


def _recomputed(attachment: Recovery, protected: int, act: Act) -> Change:
    before = attachment.protected_amount
    taken = _taken_then(attachment, protected, act)
    same = ProtectedAmount(protected, None)
    if taken > attachment.amount_monthly_cents or (before is not None and _is_less(same, before)):
        raise MeasureNotPossible("Een nieuwe berekening laat hier niet meer vrij.")
    if taken == attachment.amount_monthly_cents and before == same:
        raise MeasureNotPossible("Het beschermde bedrag is al zo toegepast.")
    gain = attachment.amount_monthly_cents - taken
    after = replace(attachment, protected_amount=same, amount_monthly_cents=taken)
    what = "Het beschermde bedrag is opnieuw berekend; er wordt minder ingehouden."
    return Change(after, Effect(attachment.id, what, gain, 0))


def _is_less(after: ProtectedAmount, before: ProtectedAmount) -> bool:
    return after.applied_cents < before.applied_cents


def _taken_then(attachment: Recovery, protected: int, act: Act) -> int:
    if isinstance(act.measure.value, Money):
        return max(act.measure.value.amount_cents, 0)
    if attachment.protected_amount is None:
        raise MeasureNotPossible("Niet bekend is welk bedrag tot nu toe vrij bleef.")
    more = protected - attachment.protected_amount.applied_cents
    return max(attachment.amount_monthly_cents - more, 0)


def _shared(attached: tuple[Recovery, ...], share: int) -> Iterator[Change]:
    """The oldest attachment first, in whatever order they are named."""
    for each in sorted(attached, key=lambda found: (found.from_date, found.id)):
        taken = min(each.amount_monthly_cents, share)
        share -= taken
        gain = each.amount_monthly_cents - taken
        if gain:
            what = "Van het inkomen wordt niet meer genomen dan het eigen deel van de ruimte."
            yield Change(replace(each, amount_monthly_cents=taken), Effect(each.id, what, gain, 0))


def _given_back(taken: tuple[Recovery, ...], back: int) -> Iterator[Change]:
    for each in taken:
        once = _taken_once(each)
        of_this = min(once, back)
        back -= of_this
        if of_this:
            after = replace(each, taken_once_cents=once - of_this)
            yield Change(after, Effect(each.id, "Wat te veel is genomen, gaat terug.", 0, 0))


def _taken_once(attachment: Recovery) -> int:
    once = attachment.taken_once_cents
    return attachment.amount_monthly_cents if once is None else once

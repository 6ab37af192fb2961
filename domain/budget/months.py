"""The household's budget over the coming twelve months, with what is known to happen in them.

Nothing is guessed: only what the records themselves say will begin, end or be paid off, and the
birthdays on which the law changes something. Amounts that the law will set anew are not indexed.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from domain.budget.budget import Budget
from domain.budget.compute import budget_of
from domain.budget.running import is_running
from domain.legislation.ages import AGES, Age
from domain.legislation.calendar import add_months, month_of
from domain.picture import Picture
from domain.records import (
    Claim,
    Contribution,
    Entitlement,
    Hold,
    MemberRef,
    Record,
    RecordRef,
    Recovery,
    ThreatenedAct,
)
from domain.vocabulary import (
    EntitlementStatus,
    HoldStatus,
    MemberRole,
    RecoveryMethod,
    RecoveryStatus,
    ThreatenedActKind,
)

MONTHS_AHEAD = 12
_ONE_DAY = dt.timedelta(days=1)


class EventKind(StrEnum):
    """What is known to happen in a month."""

    RIGHT_BEGINS = "right_begins"
    RIGHT_ENDS = "right_ends"
    WITHHOLDING_BEGINS = "withholding_begins"
    WITHHOLDING_ENDS = "withholding_ends"
    TAKEN_ONCE = "taken_once"
    DEBT_PAID = "debt_paid"
    CONTRIBUTION_BEGINS = "contribution_begins"
    CONTRIBUTION_ENDS = "contribution_ends"
    EXPENSE_BEGINS = "expense_begins"
    HOLD_ENDS = "hold_ends"
    THREAT = "threat"
    BIRTHDAY = "birthday"


@dataclass(frozen=True, slots=True)
class Event:
    """Something known to happen on a day: to a record, or to a member who reaches an age.

    `amount_cents` is the amount of the record per month (once for TAKEN_ONCE), when it has one.
    """

    kind: EventKind
    on: dt.date
    record: str | None = None
    amount_cents: int | None = None
    member: MemberRef | None = None
    age: Age | None = None


@dataclass(frozen=True, slots=True)
class MonthAhead:
    """One month: the budget as it is on `seen_on` (today, or the month's first day), its events."""

    seen_on: dt.date
    budget: Budget
    events: tuple[Event, ...]


def months_ahead(picture: Picture, months: int = MONTHS_AHEAD) -> tuple[MonthAhead, ...]:
    """The month of today and those after it, in order. Deterministic; never raises on a gap."""
    found: list[MonthAhead] = []
    for _ in range(months):
        first, last = month_of(picture.today)
        events = sorted(
            _events(picture, picture.today, last),
            key=lambda event: (event.on, event.kind, event.record or event.member or ""),
        )
        found.append(MonthAhead(picture.today, budget_of(picture), tuple(events)))
        picture = _a_month_later(picture, add_months(first, 1))
    return tuple(found)


def _a_month_later(picture: Picture, first_of_next: dt.date) -> Picture:
    """The picture on that day, when nothing happens but what is known.

    What is taken this month lowers the debts; what is paid off is not taken any more. What was
    announced begins, and a benefit that will be stopped is stopped, with what is taken from it.
    """
    change = _Change(
        day=first_of_next,
        owed=_owed_after(picture),
        stopped=_stopped_by(picture, first_of_next),
    )
    return replace(
        picture,
        today=first_of_next,
        positions=tuple(
            replace(position, records=tuple(map(change.of, position.records)))
            for position in picture.positions
        ),
        household=replace(
            picture.household,
            parties=tuple(
                replace(party, records=tuple(map(change.of, party.records)))
                for party in picture.household.parties
            ),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Change:
    """What a month does to the records: `owed` after payment, `stopped` rights by the new day."""

    day: dt.date
    owed: Mapping[RecordRef, int]
    stopped: frozenset[RecordRef]

    def of(self, record: Record) -> Record:
        """The record a month later."""
        match record:
            case Claim():
                return replace(record, outstanding_cents=self.owed[record.id])
            case Entitlement() if record.id in self.stopped:
                return replace(record, status=EntitlementStatus.ENDED)
            case Recovery():
                return self._of_recovery(record)
            case _:
                return record

    def _of_recovery(self, taken: Recovery) -> Recovery:
        if taken.status is RecoveryStatus.ENDED or not _is_monthly(taken):
            return taken
        if taken.on in self.stopped or self.owed.get(taken.for_record) == 0:
            return replace(taken, status=RecoveryStatus.ENDED)
        if taken.status is RecoveryStatus.ANNOUNCED and taken.from_date <= self.day:
            taken = replace(taken, status=RecoveryStatus.RUNNING)
        owed = self.owed.get(taken.for_record, taken.amount_monthly_cents)
        return replace(taken, amount_monthly_cents=min(taken.amount_monthly_cents, owed))


def _owed_after(picture: Picture) -> dict[RecordRef, int]:
    paid = _paid_this_month(picture)
    return {
        claim.id: max(claim.outstanding_cents - paid[claim.id], 0) for _, claim in picture.of(Claim)
    }


def _stopped_by(picture: Picture, day: dt.date) -> frozenset[RecordRef]:
    """The rights that are over by that day: their last day passed, or their stop is announced."""
    over = {
        right.id
        for _, right in picture.of(Entitlement)
        if right.until is not None and right.until < day
    }
    announced = {
        act.about
        for _, act in picture.of(ThreatenedAct)
        if act.kind is ThreatenedActKind.END_OF_BENEFIT
        and act.about is not None
        and act.date <= day
    }
    return frozenset(over | announced)


def _paid_this_month(picture: Picture) -> dict[RecordRef, int]:
    paid: dict[RecordRef, int] = defaultdict(int)
    for _, recovery in picture.of(Recovery):
        if is_running(recovery, picture.today) and _is_monthly(recovery):
            paid[recovery.for_record] += recovery.amount_monthly_cents
    return paid


def _is_monthly(recovery: Recovery) -> bool:
    return recovery.method is not RecoveryMethod.BANK_ATTACHMENT


def _events(picture: Picture, first: dt.date, last: dt.date) -> Iterator[Event]:
    yield from _of_records(picture, first, last)
    yield from _of_expenses(picture, first, last)
    yield from _birthdays(picture, first, last)


def _of_records(picture: Picture, first: dt.date, last: dt.date) -> Iterator[Event]:
    for held in picture.held:
        match held.record:
            case Entitlement(status=EntitlementStatus.IN_PAYMENT) as right:
                amount = right.amount_monthly_cents
                yield from _span(
                    (EventKind.RIGHT_BEGINS, EventKind.RIGHT_ENDS),
                    (right.from_date, right.until),
                    (right.id, amount),
                    (first, last),
                )
            case Recovery(status=RecoveryStatus.RUNNING | RecoveryStatus.ANNOUNCED) as taken:
                yield from _of_recovery(taken, picture, first, last)
            case Contribution() as due:
                yield from _span(
                    (EventKind.CONTRIBUTION_BEGINS, EventKind.CONTRIBUTION_ENDS),
                    (due.cover_from, due.cover_until),
                    (due.id, due.amount_monthly_cents),
                    (first, last),
                )
            case ThreatenedAct() as act if first <= act.date <= last:
                yield Event(EventKind.THREAT, act.date, act.id)
            case Hold(status=HoldStatus.IN_FORCE, until=until) as hold if until is not None:
                if first <= until <= last:
                    yield Event(EventKind.HOLD_ENDS, until, hold.id)
            case _:
                continue


def _of_recovery(
    taken: Recovery, picture: Picture, first: dt.date, last: dt.date
) -> Iterator[Event]:
    if taken.taken_once_cents and first <= taken.from_date <= last:
        yield Event(EventKind.TAKEN_ONCE, taken.from_date, taken.id, taken.taken_once_cents)
    yield from _span(
        (EventKind.WITHHOLDING_BEGINS, EventKind.WITHHOLDING_ENDS),
        (taken.from_date, taken.until),
        (taken.id, taken.amount_monthly_cents),
        (first, last),
    )
    held = picture.find(taken.for_record)
    if (
        held is not None
        and isinstance(held.record, Claim)
        and is_running(taken, picture.today)
        and 0 < held.record.outstanding_cents <= _paid_this_month(picture)[taken.for_record]
    ):
        yield Event(EventKind.DEBT_PAID, last, taken.for_record, held.record.outstanding_cents)


def _span(
    kinds: tuple[EventKind, EventKind],
    days: tuple[dt.date | None, dt.date | None],
    of: tuple[str, int],
    within: tuple[dt.date, dt.date],
) -> Iterator[Event]:
    """Its first day, and the day after its last, when they fall within these days.

    What began today or before is there already.
    """
    begins, ends = days
    record, amount = of
    first, last = within
    if begins is not None and first < begins <= last:
        yield Event(kinds[0], begins, record, amount)
    if ends is not None and first <= ends <= last:
        yield Event(kinds[1], ends, record, amount)


def _of_expenses(picture: Picture, first: dt.date, last: dt.date) -> Iterator[Event]:
    for expense in picture.household.expenses:
        if expense.from_date is not None and first < expense.from_date <= last:
            yield Event(
                EventKind.EXPENSE_BEGINS,
                expense.from_date,
                expense.id,
                expense.amount_monthly_cents,
            )


def _birthdays(picture: Picture, first: dt.date, last: dt.date) -> Iterator[Event]:
    for member in picture.household.members:
        if member.role is MemberRole.OUTSIDE_PLAN:
            continue
        for age in AGES:
            reached = age.reached_on(member.born)
            if first <= reached <= last:
                yield Event(EventKind.BIRTHDAY, reached, member=member.id, age=age)

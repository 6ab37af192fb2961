"""The household's money as programs read it: the stack, the creditors, the months, the warnings."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel

from domain.budget.creditors import CreditorDebt, creditors_of
from domain.budget.months import Event, MonthAhead, months_ahead
from domain.budget.stack import Stack, stack_of
from domain.deadlines.deadline import Owner
from domain.early_warnings import EarlyWarning, early_warnings
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body


class BothJson(BaseModel):
    """The same words in Dutch and in English."""

    nl: str
    en: str


class TakenJson(BaseModel):
    """What one body takes per month."""

    body: str
    amount_monthly_cents: int
    records: list[str]


class StackJson(BaseModel):
    """All that is withheld, against what must stay free; euro cents per month."""

    means_cents: int
    norm_cents: int
    protected_cents: int
    taken: list[TakenJson]
    taken_cents: int
    left_cents: int
    room_cents: int
    beyond_room_cents: int
    short_of_norm_cents: int


class CreditorJson(BaseModel):
    """What is owed to one creditor in one rank."""

    body: str
    rank: str
    claims: list[str]
    outstanding_cents: int
    taken_monthly_cents: int


class EventJson(BaseModel):
    """Something known to happen on a day."""

    kind: str
    on: dt.date
    record: str | None
    member: str | None
    amount_cents: int | None
    what: BothJson | None


class MonthJson(BaseModel):
    """One of the coming months."""

    seen_on: dt.date
    income_cents: int
    expenses_cents: int
    net_cents: int
    debts_cents: int
    events: list[EventJson]


class WarningJson(BaseModel):
    """Something that comes within ninety days."""

    kind: str
    on: dt.date
    what: BothJson
    rule: str
    record: str | None
    member: str | None


class MoneyJson(BaseModel):
    """The stack, the creditors and the months of one household."""

    stack: StackJson
    creditors: list[CreditorJson]
    months: list[MonthJson]


def money_json(picture: Picture) -> MoneyJson:
    """The household's money on the picture's day."""
    return MoneyJson(
        stack=_stack(stack_of(picture)),
        creditors=[_creditor(debt) for debt in creditors_of(picture)],
        months=[_month(month) for month in months_ahead(picture)],
    )


def warnings_json(picture: Picture) -> list[WarningJson]:
    """What comes within ninety days of the picture's day."""
    return [_warning(each) for each in early_warnings(picture)]


def both(text: Text) -> BothJson:
    """A text in both languages."""
    return BothJson(nl=text.nl, en=text.en)


def body_json(body: Body) -> str:
    """A body as deadlines name their owner: "belastingdienst/toeslagen", "party:landlord"."""
    return str(Owner(body=body))


def _stack(stack: Stack) -> StackJson:
    return StackJson(
        means_cents=stack.means_cents,
        norm_cents=stack.norm_cents,
        protected_cents=stack.protected_cents,
        taken=[
            TakenJson(
                body=body_json(each.body),
                amount_monthly_cents=each.amount_monthly_cents,
                records=list(each.records),
            )
            for each in stack.taken
        ],
        taken_cents=stack.taken_cents,
        left_cents=stack.left_cents,
        room_cents=stack.room_cents,
        beyond_room_cents=stack.beyond_room_cents,
        short_of_norm_cents=stack.short_of_norm_cents,
    )


def _creditor(debt: CreditorDebt) -> CreditorJson:
    return CreditorJson(
        body=body_json(debt.body),
        rank=debt.rank.value,
        claims=list(debt.claims),
        outstanding_cents=debt.outstanding_cents,
        taken_monthly_cents=debt.taken_monthly_cents,
    )


def _month(month: MonthAhead) -> MonthJson:
    return MonthJson(
        seen_on=month.seen_on,
        income_cents=month.budget.income_cents,
        expenses_cents=month.budget.expenses_cents,
        net_cents=month.budget.net_cents,
        debts_cents=month.budget.debts_cents,
        events=[_event(event) for event in month.events],
    )


def _event(event: Event) -> EventJson:
    return EventJson(
        kind=event.kind.value,
        on=event.on,
        record=event.record,
        member=event.member,
        amount_cents=event.amount_cents,
        what=both(event.age.what) if event.age else None,
    )


def _warning(warning: EarlyWarning) -> WarningJson:
    return WarningJson(
        kind=warning.kind.value,
        on=warning.on,
        what=both(warning.what),
        rule=warning.rule,
        record=warning.record,
        member=warning.member,
    )

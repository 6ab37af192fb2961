"""What the social worker enters at intake, as far as assessment needs it: no BSN, name or address
line."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from domain.records import AddressRef, MemberRef, PartyRef, Provision, Record, RecordRef, Value
from domain.vocabulary import (
    AddressKind,
    AssetKind,
    ExpenseKind,
    FactName,
    HousingKind,
    IncomeKind,
    MemberRole,
    PartyKind,
    RelationKind,
    RelationStatus,
    Urgency,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A person of or around the household; `excluded` may see nothing of the plan."""

    id: MemberRef
    born: dt.date
    role: MemberRole
    lives_at: AddressRef | None
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie between two members; for `parent`, a is parent of b."""

    kind: RelationKind
    a: MemberRef
    b: MemberRef
    status: RelationStatus | None = None
    since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """An address without its lines; `secret` is geheimhouding."""

    id: AddressRef
    kind: AddressKind
    secret: bool


@dataclass(frozen=True, slots=True)
class Housing:
    """Where the household lives and what it pays and owes for it, in euro cents."""

    address: AddressRef | None
    kind: HousingKind
    rent_monthly_cents: int
    arrears_cents: int


@dataclass(frozen=True, slots=True)
class Income:
    """An income that none of the six agencies pays: net per month, before attachments."""

    id: RecordRef
    person: MemberRef
    kind: IncomeKind
    label: str
    amount_monthly_cents: int


@dataclass(frozen=True, slots=True)
class Expense:
    """An expense of the household per month; `from_date` when it starts only later."""

    id: str
    kind: ExpenseKind
    label: str
    amount_monthly_cents: int
    from_date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Asset:
    """Something the household owns, and the entitlement its money came from when known."""

    id: RecordRef
    person: MemberRef
    kind: AssetKind
    label: str
    amount_cents: int
    origin_record: RecordRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactShown:
    """A fact the household can show with documents."""

    id: RecordRef
    persons: tuple[MemberRef, ...]
    fact: FactName
    value: Value
    documents: tuple[str, ...]
    record: Literal["fact_shown"] = "fact_shown"
    from_date: dt.date | None = None
    until: dt.date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A creditor or other body without an adapter; the case director keeps its records.

    Its name stays in the store with the other names.
    """

    id: PartyRef
    kind: PartyKind
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Household:
    """One household as one plan sees it."""

    urgency: Urgency
    ground: Provision
    members: tuple[Member, ...]
    relations: tuple[Relation, ...]
    addresses: tuple[Address, ...]
    housing: Housing
    income: tuple[Income, ...]
    expenses: tuple[Expense, ...]
    assets: tuple[Asset, ...]
    evidence: tuple[FactShown, ...]
    parties: tuple[Party, ...]

    def applicant(self) -> Member:
        """The member with role applicant (the case file loader sees to it that there is exactly
        one)."""
        return next(member for member in self.members if member.role is MemberRole.APPLICANT)

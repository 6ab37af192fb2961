"""What a budget is. Every amount is traceable to the records it was made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.records import Body


class LineKind(StrEnum):
    """What a budget line is; income and entitlement add to income, withholding takes from it,
    expense, instalment and contribution add to expenses."""

    INCOME = "income"
    ENTITLEMENT = "entitlement"
    WITHHOLDING = "withholding"
    EXPENSE = "expense"
    INSTALMENT = "instalment"
    CONTRIBUTION = "contribution"


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One amount per month (never negative; its kind tells the direction) and the record it comes
    from."""

    kind: LineKind
    record: str
    amount_monthly_cents: int
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class Debt:
    """One claim that is still to be paid, in euro cents."""

    record: str
    body: Body
    outstanding_cents: int


@dataclass(frozen=True, slots=True)
class Budget:
    """The month of today, in euro cents, with the lines that it is made of."""

    income_cents: int
    expenses_cents: int
    lines: tuple[BudgetLine, ...]
    debts: tuple[Debt, ...]

    @property
    def net_cents(self) -> int:
        """What is left (or short) per month."""
        return self.income_cents - self.expenses_cents

    @property
    def debts_cents(self) -> int:
        """Everything that is still to be paid."""
        return sum(debt.outstanding_cents for debt in self.debts)

"""The household's budget per month: a pure function of the picture."""

from domain.budget.budget import Budget, BudgetLine, Debt
from domain.budget.compute import budget_of

__all__ = ["Budget", "BudgetLine", "Debt", "budget_of"]

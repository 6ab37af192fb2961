"""The household's budget per month: a pure function of the picture."""

from domain.budget.budget import Budget, BudgetLine, Debt

__all__ = ["Budget", "BudgetLine", "Debt"]

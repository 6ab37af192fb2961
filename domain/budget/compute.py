"""How the budget of today is made from a picture (FORMAT, "Budget of today")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.budget.budget import Budget, BudgetLine, Debt, LineKind
from domain.budget.running import (
    Withholding,
    is_covered,
    is_in_payment,
    is_running,
    source_is_known,
    withholdings,
)
from domain.picture import Picture
from domain.records import Claim, Contribution, Entitlement, MemberRef, Payee, Recovery
from domain.vocabulary import MemberRole, RecoveryMethod


def budget_of(picture: Picture) -> Budget:
    """The household's month on the picture's day. Deterministic; never raises, also not on gaps."""
    incoming = (*_income(picture), *_entitlements(picture))
    taken = _taken(picture)
    withheld = tuple(_withheld(taken))
    outgoing = (*_expenses(picture), *_instalments(picture), *_contributions(picture, taken))
    return Budget(
        income_cents=_total(incoming) - _total(withheld),
        expenses_cents=_total(outgoing),
        lines=(*incoming, *withheld, *outgoing),
        debts=tuple(_debts(picture)),
    )


def _total(lines: tuple[BudgetLine, ...]) -> int:
    return sum(line.amount_monthly_cents for line in lines)


def _income(picture: Picture) -> Iterator[BudgetLine]:
    for income in picture.household.income:
        yield BudgetLine(LineKind.INCOME, income.id, income.amount_monthly_cents)


def _entitlements(picture: Picture) -> Iterator[BudgetLine]:
    plan_members = _plan_members(picture)
    for holder, entitlement in picture.of(Entitlement):
        if is_in_payment(entitlement, picture.today) and _counts(entitlement.payee, plan_members):
            yield BudgetLine(
                LineKind.ENTITLEMENT, entitlement.id, entitlement.amount_monthly_cents, holder
            )


def _counts(payee: Payee, plan_members: frozenset[MemberRef]) -> bool:
    """Money redirected to an agency counts: it comes back as that agency's withholding."""
    return payee.agency is not None or payee.member in plan_members


def _plan_members(picture: Picture) -> frozenset[MemberRef]:
    return frozenset(
        member.id
        for member in picture.household.members
        if member.role is not MemberRole.OUTSIDE_PLAN
    )


def _taken(picture: Picture) -> tuple[Withholding, ...]:
    """Every withholding of today, but from what only a silent agency can show: that is not counted
    as income either."""
    return tuple(
        withholding
        for withholding in withholdings(picture)
        if source_is_known(withholding.recovery, picture)
    )


def _withheld(taken: Iterable[Withholding]) -> Iterator[BudgetLine]:
    for withholding in taken:
        yield BudgetLine(
            LineKind.WITHHOLDING,
            withholding.recovery.id,
            withholding.amount_monthly_cents,
            withholding.principal,
        )


def _expenses(picture: Picture) -> Iterator[BudgetLine]:
    for expense in picture.household.expenses:
        if expense.from_date is None or expense.from_date <= picture.today:
            yield BudgetLine(LineKind.EXPENSE, expense.id, expense.amount_monthly_cents)


def _instalments(picture: Picture) -> Iterator[BudgetLine]:
    for holder, recovery in picture.of(Recovery):
        if recovery.method is RecoveryMethod.INSTALMENT and is_running(recovery, picture.today):
            yield BudgetLine(
                LineKind.INSTALMENT, recovery.id, recovery.amount_monthly_cents, holder
            )


def _contributions(picture: Picture, taken: tuple[Withholding, ...]) -> Iterator[BudgetLine]:
    """What an agency's contribution still asks after what is withheld for it.

    A party's premium (the health insurer's) already stands among the household's own expenses.
    """
    for holder, contribution in picture.of(Contribution):
        if holder.agency is not None and is_covered(contribution, picture.today):
            left = contribution.amount_monthly_cents - _withheld_for(contribution, taken)
            yield BudgetLine(LineKind.CONTRIBUTION, contribution.id, max(left, 0), holder)


def _withheld_for(contribution: Contribution, taken: Iterable[Withholding]) -> int:
    return sum(
        withholding.amount_monthly_cents
        for withholding in taken
        if withholding.recovery.for_record == contribution.id
    )


def _debts(picture: Picture) -> Iterator[Debt]:
    for holder, claim in picture.of(Claim):
        if claim.outstanding_cents > 0:
            yield Debt(claim.id, holder, claim.outstanding_cents)

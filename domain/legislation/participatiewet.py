"""Participatiewet: whom it counts as a couple, and the norm for that household (Pw 3, 19, 21, 22).

The norm is the net amount per month including holiday allowance, before any lowering for other
persons (19a-24a) and without the lower norms for those under 21 (20): the protected amount is
built on articles 21 and 22 (Rv 475da).
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from domain.household import Household, Member, Relation
from domain.legislation.parameters import DatedParameter, DatedValue, Unit, value_on
from domain.records import MemberRef, Provision
from domain.vocabulary import Law, MemberRole, RelationKind, RelationStatus


class NormHousehold(StrEnum):
    """The household types that articles 21 and 22 give a norm for."""

    SINGLE = "single"
    COUPLE = "couple"
    SINGLE_PENSIONER = "single_pensioner"
    COUPLE_WITH_PENSIONER = "couple_with_pensioner"


def _norm(name: str, provision: Provision, *values: tuple[dt.date, int]) -> DatedParameter:
    return DatedParameter(
        name,
        Unit.EUROCENT_PER_MONTH,
        provision,
        tuple(DatedValue(valid_from, cents) for valid_from, cents in values),
    )


_JAN_2024, _JUL_2024 = dt.date(2024, 1, 1), dt.date(2024, 7, 1)
_JAN_2025, _JUL_2025 = dt.date(2025, 1, 1), dt.date(2025, 7, 1)
_JAN_2026, _JUL_2026 = dt.date(2026, 1, 1), dt.date(2026, 7, 1)

NORMS: dict[NormHousehold, DatedParameter] = {
    NormHousehold.SINGLE: _norm(
        "pw_alleenstaande",
        Provision(Law.PW, "21", "a"),
        (_JAN_2024, 128383),
        (_JUL_2024, 130845),
        (_JAN_2025, 134545),
        (_JUL_2025, 136906),
        (_JAN_2026, 140150),
        (_JUL_2026, 141946),
    ),
    NormHousehold.COUPLE: _norm(
        "pw_gehuwden",
        Provision(Law.PW, "21", "b"),
        (_JAN_2024, 183404),
        (_JUL_2024, 186921),
        (_JAN_2025, 192207),
        (_JUL_2025, 195580),
        (_JAN_2026, 200213),
        (_JUL_2026, 202779),
    ),
    NormHousehold.SINGLE_PENSIONER: _norm(
        "pw_aow_alleenstaande",
        Provision(Law.PW, "22", "a"),
        (_JAN_2024, 142576),
        (_JUL_2024, 145685),
        (_JAN_2025, 150107),
        (_JUL_2025, 153021),
        (_JAN_2026, 156469),
        (_JUL_2026, 158734),
    ),
    NormHousehold.COUPLE_WITH_PENSIONER: _norm(
        "pw_aow_gehuwden",
        Provision(Law.PW, "22", "b"),
        (_JAN_2024, 193398),
        (_JUL_2024, 197664),
        (_JAN_2025, 205348),
        (_JUL_2025, 209498),
        (_JAN_2026, 214416),
        (_JUL_2026, 217610),
    ),
}

HOLIDAY_ALLOWANCE_IN_NORM = DatedParameter(
    "pw_vakantietoeslag_in_norm",
    Unit.PER_MILLE,
    Provision(Law.PW, "19", "3"),
    (DatedValue(dt.date(2015, 1, 1), 50, verified=False), DatedValue(_JUL_2026, 48)),
)

PENSION_AGE = DatedParameter(
    "aow_leeftijd",
    Unit.MONTHS,
    Provision(Law.AOW, "7a"),
    (
        DatedValue(_JAN_2024, 67 * 12, verified=False),
        DatedValue(dt.date(2028, 1, 1), 67 * 12 + 3, verified=False),
    ),
)

NO_LONGER_SPOUSES = frozenset(
    {RelationStatus.SEPARATED, RelationStatus.DIVORCE_PENDING, RelationStatus.DIVORCED}
)
"""Who lives apart for good, or asked for divorce, is not counted as married (Pw 3 lid 2 b).
Detention of one of them does not end the marriage."""


def partner_of_applicant(household: Household) -> Member | None:
    """Whom the law counts as the applicant's spouse, or None when the applicant counts as single.

    A spouse counts unless separated, divorce_pending or divorced. A partner without a marriage
    counts when both live at the same address (Pw 3 lid 2 a, lid 3).
    """
    applicant = household.applicant()
    marriages = [
        relation
        for relation in household.relations
        if relation.kind is RelationKind.SPOUSE and applicant.id in (relation.a, relation.b)
    ]
    for marriage in marriages:
        if marriage.status not in NO_LONGER_SPOUSES:
            return _member(household, _other(marriage, applicant.id))
    were_married = {_other(marriage, applicant.id) for marriage in marriages}
    return next(
        (
            member
            for member in household.members
            if member.role is MemberRole.PARTNER
            and member.id not in were_married
            and member.lives_at is not None
            and member.lives_at == applicant.lives_at
        ),
        None,
    )


def norm_household_of(household: Household, on: dt.date) -> NormHousehold:
    """The type of household that articles 21 and 22 see on this day."""
    applicant, partner = household.applicant(), partner_of_applicant(household)
    adults = (applicant,) if partner is None else (applicant, partner)
    pensioner = any(has_pension_age(adult.born, on) for adult in adults)
    if partner is None:
        return NormHousehold.SINGLE_PENSIONER if pensioner else NormHousehold.SINGLE
    return NormHousehold.COUPLE_WITH_PENSIONER if pensioner else NormHousehold.COUPLE


def norm_on(kind: NormHousehold, day: dt.date) -> int:
    """The norm in euro cents per month; raises ParameterMissing before 2024."""
    return value_on(NORMS[kind], day)


def has_pension_age(born: dt.date, on: dt.date) -> bool:
    """Whether somebody born on that day has reached the pension age of AOW 7a on this day."""
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    return months >= value_on(PENSION_AGE, on)


def _other(marriage: Relation, spouse: MemberRef) -> MemberRef:
    return marriage.b if marriage.a == spouse else marriage.a


def _member(household: Household, ref: MemberRef) -> Member | None:
    return next((member for member in household.members if member.id == ref), None)

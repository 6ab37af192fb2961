"""What bijstand (or AIO) pays per month once granted: the norm, less reserve, less own income.

A calculation for the plan, from the case director's picture; the competent body decides. Households
that this version cannot calculate for get no basis rather than a wrong amount.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from domain.household import Asset, Member
from domain.legislation.calendar import years_on
from domain.legislation.determination.arithmetic import rounded
from domain.legislation.determination.lines import Rounding
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.participatiewet import (
    HOLIDAY_ALLOWANCE_IN_NORM,
    norm_household_of,
    norm_on,
    partner_of_applicant,
)
from domain.picture import Picture
from domain.records import Entitlement, MemberRef
from domain.vocabulary import (
    AssetKind,
    EntitlementStatus,
    IncomeKind,
    MemberRole,
    Scheme,
)

SOCIAL_ASSISTANCE = frozenset({Scheme.BIJSTAND, Scheme.AIO})

YOUTH_NORM_UNTIL = 21
"""Below this age another norm holds (Pw 20), which this version does not calculate."""

COST_SHARER_FROM = 27
"""An adult of this age in the same home lowers the norm (Pw 19a, 22a): not calculated here."""

NOT_COUNTED = frozenset(
    {
        Scheme.BIJSTAND,
        Scheme.AIO,
        Scheme.BIJZONDERE_BIJSTAND,
        Scheme.COMPENSATION_CHILDCARE_SCANDAL,
        Scheme.HUURTOESLAG,
        Scheme.KINDERBIJSLAG,
        Scheme.KINDEROPVANGTOESLAG,
        Scheme.KINDGEBONDEN_BUDGET,
        Scheme.MINIMAREGELING,
        Scheme.WMO_SUPPORT,
        Scheme.ZORGTOESLAG,
    }
)
"""Bijstand itself, and what Pw 31 lid 2 leaves out of the means."""

ASSETS_SINGLE = parameter("pw_vermogen_alleenstaande")
ASSETS_FAMILY = parameter("pw_vermogen_gezin")


@dataclass(frozen=True, slots=True)
class GrantBasis:
    """What a grant per month is made of, in euro cents."""

    norm_cents: int
    holiday_reserve_cents: int
    counted_income_cents: int

    @property
    def monthly_cents(self) -> int:
        """What is paid out per month; the reserve is paid later (Pw 19 lid 3, 45)."""
        paid = self.norm_cents - self.holiday_reserve_cents - self.counted_income_cents
        return max(paid, 0)


def grant_basis_of(picture: Picture) -> GrantBasis | None:
    """The basis on `picture.today`, or None when there is no right or this version cannot tell.

    Raises ParameterMissing for a day before the norms that are known.
    """
    if _has_other_norm(picture) or has_too_many_assets(picture):
        return None
    norm = norm_on(norm_household_of(picture.household, picture.today), picture.today)
    share = last_known_on(HOLIDAY_ALLOWANCE_IN_NORM, picture.today)
    reserve = rounded(Fraction(norm) * share / 100, Rounding.TO_CENT)
    basis = GrantBasis(norm, reserve, _counted_income(picture))
    return basis if basis.monthly_cents else None


def has_too_many_assets(picture: Picture) -> bool:
    """Are there more means than assistance leaves free (Pw 34)?"""
    return _assets(picture) > _assets_limit(picture)


def adults_counted(picture: Picture) -> tuple[Member, ...]:
    """The applicant, with the partner whom the law counts."""
    partner = partner_of_applicant(picture.household)
    applicant = picture.household.applicant()
    return (applicant,) if partner is None else (applicant, partner)


def age(member: Member, on: dt.date) -> int:
    """Full years on a day."""
    return years_on(member.born, on)


def _has_other_norm(picture: Picture) -> bool:
    adults = adults_counted(picture)
    home = picture.household.applicant().lives_at
    young = any(age(member, picture.today) < YOUTH_NORM_UNTIL for member in adults)
    return young or any(
        member not in adults
        and home is not None
        and member.lives_at == home
        and age(member, picture.today) >= COST_SHARER_FROM
        for member in picture.household.members
    )


def _counted_income(picture: Picture) -> int:
    adults = {member.id for member in adults_counted(picture)}
    own = sum(
        income.amount_monthly_cents
        for income in picture.household.income
        if income.person in adults and income.kind is not IncomeKind.GIFT
    )
    rights = (right for _, right in picture.of(Entitlement))
    return own + sum(
        right.amount_monthly_cents for right in rights if _counts(right, adults, picture.today)
    )


def _counts(right: Entitlement, adults: set[MemberRef], today: dt.date) -> bool:
    return (
        right.status is EntitlementStatus.IN_PAYMENT
        and (right.from_date is None or right.from_date <= today)
        and (right.until is None or today <= right.until)
        and right.scheme not in NOT_COUNTED
        and not right.exempt_as_means
        and not adults.isdisjoint(right.persons)
    )


def _assets(picture: Picture) -> int:
    adults = {member.id for member in adults_counted(picture)}
    return sum(
        asset.amount_cents
        for asset in picture.household.assets
        if asset.person in adults and _is_means(asset, picture)
    )


def _is_means(asset: Asset, picture: Picture) -> bool:
    """A car counts by local policy only; money from an exempt payment stays exempt (Pw 34)."""
    origin = picture.find(asset.origin_record)
    paid = origin.record if origin else None
    exempt = isinstance(paid, Entitlement) and bool(paid.exempt_as_means)
    return asset.kind is not AssetKind.CAR and not exempt


def _assets_limit(picture: Picture) -> int:
    has_children = any(member.role is MemberRole.CHILD for member in picture.household.members)
    family = has_children or len(adults_counted(picture)) > 1
    return int(last_known_on(ASSETS_FAMILY if family else ASSETS_SINGLE, picture.today))

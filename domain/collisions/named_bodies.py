"""The bodies that these collisions name, and who pays assistance to the household today."""

from __future__ import annotations

from collections.abc import Iterator

from domain.budget.means import applicant_and_partner
from domain.budget.running import is_in_payment
from domain.picture import Picture
from domain.records import Body, Entitlement
from domain.vocabulary import Agency, Department, Scheme

TOESLAGEN = Body(agency=Agency.BELASTINGDIENST, department=Department.TOESLAGEN)
GEMEENTE = Body(agency=Agency.GEMEENTE)
UWV = Body(agency=Agency.UWV)


def assistance_in_payment(picture: Picture) -> tuple[Entitlement, ...]:
    """The assistance that the municipality pays applicant or partner today."""
    return tuple(_paid(picture))


def _paid(picture: Picture) -> Iterator[Entitlement]:
    for holder, right in picture.of(Entitlement):
        if (
            holder.agency is Agency.GEMEENTE
            and right.scheme is Scheme.BIJSTAND
            and is_in_payment(right, picture.today)
            and not applicant_and_partner(picture).isdisjoint(right.persons)
        ):
            yield right

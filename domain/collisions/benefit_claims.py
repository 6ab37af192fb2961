"""Benefits of an earlier year that are claimed back and not repaid yet, shared by two rules."""

from __future__ import annotations

from collections.abc import Iterator

from domain.budget.means import applicant_and_partner
from domain.conflicts.bodies import counted
from domain.picture import Picture
from domain.records import Body, Claim, MemberRef, Overpayment
from domain.vocabulary import Agency, ClaimKind, Scheme

TAXED = {
    Agency.GEMEENTE: frozenset({Scheme.BIJSTAND}),
    Agency.UWV: frozenset({Scheme.WIA, Scheme.WW, Scheme.WAJONG, Scheme.ZIEKTEWET}),
}
"""The benefits that are taxed income and are claimed back by whom pays them."""


def claimed_from_an_earlier_year(
    picture: Picture,
) -> Iterator[tuple[Body, Claim, Overpayment]]:
    """What is claimed back of applicant or partner for a year that has ended, by its claimant."""
    earners: frozenset[MemberRef] = applicant_and_partner(picture)
    for holder, claim in picture.of(Claim):
        overpaid = claim.overpayment
        schemes = TAXED.get(holder.agency, frozenset()) if holder.agency else frozenset()
        if (
            claim.scheme in schemes
            and claim.kind is ClaimKind.OVERPAYMENT
            and claim.outstanding_cents > 0
            and overpaid is not None
            and overpaid.period_from.year < picture.today.year
            and not earners.isdisjoint((*claim.persons, *claim.liable))
        ):
            yield counted(holder), claim, overpaid

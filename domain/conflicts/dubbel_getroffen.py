"""DUBBEL_GETROFFEN: what one body claims back, others still count as income of that time.

The income of a year is what was paid out in it (Wet IB 2001, Awir 8), also the part that is claimed
back. So the household repays the benefit, and loses allowances or pays tax on account of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.facts import harmful_determinations
from domain.conflicts.same_money import OverpaidMoney, by_overpaid_money
from domain.conflicts.taken import taken_for
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture, once_per_picture
from domain.records import (
    AmountPart,
    Body,
    Claim,
    DeterminationMade,
    Entitlement,
    FactUsed,
    MemberRef,
    Overpayment,
    Provision,
    Record,
)
from domain.vocabulary import FactName, Law, Scheme

LAW = (
    Provision(Law.AWIR, "8"),
    Provision(Law.AWIR, "26", "2"),
    Provision(Law.WET_IB_2001, "9.6"),
)

_INCOME = (FactName.INCOME_YEAR, FactName.INCOME_MONTH)


@dataclass(frozen=True, slots=True)
class _Counted:
    """An income in which another body counts money that is claimed back."""

    holder: Body
    fact: FactUsed
    cents: int


@dataclass(frozen=True, slots=True)
class _Hit:
    """The claims for some money, and every other body that counts that money as income."""

    claimant: Body
    claims: tuple[Claim, ...]
    counted_by: tuple[_Counted, ...]

    @property
    def bodies(self) -> tuple[Body, ...]:
        return in_order((self.claimant, *(each.holder for each in self.counted_by)))


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per claimant with all others that count its money, over all such claims.

    The harm is what these others take or withhold per month on account of those incomes; it is
    critical while money is being taken twice.
    """
    by_bodies: dict[tuple[Body, ...], list[_Hit]] = defaultdict(list)
    for hit in _hits(picture):
        by_bodies[hit.bodies].append(hit)
    return tuple(_conflict(bodies, hits, picture) for bodies, hits in by_bodies.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """That the same money is taken twice, and by whom."""
    names = texts.capital(texts.bodies(conflict.bodies, picture))
    harm = conflict.monthly_harm_cents
    per_month = texts.amount(harm or 0)
    cost = Text(
        f" Dat kost nu {per_month.nl} per maand extra." if harm else "",
        f" That now costs {per_month.en} a month extra." if harm else "",
    )
    return Text(
        "Een uitkering moet worden terugbetaald, maar telt ook nog mee als inkomen. Zo wordt het "
        f"huishouden twee keer geraakt door hetzelfde geld.{cost.nl} {names.nl} moeten dit samen "
        "rechtzetten.",
        "A benefit must be paid back, but still counts as income as well. So the household is hit "
        f"twice by the same money.{cost.en} {names.en} must put this right together.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """Per claim what is claimed back, and the part of each income that it is counted in."""
    mine = [
        (claim, hit)
        for hit in _hits(picture)
        if hit.bodies == conflict.bodies
        for claim in hit.claims
    ]
    in_order_of_claims = sorted(mine, key=lambda each: each[0].id)
    told = [_told(claim, hit, picture) for claim, hit in in_order_of_claims]
    return Text(" ".join(each.nl for each in told), " ".join(each.en for each in told))


def _told(claim: Claim, hit: _Hit, picture: Picture) -> Text:
    owed, of = texts.amount(claim.outstanding_cents), texts.scheme(claim.scheme)
    counts = texts.joined(
        _told_of(each, picture) for each in sorted(hit.counted_by, key=lambda each: each.fact.id)
    )
    return Text(
        f"Teruggevorderd: {owed.nl} ({of.nl}). Nog als inkomen geteld: {counts.nl}.",
        f"Claimed back: {owed.en} ({of.en}). Still counted as income: {counts.en}.",
    )


def _told_of(each: _Counted, picture: Picture) -> Text:
    part, name = texts.amount(each.cents), texts.body(each.holder, picture)
    return Text(f"{part.nl} door {name.nl}", f"{part.en} by {name.en}")


def _hits(picture: Picture) -> Iterator[_Hit]:
    for money, claims in by_overpaid_money(picture.of(Claim)).items():
        found = tuple(_counted_elsewhere(money, picture))
        if found:
            yield _Hit(money.claimant, tuple(claims), found)


def _counted_elsewhere(money: OverpaidMoney, picture: Picture) -> Iterator[_Counted]:
    """The incomes that others use of the overpaid time, with money of this scheme in them."""
    for holder, fact in _incomes(picture):
        if (
            holder != money.claimant
            and _overlaps(fact, money.overpayment)
            and not _is_own_money_of_others(fact, money, picture)
        ):
            cents = sum(part.amount_cents for part in fact.components if _is_part_of(money, part))
            if cents:
                yield _Counted(holder, fact, cents)


def _incomes(picture: Picture) -> Iterator[tuple[Body, FactUsed]]:
    for name in _INCOME:
        for holder, fact in picture.facts(name):
            yield counted(holder), fact


def _is_part_of(money: OverpaidMoney, part: AmountPart) -> bool:
    """Paid by the claimant under the scheme that is claimed back."""
    payer = money.claimant.agency
    return (
        payer is not None and part.from_source.value == payer.value and part.scheme is money.scheme
    )


def _is_own_money_of_others(fact: FactUsed, money: OverpaidMoney, picture: Picture) -> bool:
    """Whether the income is of somebody else, who has a right of his own under the same scheme.

    An income that several persons have together may stand in the name of any of them.
    """
    if not money.persons.isdisjoint(fact.persons):
        return False
    return not _persons_with_a_right(picture).get(money.scheme, set()).isdisjoint(fact.persons)


@once_per_picture
def _persons_with_a_right(picture: Picture) -> Mapping[Scheme, set[MemberRef]]:
    """Who has a right of his own, by scheme."""
    persons: dict[Scheme, set[MemberRef]] = defaultdict(set)
    for _, right in picture.of(Entitlement):
        persons[right.scheme].update(right.persons)
    return persons


def _overlaps(fact: FactUsed, overpaid: Overpayment) -> bool:
    """Whether the income is of the overpaid time; an income of an unknown time is not."""
    if fact.period_from is None or fact.period_until is None:
        return False
    return fact.period_from <= overpaid.period_until and overpaid.period_from <= fact.period_until


def _harm(facts: frozenset[str], picture: Picture) -> int:
    """Per harmful determination on these incomes: what is taken for its claims, else what the body
    itself says that it would pay more without the money."""
    return sum(
        _harm_of(determination, facts, picture)
        for _, determination in harmful_determinations(picture)
        if not facts.isdisjoint(determination.rests_on)
    )


def _harm_of(determination: DeterminationMade, facts: frozenset[str], picture: Picture) -> int:
    claims = list(picture.claims_by(determination.id))
    if claims:
        return taken_for(claims, picture)
    now = determination.amount_monthly_cents or 0
    better = [
        other.amount_monthly_cents - now
        for other in determination.would_be
        if other.fact in facts and other.amount_monthly_cents is not None
    ]
    return max((abs(each) for each in better), default=0)


def _conflict(bodies: tuple[Body, ...], hits: list[_Hit], picture: Picture) -> Conflict:
    claims = [claim for hit in hits for claim in hit.claims]
    facts = [each.fact for hit in hits for each in hit.counted_by]
    records: tuple[Record, ...] = (*claims, *facts)
    harm = _harm(frozenset(fact.id for fact in facts), picture)
    return Conflict(
        type=ConflictType.DUBBEL_GETROFFEN,
        bodies=bodies,
        records=(*refs(claims), *refs(facts)),
        provisions=provisions_of(records, LAW),
        monthly_harm_cents=harm or None,
        urgency=HarmUrgency.CRITICAL if harm else HarmUrgency.HIGH,
    )


DETECTOR = Detector(
    type=ConflictType.DUBBEL_GETROFFEN,
    summary=Text(
        "Teruggevorderd geld telt bij anderen nog als inkomen",
        "Money claimed back still counts as income with others",
    ),
    trigger=Text(
        "Een organisatie vordert een uitkering terug, terwijl een andere organisatie over dezelfde "
        "tijd een inkomen gebruikt waar die uitkering in zit.",
        "A body claims a benefit back, while another body uses an income of the same time that has "
        "that benefit in it.",
    ),
    example=Text(
        "UWV vordert WIA terug; Dienst Toeslagen en de Belastingdienst rekenen dat jaar met een "
        "inkomen waarin dezelfde WIA zit.",
        "UWV claims back WIA benefit; Dienst Toeslagen and the tax authority use an income of that "
        "year that has the same WIA benefit in it.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

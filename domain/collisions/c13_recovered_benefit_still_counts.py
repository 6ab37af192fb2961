"""C13: a benefit of an earlier year is claimed back, and still counts as income of that year.

Read: Awir 8 (the test income is the income of that year, as it was paid) and Wet IB 2001 3.146
(what is repaid is negative income only when it is paid). So the allowance of that year is lost and
the benefit is repaid. That Dienst Toeslagen counts it shows by the income of that year that it
uses; where that income tells its parts, the benefit must be one of them. Where it tells no income
of that year, an allowance that it paid then tells the same: it must go by that income (Awir 8).
What it costs is what Dienst Toeslagen takes for its own claim on that income.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.collisions.benefit_claims import claimed_from_an_earlier_year
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.collected import owed_at_once
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.facts import harmful_determinations
from domain.conflicts.same_money import OverpaidMoney, by_overpaid_money
from domain.conflicts.taken import taken_for
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import (
    Body,
    Claim,
    DeterminationMade,
    Entitlement,
    FactUsed,
    Provision,
)
from domain.vocabulary import Agency, Department, EntitlementStatus, FactName, Law

RECOVERY = (Provision(Law.PW, "58"), Provision(Law.WW, "36"), Provision(Law.WIA, "77"))
TEST_INCOME = (Provision(Law.AWIR, "8", "1"), Provision(Law.WET_IB_2001, "3.146", "1"))

_PAID_THEN = frozenset(
    {EntitlementStatus.IN_PAYMENT, EntitlementStatus.SUSPENDED, EntitlementStatus.ENDED}
)

TOESLAGEN = Body(agency=Agency.BELASTINGDIENST, department=Department.TOESLAGEN)


@dataclass(frozen=True, slots=True)
class _Hit:
    """The claims for a benefit, and the incomes or allowances of that time that still count it."""

    claimant: Body
    claims: tuple[Claim, ...]
    incomes: tuple[FactUsed, ...]
    allowances: tuple[Claim | Entitlement, ...]


def find(picture: Picture) -> tuple[Collision, ...]:
    """One per claimant of benefits that Dienst Toeslagen still counts."""
    by_claimant: dict[Body, list[_Hit]] = defaultdict(list)
    for hit in _hits(picture):
        by_claimant[hit.claimant].append(hit)
    return tuple(_collision(body, hits, picture) for body, hits in by_claimant.items())


def household(collision: Collision, picture: Picture) -> Text:
    """That the same money is paid back and still counts."""
    monthly, once = collision.monthly_harm_cents, collision.one_off_harm_cents
    lost = texts.amount(monthly or once or 0)
    cost = Text(
        f" Dat kost u nu {lost.nl}{' per maand' if monthly else ''} extra.",
        f" That now costs you {lost.en}{' a month' if monthly else ''} extra.",
    )
    return Text(
        "U moet een uitkering van een vorig jaar terugbetalen. Voor de toeslagen van dat jaar telt "
        "dat geld nog mee als inkomen. U wordt dus twee keer geraakt door hetzelfde geld."
        + (cost.nl if monthly or once else ""),
        "You must pay back a benefit of an earlier year. For the allowances of that year the money "
        "still counts as income. So you are hit twice by the same money."
        + (cost.en if monthly or once else ""),
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """What is claimed back, and what Dienst Toeslagen claims on the same income."""
    named = frozenset(collision.records)
    hits = [each for each in _hits(picture) if not named.isdisjoint(refs(each.claims))]
    benefits = [claim for each in hits for claim in each.claims]
    back = texts.amount(sum(each.outstanding_cents for each in benefits))
    claims = _claims_on(hits, picture)
    lost = texts.amount(sum(each.outstanding_cents for each in claims))
    return Text(
        f"Nog terug te betalen uitkering {back.nl}; daarop vordert Dienst Toeslagen {lost.nl} van "
        "hetzelfde jaar terug.",
        f"Benefit still to be repaid {back.en}; on the same income Dienst Toeslagen claims back "
        f"{lost.en} of that year.",
    )


def _hits(picture: Picture) -> Iterator[_Hit]:
    earlier = ((holder, claim) for holder, claim, _ in claimed_from_an_earlier_year(picture))
    for money, claims in by_overpaid_money(earlier).items():
        told = tuple(_of_that_time(money, picture))
        incomes = tuple(fact for fact in told if _holds(fact, money))
        allowances = () if told else tuple(_allowances(money, picture))
        if incomes or allowances:
            yield _Hit(money.claimant, tuple(claims), incomes, allowances)


def _allowances(money: OverpaidMoney, picture: Picture) -> Iterator[Claim | Entitlement]:
    """What Dienst Toeslagen paid by the income of an overpaid year that has ended."""
    overpaid, until = money.overpayment, dt.date(picture.today.year - 1, 12, 31)
    for holder, claim in picture.of(Claim):
        of = claim.overpayment
        if (
            counted(holder) == TOESLAGEN
            and of is not None
            and of.period_from <= min(overpaid.period_until, until)
            and overpaid.period_from <= of.period_until
            and not money.persons.isdisjoint((*claim.persons, *claim.liable))
        ):
            yield claim
    for holder, right in picture.of(Entitlement):
        if (
            counted(holder) == TOESLAGEN
            and right.status in _PAID_THEN
            and (right.from_date or overpaid.period_from) <= min(overpaid.period_until, until)
            and (right.until or until) >= overpaid.period_from
            and not money.persons.isdisjoint({*right.persons, right.payee.member})
        ):
            yield right


def _of_that_time(money: OverpaidMoney, picture: Picture) -> Iterator[FactUsed]:
    """The incomes of the overpaid year that Dienst Toeslagen uses for these persons."""
    overpaid = money.overpayment
    for holder, fact in picture.facts(FactName.INCOME_YEAR):
        if (
            counted(holder) == TOESLAGEN
            and fact.period_from is not None
            and fact.period_until is not None
            # what is repaid in the same year lowers the income of that year
            and fact.period_until.year < picture.today.year
            and fact.period_from <= overpaid.period_until
            and overpaid.period_from <= fact.period_until
            and not money.persons.isdisjoint(fact.persons)
        ):
            yield fact


def _holds(fact: FactUsed, money: OverpaidMoney) -> bool:
    """Whether the benefit is a part of this income, as far as the parts are told."""
    return not fact.components or any(
        part.from_source.value == money.claimant.agency and part.scheme is money.scheme
        for part in fact.components
    )


def _decisions_on(hits: list[_Hit], picture: Picture) -> list[DeterminationMade]:
    facts = {fact.id for hit in hits for fact in hit.incomes}
    return [
        decision
        for holder, decision in harmful_determinations(picture)
        if holder == TOESLAGEN and not facts.isdisjoint(decision.rests_on)
    ]


def _claims_on(hits: list[_Hit], picture: Picture) -> list[Claim]:
    decisions = {each.id for each in _decisions_on(hits, picture)}
    return [claim for decision in decisions for claim in picture.claims_by(decision)]


def _collision(claimant: Body, hits: list[_Hit], picture: Picture) -> Collision:
    benefits = [claim for hit in hits for claim in hit.claims]
    decisions, claims = _decisions_on(hits, picture), _claims_on(hits, picture)
    taken = taken_for(claims, picture)
    harmed_by = tuple(dict.fromkeys((*refs(benefits), *refs(claims), *refs(decisions))))
    return Collision(
        code=CollisionCode.C13,
        bodies=in_order((claimant, TOESLAGEN)),
        records=(
            *harmed_by,
            *refs(each for hit in hits for each in (*hit.incomes, *hit.allowances)),
        ),
        harmed_by=harmed_by,
        provisions=(*RECOVERY, *TEST_INCOME),
        monthly_harm_cents=taken or None,
        one_off_harm_cents=owed_at_once(claims, picture),
        urgency=HarmUrgency.CRITICAL if taken else HarmUrgency.HIGH,
    )


RULE = CollisionRule(
    code=CollisionCode.C13,
    name=Text(
        "Teruggevorderde uitkering telt nog mee",
        "Recovered benefit still counts as income",
    ),
    one=Side(
        Text(
            "De gemeente of UWV vordert een uitkering van een vorig jaar terug.",
            "The municipality or UWV claims back a benefit of an earlier year.",
        ),
        RECOVERY,
    ),
    other=Side(
        Text(
            "Het toetsingsinkomen van dat jaar houdt het bedrag; terugbetaald geld telt pas als "
            "negatief inkomen in het jaar van terugbetalen.",
            "The test income of that year keeps the amount; what is repaid is negative income only "
            "in the year of repayment.",
        ),
        TEST_INCOME,
    ),
    trigger=Text(
        "Een uitkering van een vorig jaar is nog niet helemaal terugbetaald, en Dienst Toeslagen "
        "gebruikt het inkomen van dat jaar waar zij in zit, of betaalde toen een toeslag.",
        "A benefit of an earlier year is not repaid in full yet, and Dienst Toeslagen uses the "
        "income of that year that holds it, or paid an allowance then.",
    ),
    room=Text(
        "Awir 26 lid 2 (lager terugvorderen bij onevenredige gevolgen).",
        "Awir 26(2) (recover less when disproportionate).",
    ),
    deciders=Text("Dienst Toeslagen", "Dienst Toeslagen"),
    together=Text(
        "Een gezamenlijke dag voor terugbetalen, en de weging meenemen in de zienswijze (Awir "
        "26b).",
        "A joint date for repayment, and the weighing in the view that is asked for (Awir 26b).",
    ),
    source="MinBZK/regelrecht-corpus: Awir 8, Wet IB 2001 3.146, Participatiewet 58 (2026)",
    # WW 36 and WIA 77 were not read
    verified=False,
    faces=(ConflictType.DUBBEL_GETROFFEN,),
    find=find,
    household=household,
    computation=computation,
)

"""C14: the student debt is paid by the income of two years ago, for who now has only the norm.

Wsf 6.10 takes the income of the reference year, two years back; the norm of assistance has no room
for it (Rv 475dc leaves 5%). Another year counts only on request (6.12), which must be made within
the calendar year. A request shows as an application to DUO about the debt; a decision that rests on
the income of this year or the last shows that another year counts already. Where DUO tells neither
instalment nor payment, it is what the law takes of the income of that year (6.10 lid 3). While a
pause covers the debt nothing is asked of the household.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from domain.budget.means import applicant_and_partner, means_of
from domain.budget.running import is_in_payment, is_running
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.income import has_no_more_than_the_minimum, social_minimum
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.taken import taken_for
from domain.explanations import texts
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import (
    Application,
    Body,
    Claim,
    DeterminationMade,
    Entitlement,
    FactUsed,
    Hold,
    Money,
    Provision,
    Recovery,
)
from domain.vocabulary import Agency, ApplicationStatus, FactName, Law, Scheme

INSTALMENT = (
    Provision(Law.WSF_2000, "6.10"),
    Provision(Law.WSF_2000, "10a.6", "3"),
    Provision(Law.WSF_2000, "6.8"),
)
NORM = (Provision(Law.RV, "475dc", "1"), Provision(Law.PW, "21"))

_YEARS_BACK = 2
_CAPACITY = parameter("sf35_draagkracht")
_BASE_ALONE, _BASE_WITH_PARTNER = parameter("sf35_voet_alleen"), parameter("sf35_voet_partner")
_MINIMUM_WAGE = parameter("zt_drempelinkomen")
"""The yearly minimum wage, of which the base is a part."""


@dataclass(frozen=True, slots=True)
class _Debt:
    """A student debt, its instalment, and the records by which it is asked."""

    claim: Claim
    decision: DeterminationMade | None
    incomes: tuple[FactUsed, ...]
    recoveries: tuple[Recovery, ...]
    monthly_cents: int


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the student debts of a household that has no more than the norm."""
    if not has_no_more_than_the_minimum(picture):
        return ()
    debts = tuple(_debts(picture))
    return (_collision(debts, picture),) if debts else ()


def household(collision: Collision, picture: Picture) -> Text:
    """That DUO looks at an old income, and what to ask before the end of the year."""
    asked = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"U betaalt DUO {asked.nl} per maand voor uw studieschuld. DUO kijkt naar uw inkomen van "
        "twee jaar geleden. Nu hebt u veel minder, en is er geen ruimte om te betalen. Vraag DUO "
        "dit jaar nog om naar uw inkomen van nu te kijken.",
        f"You pay DUO {asked.en} a month for your student debt. DUO looks at your income of two "
        "years ago. Now you have much less, and there is no room to pay. Ask DUO this year to look "
        "at your income of now.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """Income against the norm, and the instalment."""
    income, norm = texts.amount(means_of(picture)), texts.amount(social_minimum(picture))
    asked = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"Inkomen zonder toeslagen {income.nl}, norm {norm.nl}; termijn op het inkomen van het "
        f"peiljaar {asked.nl} per maand; geen verzoek om een ander peiljaar.",
        f"Income without allowances {income.en}, norm {norm.en}; instalment on the income of the "
        f"reference year {asked.en} a month; no request for another year.",
    )


def _debts(picture: Picture) -> Iterator[_Debt]:
    earners = applicant_and_partner(picture)
    for holder, claim in picture.of(Claim):
        own = not earners.isdisjoint((*claim.persons, *claim.liable))
        is_debt = holder.agency is Agency.DUO and claim.scheme is Scheme.STUDENT_LOAN
        if is_debt and own and claim.outstanding_cents > 0 and not _is_paused(claim, picture):
            debt = _debt(claim, picture)
            old = _is_on_old_income(debt, picture)
            if debt.monthly_cents > 0 and old and not _is_asked(claim, picture):
                yield debt


def _debt(claim: Claim, picture: Picture) -> _Debt:
    """What is paid for it today, or else the instalment that DUO set."""
    decision = _decision(claim, picture)
    recoveries = tuple(
        each for each in picture.recoveries_for(claim.id) if is_running(each, picture.today)
    )
    incomes = tuple(_incomes(decision, picture))
    if recoveries:
        return _Debt(claim, decision, incomes, recoveries, taken_for((claim,), picture))
    if decision is not None:
        return _Debt(claim, decision, incomes, (), decision.amount_monthly_cents or 0)
    told = tuple(_of_the_reference_year(claim, picture))
    return _Debt(claim, None, told, (), sum(_by_law(fact, picture) for fact in told))


def _decision(claim: Claim, picture: Picture) -> DeterminationMade | None:
    """The decision behind the debt, or else one that sets an instalment for such a debt."""
    held = picture.find(claim.determined_by)
    if held is not None and isinstance(held.record, DeterminationMade):
        return held.record
    for holder, decision in picture.of(DeterminationMade):
        if (
            holder.agency is Agency.DUO
            and decision.scheme is Scheme.STUDENT_LOAN
            and decision.amount_monthly_cents is not None
            and decision.about in (None, claim.id)
            and not frozenset(claim.persons).isdisjoint(decision.persons)
        ):
            return decision
    return None


def _of_the_reference_year(claim: Claim, picture: Picture) -> Iterator[FactUsed]:
    for holder, fact in picture.facts(FactName.INCOME_YEAR):
        if (
            holder.agency is Agency.DUO
            and fact.period_until is not None
            and fact.period_until.year == picture.today.year - _YEARS_BACK
            and not frozenset(claim.persons).isdisjoint(fact.persons)
        ):
            yield fact


def _by_law(fact: FactUsed, picture: Picture) -> int:
    """The monthly capacity of this income: 4% of what is above the base (SF35)."""
    if not isinstance(fact.value, Money):
        return 0
    today, alone = picture.today, len(applicant_and_partner(picture)) == 1
    percent = Fraction(last_known_on(_BASE_ALONE if alone else _BASE_WITH_PARTNER, today))
    base = Fraction(last_known_on(_MINIMUM_WAGE, today)) * percent / 100
    above = max(fact.value.amount_cents - base, Fraction(0))
    return int(above * Fraction(last_known_on(_CAPACITY, today)) / 100 / 12)


def _incomes(decision: DeterminationMade | None, picture: Picture) -> Iterator[FactUsed]:
    for ref in decision.rests_on if decision else ():
        held = picture.find(ref)
        fact = held.record if held and isinstance(held.record, FactUsed) else None
        if fact is not None and fact.fact is FactName.INCOME_YEAR:
            yield fact


def _is_on_old_income(debt: _Debt, picture: Picture) -> bool:
    """Whether the reference year counts: the law says so unless the records tell a later year."""
    years = [each.period_until.year for each in debt.incomes if each.period_until is not None]
    return not years or min(years) <= picture.today.year - _YEARS_BACK


def _is_asked(claim: Claim, picture: Picture) -> bool:
    return any(
        holder.agency is Agency.DUO
        and asked.scheme is Scheme.STUDENT_LOAN
        and asked.status is not ApplicationStatus.WITHDRAWN
        and not frozenset(claim.persons).isdisjoint(asked.persons)
        # a request is for the calendar year in which it is made (6.12)
        and asked.received.year == picture.today.year
        for holder, asked in picture.of(Application)
    )


def _is_paused(claim: Claim, picture: Picture) -> bool:
    return any(
        claim.id in hold.covers and is_running(hold, picture.today)
        for holder, hold in picture.of(Hold)
        if holder.agency is Agency.DUO
    )


def _payers(picture: Picture) -> Iterator[Body]:
    """UWV, where it pays what the household lives on."""
    earners = applicant_and_partner(picture)
    for holder, right in picture.of(Entitlement):
        own = not earners.isdisjoint(right.persons)
        if holder.agency is Agency.UWV and own and is_in_payment(right, picture.today):
            yield counted(holder)


def _collision(debts: tuple[_Debt, ...], picture: Picture) -> Collision:
    claims = refs(each.claim for each in debts)
    decisions = refs(each.decision for each in debts if each.decision is not None)
    recoveries = refs(recovery for each in debts for recovery in each.recoveries)
    incomes = refs(fact for each in debts for fact in each.incomes)
    # the college answers for the norm, whether assistance is paid yet or not (Pw 7, 11)
    bodies = (Body(agency=Agency.DUO), Body(agency=Agency.GEMEENTE), *_payers(picture))
    return Collision(
        code=CollisionCode.C14,
        bodies=in_order(bodies),
        records=(*claims, *recoveries, *decisions, *incomes),
        # the income on which it is asked is what a conflict about that income stands on
        harmed_by=(*recoveries, *decisions, *incomes),
        provisions=(*INSTALMENT, *NORM),
        monthly_harm_cents=sum(each.monthly_cents for each in debts),
        # below the social minimum, every month that it goes on
        urgency=HarmUrgency.CRITICAL,
    )


RULE = CollisionRule(
    code=CollisionCode.C14,
    name=Text(
        "DUO-termijn op inkomen t-2",
        "Student debt instalment on income of two years ago",
    ),
    one=Side(
        Text(
            "DUO berekent de termijn op het inkomen van twee jaar geleden; een achterstand groeit "
            "met rente.",
            "DUO computes the instalment on the income of two years ago; arrears grow with "
            "interest.",
        ),
        INSTALMENT,
    ),
    other=Side(
        Text(
            "De bijstandsnorm heeft geen ruimte voor een studieschuld; boven de beslagvrije voet "
            "is er vijf procent.",
            "The norm of assistance has no room for a student debt; above the protected amount "
            "there is five percent.",
        ),
        NORM,
    ),
    trigger=Text(
        "Het inkomen is nu niet hoger dan de norm, er is een termijn op een ouder inkomen, en er "
        "is dit jaar geen ander peiljaar gevraagd.",
        "The income is not above the norm now, there is an instalment on an older income, and no "
        "other year was asked for this year.",
    ),
    room=Text(
        "Wsf 2000 6.12 (ander peiljaar op aanvraag, bij ten minste 15% daling), 6.7 lid 2 en 10a.5 "
        "(vijf aflosvrije jaren), 11.5 (hardheid).",
        "Wsf 2000 6.12 (another year on application, with a fall of at least 15%), 6.7(2) and "
        "10a.5 (five years without instalments), 11.5 (hardship).",
    ),
    deciders=Text("De minister (DUO)", "The Minister (DUO)"),
    together=Text(
        "Het verzoek van 6.12 in het plan, een aflosvrije periode vanaf de volgende maand, en de "
        "achterstand in een regeling.",
        "The request of 6.12 in the plan, a period without instalments from next month, and the "
        "arrears in an arrangement.",
    ),
    source="MinBZK/regelrecht-corpus: Wsf 2000, Rv, Participatiewet (2026); 11.5 not read",
    verified=True,
    faces=(ConflictType.GEGEVEN_WERKT_DOOR,),
    find=find,
    household=household,
    computation=computation,
)

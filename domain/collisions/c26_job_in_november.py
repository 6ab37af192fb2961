"""C26: a job late in the year is counted at once for assistance, and a year later for allowances.

Assistance goes month by month (Pw 19, 32). Allowances go by an estimate of the whole year, put
right after it (Awir 8, 16, 26), unless the difference is below the limit of Awir 26a. Found is a
month of November or December of this year whose net income, by UWV, the municipality or documents,
is above a twelfth of the estimate that Dienst Toeslagen still uses from before that month. The
estimate is gross, so the difference is a lower bound; the harm is what the law takes off each
allowance for it (Wzt 2, Wht 21, Wkgb 2) as far as it passes Awir 26a. A wage beside a benefit that
ended began the month after it. Childcare, which has a table, is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from domain.budget.means import applicant_and_partner
from domain.budget.running import is_in_payment
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.named_bodies import GEMEENTE, TOESLAGEN, assistance_in_payment
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import HarmUrgency
from domain.conflicts.facts import shown_of
from domain.explanations import texts
from domain.legislation.calendar import add_months, month_of, year_of
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.participatiewet import partner_of_applicant
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Entitlement, FactUsed, MemberRef, Money, Provision, RecordRef
from domain.vocabulary import (
    Agency,
    Certainty,
    EntitlementStatus,
    FactName,
    IncomeKind,
    Law,
    Scheme,
)

_BAGATEL = parameter("awir_bagatel")

ESTIMATE = (
    Provision(Law.AWIR, "8"),
    Provision(Law.AWIR, "16"),
    Provision(Law.AWIR, "26"),
    Provision(Law.AWIR, "26a"),
)
BY_MONTH = (Provision(Law.PW, "19", "2"), Provision(Law.PW, "32"))

_LATE_MONTHS = frozenset({11, 12})
_NOT_FIXED = frozenset({Certainty.ESTIMATED, Certainty.DECLARED})
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class _Taper:
    """The share of income above a point that an allowance loses; alone and with a partner."""

    share: tuple[Parameter, Parameter]
    point: tuple[Parameter, ...]


_TAPERS = {
    Scheme.ZORGTOESLAG: _Taper(
        (parameter("zt_pct_afbouw"), parameter("zt_pct_afbouw")),
        (parameter("zt_drempelinkomen"), parameter("zt_drempelinkomen")),
    ),
    Scheme.HUURTOESLAG: _Taper(
        (parameter("ht_afbouw_1p"), parameter("ht_afbouw_mp")),
        (parameter("ht_minimum_inkomensijkpunt_1p"), parameter("ht_minimum_inkomensijkpunt_mp")),
    ),
    Scheme.KINDGEBONDEN_BUDGET: _Taper(
        (parameter("wkb_afbouw"), parameter("wkb_afbouw")),
        (parameter("wkb_drempelinkomen"), parameter("wkb_drempelinkomen")),
    ),
}
_PARTNER_INCREASE = parameter("wkb_drempel_partner_verhoging")


@dataclass(frozen=True, slots=True)
class _Late:
    """A late month with more income than the estimate has for it."""

    estimate: FactUsed
    month: RecordRef
    held_by_municipality: bool
    estimate_cents: int
    more_cents: int


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the month that passes the estimate most."""
    late = max(_late_months(picture), key=_rank, default=None)
    if late is None:
        return ()
    rights = {
        right.id: (right, lost) for right, lost in _lost_by(late, picture) if lost > _limit(picture)
    }
    return (_collision(picture, late, list(rights.values())),) if rights else ()


def household(collision: Collision, picture: Picture) -> Text:
    """Tell the new income now, so that there is no bill next year."""
    later = texts.amount(collision.one_off_harm_cents or 0)
    return Text(
        "U verdient sinds kort meer. De gemeente telt dat meteen mee, maar uw toeslagen gaan nog "
        f"uit van minder inkomen. Daardoor moet u volgend jaar zeker {later.nl} terugbetalen. Geef "
        "het nieuwe inkomen nu door aan Dienst Toeslagen.",
        "You have been earning more for a short time. The municipality counts that at once, but "
        "your allowances still go by less income. So next year you must pay back at least "
        f"{later.en}. Tell Dienst Toeslagen the new income now.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The estimate, what the last months add, and what is lost by it."""
    late = max(_late_months(picture), key=_rank)
    estimate, more = texts.amount(late.estimate_cents), texts.amount(late.more_cents)
    later = texts.amount(collision.one_off_harm_cents or 0)
    return Text(
        f"Geschat jaarinkomen {estimate.nl}; de laatste maanden komen daar ten minste {more.nl} "
        f"boven. Terug te betalen ten minste {later.nl}.",
        f"Estimated income of the year {estimate.en}; the last months add at least {more.en}. To "
        f"be paid back at least {later.en}.",
    )


def _rank(late: _Late) -> tuple[int, RecordRef, RecordRef]:
    return late.more_cents, late.month, late.estimate.id


def _late_months(picture: Picture) -> Iterator[_Late]:
    for person in _who_work(picture):
        highest = _highest_by_start(_months_of(picture, person))
        for estimate in _estimates(picture, person):
            for start, (cents, municipal, month) in highest.items():
                value = estimate.value
                changed = estimate.since is not None and estimate.since >= start
                if isinstance(value, Money) and not changed:
                    left = _MONTHS - start.month + 1
                    more = int((cents - Fraction(value.amount_cents, _MONTHS)) * left)
                    if more > 0:
                        yield _Late(estimate, month, municipal, value.amount_cents, more)


def _highest_by_start(
    months: Iterable[tuple[RecordRef, dt.date, int, bool]],
) -> dict[dt.date, tuple[int, bool, RecordRef]]:
    """Of several incomes of one month the highest counts, and of equals the municipality's."""
    highest: dict[dt.date, tuple[int, bool, RecordRef]] = {}
    for month, start, cents, municipal in months:
        found = (cents, municipal, month)
        highest[start] = max(highest.get(start, found), found)
    return highest


def _who_work(picture: Picture) -> frozenset[MemberRef]:
    return applicant_and_partner(picture) & {
        income.person
        for income in picture.household.income
        if income.kind is IncomeKind.WAGE and income.amount_monthly_cents > 0
    }


def _estimates(picture: Picture, person: MemberRef) -> Iterator[FactUsed]:
    """What Dienst Toeslagen takes as this person's income of this year, while it is not fixed."""
    for holder, fact in picture.of(FactUsed):
        if (
            counted(holder) == TOESLAGEN
            and fact.fact is FactName.INCOME_YEAR
            and fact.certainty in _NOT_FIXED
            and fact.persons == (person,)
            and (fact.period_from, fact.period_until) in (year_of(picture.today), (None, None))
        ):
            yield fact


def _months_of(
    picture: Picture, person: MemberRef
) -> Iterator[tuple[RecordRef, dt.date, int, bool]]:
    """Every late month of this year with a known income: its record, first day and amount."""
    for holder, fact in picture.of(FactUsed):
        if (
            holder.agency in (Agency.UWV, Agency.GEMEENTE)
            and fact.fact is FactName.INCOME_MONTH
            and fact.persons == (person,)
            and isinstance(fact.value, Money)
            and fact.period_from is not None
            and _is_late(fact.period_from, picture)
        ):
            municipal = holder.agency is Agency.GEMEENTE
            yield fact.id, month_of(fact.period_from)[0], fact.value.amount_cents, municipal
    for shown in shown_of(picture, FactName.INCOME_MONTH, (person,)):
        start = shown.from_date
        if (
            shown.persons == (person,)
            and isinstance(shown.value, Money)
            and start is not None
            and _is_late(start, picture)
        ):
            yield shown.id, month_of(start)[0], shown.value.amount_cents, False
    wage = sum(
        income.amount_monthly_cents
        for income in picture.household.income
        if income.kind is IncomeKind.WAGE and income.person == person
    )
    for holder, right in picture.of(Entitlement):
        began = add_months(month_of(right.until)[0], 1) if right.until is not None else None
        if (
            holder.agency in (Agency.UWV, Agency.GEMEENTE)
            and right.status is EntitlementStatus.ENDED
            and person in right.persons
            and began is not None
            and _is_late(began, picture)
        ):
            yield right.id, began, wage, holder.agency is Agency.GEMEENTE


def _is_late(day: dt.date, picture: Picture) -> bool:
    return day.year == picture.today.year and day.month in _LATE_MONTHS


def _lost_by(late: _Late, picture: Picture) -> Iterator[tuple[Entitlement, int]]:
    """What the year's extra income takes off each allowance in payment."""
    couple = partner_of_applicant(picture.household) is not None
    several = couple or len(_at_home(picture)) > 1
    for holder, right in picture.of(Entitlement):
        taper = _TAPERS.get(right.scheme)
        if (
            taper is not None
            and counted(holder) == TOESLAGEN
            and is_in_payment(right, picture.today)
            and right.payee.member in applicant_and_partner(picture)
        ):
            index = int(several if right.scheme is Scheme.HUURTOESLAG else couple)
            share = taper.share[index].on(picture.today)
            point = taper.point[index].on(picture.today)
            if share is not None and point is not None:
                start = int(point.value) + _more_for_partner(right.scheme, couple, picture)
                whole = late.estimate_cents + late.more_cents
                above = max(whole - max(late.estimate_cents, start), 0)
                paid = right.amount_monthly_cents * _MONTHS
                yield right, min(int(above * Fraction(share.value) / 100), paid)


def _more_for_partner(scheme: Scheme, couple: bool, picture: Picture) -> int:
    held = _PARTNER_INCREASE.on(picture.today)
    child_budget = scheme is Scheme.KINDGEBONDEN_BUDGET
    return int(held.value) if couple and child_budget and held is not None else 0


def _at_home(picture: Picture) -> frozenset[MemberRef]:
    home = picture.household.applicant().lives_at
    return frozenset(
        member.id for member in picture.household.members if home and member.lives_at == home
    )


def _limit(picture: Picture) -> int:
    """Below it nothing is recovered (Awir 26a)."""
    held = _BAGATEL.last_known(picture.today)
    return 0 if held is None else int(held.value)


def _collision(picture: Picture, late: _Late, lost: list[tuple[Entitlement, int]]) -> Collision:
    assistance = assistance_in_payment(picture)
    by_month = bool(assistance) or late.held_by_municipality
    return Collision(
        code=CollisionCode.C26,
        bodies=in_order((TOESLAGEN, *((GEMEENTE,) if by_month else ()))),
        records=(
            late.estimate.id,
            late.month,
            *refs(right for right, _ in lost),
            *refs(assistance),
        ),
        harmed_by=(late.estimate.id,),
        provisions=(*ESTIMATE, *BY_MONTH),
        monthly_harm_cents=None,
        urgency=HarmUrgency.NORMAL,
        one_off_harm_cents=sum(cents for _, cents in lost),
    )


RULE = CollisionRule(
    code=CollisionCode.C26,
    name=Text("Jaarinkomen versus maandrecht", "Job in November, recovery next year"),
    one=Side(
        Text(
            "Toeslagen gaan uit van een schatting over het jaar, die na het jaar wordt rechtgezet.",
            "Allowances go by an estimate of the year, put right after it.",
        ),
        ESTIMATE,
    ),
    other=Side(
        Text("Bijstand gaat van maand tot maand.", "Assistance goes month by month."),
        BY_MONTH,
    ),
    trigger=Text(
        "In november of december is het inkomen hoger dan een twaalfde van de schatting, en de "
        "schatting is van daarvoor.",
        "In November or December the income is above a twelfth of the estimate, and the estimate "
        "is from before.",
    ),
    room=Text(
        "Kleine bedragen worden niet teruggevorderd (Awir 26a); minder terugvorderen (26 lid 2); "
        "zienswijze vanaf 1.500 euro (26b).",
        "Small amounts are not recovered (Awir 26a); less recovered (26(2)); a view to be heard "
        "from 1,500 euro (26b).",
    ),
    deciders=Text("Dienst Toeslagen", "Dienst Toeslagen"),
    together=Text(
        "De schatting wijzigt het plan meteen.", "The plan has the estimate changed at once."
    ),
    source="MinBZK/regelrecht-corpus: Awir, Wzt, Wht, Wkgb, Pw (2026)",
    verified=True,
    find=find,
    household=household,
    computation=computation,
)

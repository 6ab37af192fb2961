"""C11: a back payment counts in full in the year in which it is received, and costs allowances.

Read: Wet IB 2001 3.146 (income is enjoyed when it is received or set off) and Awir 8 (the income of
the year is the test income; nothing is spread over years). A back payment is a single payment of a
benefit by UWV or SVB that is being paid or still to be paid: it is received this year. Amounts in
the records are net while the test income is gross, so what is counted here is the least. Where
Dienst Toeslagen tells no income of this year, that of the tax authority is taken (Awir 8), or else
twelve times what comes in. A right that has ended this year was paid this year. Where the year's
income tells its parts and holds as much of this benefit already, it is not added again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from domain.budget.means import applicant_and_partner, means_of
from domain.budget.running import is_in_payment
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.income import income_is_known
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import HarmUrgency
from domain.explanations import texts
from domain.legislation.parameters import Parameter, last_known_on, parameter
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Entitlement, FactUsed, Money, Provision
from domain.vocabulary import Agency, Department, EntitlementStatus, FactName, Law, Scheme

RECEIVED = (Provision(Law.WET_IB_2001, "3.146", "1"),)
YEAR_INCOME = (
    Provision(Law.AWIR, "8", "1"),
    Provision(Law.AWIR, "26", "1"),
    Provision(Law.WZT, "2", "3"),
    Provision(Law.WHT, "21", "2"),
    Provision(Law.WKGB, "2", "7"),
)

TOESLAGEN = Body(agency=Agency.BELASTINGDIENST, department=Department.TOESLAGEN)
_TAXES = Body(agency=Agency.BELASTINGDIENST, department=Department.BELASTINGEN)
_MONTHS = 12

_BENEFITS = {
    Agency.UWV: frozenset({Scheme.WIA, Scheme.WW, Scheme.WAJONG, Scheme.ZIEKTEWET}),
    Agency.SVB: frozenset({Scheme.AOW}),
}
_TESTED = frozenset({Scheme.ZORGTOESLAG, Scheme.HUURTOESLAG, Scheme.KINDGEBONDEN_BUDGET})
_STILL_COMING = frozenset({EntitlementStatus.ELIGIBLE, EntitlementStatus.SUSPENDED})
_CARE_FROM, _CARE = parameter("zt_drempelinkomen"), parameter("zt_pct_afbouw")
_CHILDREN_FROM, _CHILDREN = parameter("wkb_drempelinkomen"), parameter("wkb_afbouw")
_MORE_WITH_PARTNER = parameter("wkb_drempel_partner_verhoging")
_RENT_ALONE, _RENT_TOGETHER = parameter("ht_afbouw_1p"), parameter("ht_afbouw_mp")


@dataclass(frozen=True, slots=True)
class _BackPayment:
    payer: Body
    right: Entitlement
    cents: int


def find(picture: Picture) -> tuple[Collision, ...]:
    """One per payer of back payments that lift this year's income above the threshold."""
    incomes, allowances = _incomes(picture), tuple(_allowances(picture))
    if not allowances:
        return ()
    by_payer: dict[Body, list[_BackPayment]] = defaultdict(list)
    for paid in _back_payments(picture):
        by_payer[paid.payer].append(paid)
    found = (
        _collision(payer, paid, incomes, allowances, picture) for payer, paid in by_payer.items()
    )
    return tuple(each for each in found if each is not None)


def household(collision: Collision, picture: Picture) -> Text:
    """That the money of several years counts in one, and what it may cost."""
    lost = texts.amount(collision.one_off_harm_cents or 0)
    return Text(
        "U krijgt in één keer geld over een langere tijd. Voor de toeslagen telt dat hele bedrag "
        f"mee in dit jaar. Daardoor moet u misschien {lost.nl} aan toeslagen terugbetalen. Geef "
        "het bedrag meteen door aan Dienst Toeslagen, en zet geld opzij.",
        "You receive money for a longer time at once. For the allowances all of it counts in this "
        f"year. So you may have to pay back {lost.en} of allowances. Tell Dienst Toeslagen the "
        "amount at once, and set money aside.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """Income and back payment against the threshold, and what the allowances lose by it."""
    paid = [each for each in _back_payments(picture) if each.right.id in collision.records]
    back = texts.amount(sum(each.cents for each in paid))
    income = texts.amount(_income(_incomes(picture), picture))
    limit = texts.amount(int(last_known_on(_CARE_FROM, picture.today)))
    lost = texts.amount(collision.one_off_harm_cents or 0)
    return Text(
        f"Toetsingsinkomen {income.nl}, nabetaling {back.nl}, drempel {limit.nl} per jaar; de "
        f"toeslagen dalen dit jaar met ten minste {lost.nl}.",
        f"Test income {income.en}, back payment {back.en}, threshold {limit.en} a year; the "
        f"allowances fall by at least {lost.en} this year.",
    )


def _back_payments(picture: Picture) -> Iterator[_BackPayment]:
    earners = applicant_and_partner(picture)
    for holder, right in picture.of(Entitlement):
        benefits = _BENEFITS.get(holder.agency, frozenset()) if holder.agency else frozenset()
        coming = (
            is_in_payment(right, picture.today)
            or right.status in _STILL_COMING
            or _was_paid_this_year(right, picture)
        )
        own = not earners.isdisjoint(right.persons)
        if right.scheme in benefits and right.one_off_cents and coming and own:
            yield _BackPayment(counted(holder), right, right.one_off_cents)


def _was_paid_this_year(right: Entitlement, picture: Picture) -> bool:
    days = (right.from_date, right.until)
    this_year = any(day is not None and day.year == picture.today.year for day in days)
    return this_year and right.status in (EntitlementStatus.ENDED, EntitlementStatus.IN_PAYMENT)


def _incomes(picture: Picture) -> tuple[FactUsed, ...]:
    """The income of this year with which Dienst Toeslagen works, or else the tax authority."""
    return tuple(_incomes_of(TOESLAGEN, picture)) or tuple(_incomes_of(_TAXES, picture))


def _incomes_of(body: Body, picture: Picture) -> Iterator[FactUsed]:
    """The income of this year that this body uses, of applicant and partner."""
    earners, year = applicant_and_partner(picture), picture.today.year
    for holder, fact in picture.of(FactUsed):
        if (
            counted(holder) == body
            and fact.fact is FactName.INCOME_YEAR
            and fact.period_from is not None
            and fact.period_from.year == year
            and not earners.isdisjoint(fact.persons)
        ):
            yield fact


def _income(facts: tuple[FactUsed, ...], picture: Picture) -> int:
    """Of each person or couple the highest that is used: two records may be of one income."""
    if not facts:
        return _MONTHS * means_of(picture) if income_is_known(picture) else 0
    highest: dict[frozenset[str], int] = {}
    for fact in facts:
        if isinstance(fact.value, Money):
            whose = frozenset(fact.persons)
            highest[whose] = max(fact.value.amount_cents, highest.get(whose, 0))
    return sum(highest.values())


def _is_in(paid: _BackPayment, facts: tuple[FactUsed, ...]) -> bool:
    """Whether the year's income holds as much of this benefit already."""
    return any(
        part.from_source.value == paid.payer.agency
        and part.scheme is paid.right.scheme
        and part.amount_cents >= paid.cents
        for fact in facts
        for part in fact.components
    )


def _allowances(picture: Picture) -> Iterator[Entitlement]:
    earners = applicant_and_partner(picture)
    for holder, right in picture.of(Entitlement):
        if (
            counted(holder) == TOESLAGEN
            and right.scheme in _TESTED
            and right.amount_monthly_cents > 0
            and is_in_payment(right, picture.today)
            and (right.payee.member in earners or not earners.isdisjoint(right.persons))
        ):
            yield right


def _collision(
    payer: Body,
    paid: list[_BackPayment],
    incomes: tuple[FactUsed, ...],
    allowances: tuple[Entitlement, ...],
    picture: Picture,
) -> Collision | None:
    back = sum(each.cents for each in paid)
    new = sum(each.cents for each in paid if not _is_in(each, incomes))
    lost = _lost(_income(incomes, picture) + new, back, allowances, picture)
    if lost <= 0:
        return None
    rights = refs(each.right for each in paid)
    return Collision(
        code=CollisionCode.C11,
        bodies=in_order((payer, TOESLAGEN)),
        records=(*rights, *refs(incomes), *refs(allowances)),
        harmed_by=refs(allowances),
        provisions=(*RECEIVED, *YEAR_INCOME),
        monthly_harm_cents=None,
        one_off_harm_cents=lost,
        urgency=HarmUrgency.HIGH,
    )


def _lost(income: int, back: int, allowances: tuple[Entitlement, ...], picture: Picture) -> int:
    """What the allowances of this year lose on the part of the back payment above the threshold.

    Nothing when the threshold is not passed; never more than an allowance pays in a year.
    """
    together = len(applicant_and_partner(picture)) > 1
    more = int(last_known_on(_MORE_WITH_PARTNER, picture.today)) if together else 0
    rates: dict[Scheme, tuple[Parameter, int, Parameter]] = {
        Scheme.ZORGTOESLAG: (_CARE_FROM, 0, _CARE),
        # the rent allowance falls from a lower income already: this is the part that is sure
        Scheme.HUURTOESLAG: (_CARE_FROM, 0, _RENT_TOGETHER if together else _RENT_ALONE),
        Scheme.KINDGEBONDEN_BUDGET: (_CHILDREN_FROM, more, _CHILDREN),
    }
    lost = 0
    for right in allowances:
        start, raised_by, percent = rates[right.scheme]
        limit = int(last_known_on(start, picture.today)) + raised_by
        over = min(back, max(income - limit, 0))
        fall = round(Fraction(last_known_on(percent, picture.today)) * over / 100)
        lost += min(fall, 12 * right.amount_monthly_cents)
    return lost


RULE = CollisionRule(
    code=CollisionCode.C11,
    name=Text(
        "Nabetaling verhoogt toetsingsinkomen",
        "Back payment lifts test income of one year",
    ),
    one=Side(
        Text(
            "Een nabetaling is inkomen van het jaar waarin iemand haar krijgt.",
            "A back payment is income of the year in which one receives it.",
        ),
        RECEIVED,
    ),
    other=Side(
        Text(
            "De toeslagen gaan naar het inkomen van één jaar, zonder middeling, en worden daarna "
            "teruggevorderd.",
            "The allowances go by the income of one year, without averaging, and are recovered "
            "afterwards.",
        ),
        YEAR_INCOME,
    ),
    trigger=Text(
        "UWV of SVB betaalt in één keer na, en het inkomen van dit jaar komt daarmee boven de "
        "drempel van de toeslagen.",
        "UWV or SVB pays at once over the past, and so this year's income passes the threshold of "
        "the allowances.",
    ),
    room=Text(
        "Alleen bij de huurtoeslag: een verzoek om bijzonder inkomen buiten beschouwing te laten; "
        "Awir 26 lid 2 bij de terugvordering.",
        "With the rent allowance only: a request to leave special income out; Awir 26(2) at the "
        "recovery.",
    ),
    deciders=Text("Dienst Toeslagen", "Dienst Toeslagen"),
    together=Text(
        "De betaler meldt de nabetaling vooraf, het voorschot gaat op tijd omlaag, een verzoek om "
        "bijzonder inkomen, een regeling van 24 maanden of langer.",
        "The payer announces the payment before, the advance is lowered in time, a request for "
        "special income, an arrangement of 24 months or more.",
    ),
    source="MinBZK/regelrecht-corpus: Wet IB 2001 3.146, Awir 8, Wzt, Wht, Wkgb (2026)",
    verified=True,
    find=find,
    household=household,
    computation=computation,
)

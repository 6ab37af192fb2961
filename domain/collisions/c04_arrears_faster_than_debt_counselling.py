"""C04: the insurer reports to the CAK before debt counselling has to decide.

Six monthly premiums bring the report (Zvw 18c) and the higher premium (18d); the college has weeks
for its decision (Wgs 4a lid 3). Months are those that a threatened report counts, or else the
arrears over the running premium: the law counts the debt in monthly premiums. Where no insurer
tells its premium, it is what the household says that it pays, for each adult alike. A stabilisation
agreement shows as a hold on that claim. The allowance for care then pays for the premium, so only
the premium's rise is counted as harm.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from domain.budget.means import applicant_and_partner
from domain.budget.running import is_covered, is_running
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.explanations import texts
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.text import Text
from domain.picture import Picture, once_per_picture
from domain.records import (
    Application,
    Body,
    Claim,
    Contribution,
    Hold,
    MemberRef,
    Provision,
    RecordRef,
    ThreatenedAct,
)
from domain.vocabulary import (
    Agency,
    ApplicationStatus,
    ClaimKind,
    ClaimPartKind,
    ExpenseKind,
    Law,
    Scheme,
    ThreatenedActKind,
    ThresholdCount,
)

REPORT = (
    Provision(Law.ZVW, "18a"),
    Provision(Law.ZVW, "18b"),
    Provision(Law.ZVW, "18c"),
    Provision(Law.ZVW, "18d"),
)
COUNSELLING = (Provision(Law.WGS, "4", "1"), Provision(Law.WGS, "4a", "3"))

_REPORT_AT = parameter("zvw_melding_cak")
_WARNED_AT = parameter("zvw_waarschuwing_melding")
_AVERAGE_PREMIUM = parameter("zvw_gemiddelde_premie")
_PREMIUM_PERCENT = parameter("zvw_bestuursrechtelijke_premie")

_DAYS_PER_MONTH = Fraction(43, 10) * 7
"""The months that are left against the weeks to the decision: 4.3 weeks in a month."""

_PENDING = frozenset({ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED})


@dataclass(frozen=True, slots=True)
class _Arrears:
    """Unpaid premiums of some persons, in months, with the records that tell it."""

    persons: frozenset[MemberRef]
    months: int
    claim: Claim | None
    act: ThreatenedAct | None

    @property
    def records(self) -> tuple[RecordRef, ...]:
        return refs(each for each in (self.claim, self.act) if each is not None)


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the arrears that reach the limit before the decision on debt counselling."""
    first: list[_Arrears] = []
    too_late: list[tuple[Body, Application]] = []
    for persons, arrears in _warned(picture).items():
        requests = tuple(_requests(persons, picture))
        months = {each.months for each in arrears}
        last_days = {asked.decide_by for _, asked in requests}
        first += (
            each
            for each in arrears
            if any(_comes_first(each.months, day, picture) for day in last_days)
        )
        too_late += (
            (holder, asked)
            for holder, asked in requests
            if any(_comes_first(number, asked.decide_by, picture) for number in months)
        )
    return (_collision(first, too_late, picture),) if first else ()


def _warned(picture: Picture) -> dict[frozenset[MemberRef], list[_Arrears]]:
    """The arrears that are near the limit and that no pause covers, by whose they are."""
    near = last_known_on(_WARNED_AT, picture.today)
    warned: dict[frozenset[MemberRef], list[_Arrears]] = defaultdict(list)
    for each in _arrears(picture):
        if each.months >= near and not _is_stabilised(each, picture):
            warned[each.persons].append(each)
    return warned


def household(collision: Collision, picture: Picture) -> Text:
    """That the report comes before the decision, and what it will cost."""
    extra = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        "U hebt een achterstand met de zorgpremie. Bij zes maanden meldt de verzekeraar dat aan "
        f"het CAK. Dan betaalt u per maand ongeveer {extra.nl} meer, en uw schuld wordt daar niet "
        "lager van. De gemeente beslist misschien pas later over hulp bij uw schulden.",
        "You are behind with the health premium. At six months the insurer reports this to the "
        f"CAK. Then you pay about {extra.en} a month more, and your debt does not fall by it. The "
        "municipality may decide on help with your debts only later.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The months that are left beside the last day of the decision."""
    months = max(each.months for each in _arrears(picture) if _is_in(each, collision))
    limit = int(last_known_on(_REPORT_AT, picture.today))
    asked = [each for _, each in picture.of(Application) if each.id in collision.records]
    days = [texts.date(each.decide_by) for each in asked if each.decide_by]
    last = texts.joined(days) if days else Text("onbekend", "not known")
    extra = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"Onbetaald: {months} maandpremies, melding bij {limit}; laatste dag voor de beslissing op "
        f"schuldhulp: {last.nl}. Opslag boven de gemiddelde premie: {extra.nl} per maand.",
        f"Unpaid: {months} monthly premiums, report at {limit}; last day for the decision on debt "
        f"counselling: {last.en}. Rise above the average premium: {extra.en} a month.",
    )


def _arrears(picture: Picture) -> Iterator[_Arrears]:
    """By the count of a threatened report; else by the claim over the running premium."""
    told: set[RecordRef] = set()
    for _, act in picture.of(ThreatenedAct):
        count = act.threshold
        if (
            act.kind is ThreatenedActKind.REPORT_TO_CAK
            and act.date >= picture.today
            and count is not None
            and count.counts is ThresholdCount.MONTHLY_PREMIUMS_UNPAID
        ):
            held = picture.find(act.about)
            claim = held.record if held and isinstance(held.record, Claim) else None
            told.update({claim.id} if claim else ())
            yield _Arrears(frozenset(act.persons), count.now, claim, act)
    if any(gap.agency is Agency.CAK for gap in picture.gaps):
        return  # whether the report has been made already, only the CAK could say
    for holder, claim in picture.of(Claim):
        if claim.kind is not ClaimKind.PREMIUM_ARREARS:
            continue
        months = _months_of(holder, claim, picture)
        if claim.id not in told and months is not None:
            yield _Arrears(frozenset(claim.persons), months, claim, None)


def _months_of(holder: Body, claim: Claim, picture: Picture) -> int | None:
    """How many monthly premiums are owed, while the insurer itself still levies them."""
    premium = _premium_levied(picture, holder, frozenset(claim.persons))
    return _principal(claim) // premium if premium else None


@once_per_picture
def _premium_levied(picture: Picture, insurer: Body, persons: frozenset[MemberRef]) -> int | None:
    """What the insurer levies per month, unless the CAK levies instead of it."""
    running = [
        (body, each)
        for body, each in picture.of(Contribution)
        if not persons.isdisjoint(each.persons) and is_covered(each, picture.today)
    ]
    premium = sum(
        each.amount_monthly_cents
        for body, each in running
        if body == insurer and each.scheme is Scheme.NOMINAL_HEALTH_PREMIUM
    )
    premium = premium or _stated_premium(persons, picture)
    reported = any(each.scheme is Scheme.ADMINISTRATIVE_HEALTH_PREMIUM for _, each in running)
    return None if insurer.party is None or reported else premium


def _stated_premium(persons: frozenset[MemberRef], picture: Picture) -> int:
    """These persons' part of the premium that the household states; 0 when it states none."""
    adults = [
        member.id
        for member in picture.household.members
        if member.id in applicant_and_partner(picture)
    ]
    stated = sum(
        expense.amount_monthly_cents
        for expense in picture.household.expenses
        if expense.kind is ExpenseKind.HEALTH_PREMIUM
    )
    return stated * len(persons.intersection(adults)) // len(adults)


def _principal(claim: Claim) -> int:
    parts = [each.amount_cents for each in claim.components if each.kind is ClaimPartKind.PRINCIPAL]
    return sum(parts) if claim.components else claim.outstanding_cents


def _requests(
    persons: frozenset[MemberRef], picture: Picture
) -> Iterator[tuple[Body, Application]]:
    """Pending requests for debt counselling that are about these persons' household."""
    earners = applicant_and_partner(picture)
    for holder, asked in picture.of(Application):
        own = not persons.isdisjoint(asked.persons)
        together = not earners.isdisjoint(asked.persons) and not earners.isdisjoint(persons)
        counselling = asked.scheme is Scheme.DEBT_COUNSELLING and asked.status in _PENDING
        if holder.agency is Agency.GEMEENTE and counselling and (own or together):
            yield counted(holder), asked


def _is_stabilised(arrears: _Arrears, picture: Picture) -> bool:
    return arrears.claim is not None and arrears.claim.id in _covered(picture)


@once_per_picture
def _covered(picture: Picture) -> frozenset[RecordRef]:
    """What a pause of today covers."""
    return frozenset(
        record
        for _, hold in picture.of(Hold)
        if is_running(hold, picture.today)
        for record in hold.covers
    )


def _comes_first(months: int, last_day: dt.date | None, picture: Picture) -> bool:
    """Whether the limit is reached before the decision; without a last day it is not in time."""
    left = int(last_known_on(_REPORT_AT, picture.today)) - months
    if last_day is None:
        return True
    return left * _DAYS_PER_MONTH < (last_day - picture.today).days


def _is_in(arrears: _Arrears, collision: Collision) -> bool:
    return frozenset(arrears.records) <= frozenset(collision.records)


def _extra_premium(picture: Picture) -> int:
    """What the administrative premium is above the average premium."""
    average = Fraction(last_known_on(_AVERAGE_PREMIUM, picture.today))
    percent = Fraction(last_known_on(_PREMIUM_PERCENT, picture.today))
    return round(average * (percent - 100) / 100)


def _collision(
    arrears: list[_Arrears],
    requests: list[tuple[Body, Application]],
    picture: Picture,
) -> Collision:
    told = tuple(sorted({ref for each in arrears for ref in each.records}))
    last = min(int(last_known_on(_REPORT_AT, picture.today)) - each.months for each in arrears)
    persons = {person for each in arrears for person in each.persons}
    return Collision(
        code=CollisionCode.C04,
        bodies=in_order((Body(agency=Agency.CAK), *(holder for holder, _ in requests))),
        records=(*told, *refs(asked for _, asked in requests)),
        harmed_by=told,
        provisions=(*REPORT, *COUNSELLING),
        monthly_harm_cents=_extra_premium(picture) * len(persons),
        urgency=HarmUrgency.CRITICAL if last <= 1 else HarmUrgency.HIGH,
    )


RULE = CollisionRule(
    code=CollisionCode.C04,
    name=Text(
        "Wanbetalersregeling loopt vooruit op schuldhulp",
        "Six months arrears against the term of debt counselling",
    ),
    one=Side(
        Text(
            "Bij zes onbetaalde maandpremies meldt de verzekeraar dat aan het CAK, en wordt de "
            "premie 110 tot 130% van de gemiddelde premie.",
            "At six unpaid monthly premiums the insurer reports it to the CAK, and the premium "
            "becomes 110 to 130% of the average premium.",
        ),
        REPORT,
    ),
    other=Side(
        Text(
            "De gemeente heeft vier weken voor het eerste gesprek over schuldhulp, en daarna acht "
            "weken voor haar beslissing.",
            "The municipality has four weeks for the first talk on debt counselling, and then "
            "eight weeks for its decision.",
        ),
        COUNSELLING,
    ),
    trigger=Text(
        "Vier of meer maandpremies zijn onbetaald, schuldhulp is gevraagd, er is geen "
        "stabilisatie, en de zesde maand komt vóór de beslissing.",
        "Four or more monthly premiums are unpaid, debt counselling was asked for, there is no "
        "stabilisation, and the sixth month comes before the decision.",
    ),
    room=Text(
        "Zvw 18c lid 2 d (geen melding zolang er een schriftelijke stabilisatieovereenkomst is), "
        "18b lid 3 (een regeling die wordt nagekomen) en Wgs 4 lid 2 (drie werkdagen als de "
        "verzekering in gevaar is).",
        "Zvw 18c(2)(d) (no report while there is a written stabilisation agreement), 18b(3) (an "
        "arrangement that is kept) and Wgs 4(2) (three working days when insurance is at risk).",
    ),
    deciders=Text(
        "De zorgverzekeraar en het CAK; de gemeente (Wgs)",
        "The health insurer and the CAK; the municipality (Wgs)",
    ),
    together=Text(
        "Eerst stabiliseren, dan het plan; het CAK stopt vanaf de volgende maand (18d lid 2).",
        "Stabilise first, the plan later; the CAK stops from the next month (18d(2)).",
    ),
    source="MinBZK/regelrecht-corpus: Zvw, Wgs (2026)",
    verified=True,
    faces=(ConflictType.DREMPEL_NADERT, ConflictType.TERMIJN_BOTSING),
    find=find,
    household=household,
    computation=computation,
)

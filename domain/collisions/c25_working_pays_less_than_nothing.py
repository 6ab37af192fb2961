"""C25: who earns a little more loses more than that: every income test is a step of its own.

Pw 19 lid 2 takes earnings off assistance, the allowances each take their share (Wzt 2, Wht 21, Wkgb
2), and local schemes end at one income. Nobody adds them up. Found on the bodies' own tests: for
decisions that were harmful for income above a limit, the income above it is held against what was
lost. Where what was lost at all limits up to some height is more than the income above that height,
earning less would leave more. Only for who has wages; a loss that no body calculated and taxes are
left out, so what is found is a lower bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from domain.budget.means import applicant_and_partner
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.consequences import consequence_of
from domain.conflicts.facts import gives_outcome, harmful_determinations, used_fact
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, DeterminationMade, FactUsed, Money, Provision
from domain.vocabulary import Agency, FactName, IncomeKind, Law, Reason

OFF_ASSISTANCE = (Provision(Law.PW, "19", "2"), Provision(Law.PW, "31", "2 n"))
OFF_ALLOWANCES = (
    Provision(Law.WZT, "2"),
    Provision(Law.WHT, "21"),
    Provision(Law.WKGB, "2", "7"),
)

_AGENCIES = frozenset({Agency.GEMEENTE, Agency.BELASTINGDIENST})
_MONTHS_OF = {FactName.INCOME_MONTH: 1, FactName.INCOME_YEAR: 12}


@dataclass(frozen=True, slots=True)
class _Step:
    """A limit, how far the income is above it, and what is lost by it; euro cents per month."""

    holder: Body
    decision: DeterminationMade
    fact: FactUsed
    above: Fraction
    lost: int


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the limits that together cost more than the income above them."""
    if not _has_wages(picture):
        return ()
    steps = _costly(sorted(_steps(picture), key=lambda step: (step.above, step.decision.id)))
    return (_collision(steps),) if steps else ()


def household(collision: Collision, picture: Picture) -> Text:
    """That the extra wage costs money, and what can be asked."""
    more = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        "Omdat u iets meer verdient, krijgt u andere hulp niet meer. Samen kost u dat meer dan u "
        f"erbij verdient: {more.nl} per maand. Dat is niet de bedoeling. Vraag de gemeente om dit "
        "stap voor stap te laten ingaan.",
        "As you earn a little more, you do not get other help any longer. Together that costs you "
        f"more than you earn extra: {more.en} a month. That is not meant to be. Ask the "
        "municipality to let this come in step by step.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """Per limit how far the income is above it and what is lost."""
    told = texts.joined(
        Text(
            f"{texts.amount(int(step.above)).nl} boven de grens, verlies "
            f"{texts.amount(step.lost).nl}",
            f"{texts.amount(int(step.above)).en} above the limit, loss "
            f"{texts.amount(step.lost).en}",
        )
        for step in sorted(_steps(picture), key=lambda step: (step.above, step.decision.id))
        if step.decision.id in collision.records
    )
    return Text(f"Per maand: {told.nl}.", f"Per month: {told.en}.")


def _has_wages(picture: Picture) -> bool:
    earners = applicant_and_partner(picture)
    return any(
        income.kind is IncomeKind.WAGE
        and income.amount_monthly_cents > 0
        and income.person in earners
        for income in picture.household.income
    )


def _steps(picture: Picture) -> Iterator[_Step]:
    earners = applicant_and_partner(picture)
    for holder, decision in harmful_determinations(picture):
        test = decision.test
        used = used_fact(picture, test.fact) if test else None
        if (
            test is None
            or used is None
            or test.limit_cents is None
            or holder.agency not in _AGENCIES
            or decision.reason is not Reason.INCOME_ABOVE_LIMIT
            or used[1].fact not in _MONTHS_OF
            or gives_outcome(test, used[1].value) is not True
            or earners.isdisjoint(used[1].persons)
        ):
            continue
        value, lost = used[1].value, consequence_of(picture, holder, decision, [test.fact])
        if isinstance(value, Money) and lost.lost_monthly_cents:
            above = Fraction(value.amount_cents - test.limit_cents, _MONTHS_OF[used[1].fact])
            yield _Step(holder, decision, used[1], above, lost.lost_monthly_cents)


def _costly(steps: list[_Step]) -> tuple[_Step, ...]:
    """The steps, nearest first, that cost most beyond the income above them; none if none do."""
    lost, best, costly = 0, Fraction(0), 0
    for number, step in enumerate(steps, start=1):
        lost += step.lost
        if lost - step.above > best:
            best, costly = lost - step.above, number
    return tuple(steps[:costly])


def _collision(steps: tuple[_Step, ...]) -> Collision:
    decisions = [step.decision for step in steps]
    return Collision(
        code=CollisionCode.C25,
        bodies=in_order(step.holder for step in steps),
        records=(*refs(decisions), *refs(step.fact for step in steps)),
        harmed_by=refs(decisions),
        provisions=(*OFF_ASSISTANCE, *OFF_ALLOWANCES),
        monthly_harm_cents=int(sum(step.lost for step in steps) - steps[-1].above),
        urgency=HarmUrgency.HIGH,
    )


RULE = CollisionRule(
    code=CollisionCode.C25,
    name=Text("Marginale druk boven 100%", "Working pays less than nothing"),
    one=Side(
        Text(
            "Loon gaat na de vrijlating geheel van de bijstand af.",
            "Earnings are taken off assistance in full after the exemption.",
        ),
        OFF_ASSISTANCE,
    ),
    other=Side(
        Text(
            "Elke toeslag neemt een deel van hetzelfde loon, en lokale regelingen stoppen bij een "
            "inkomensgrens.",
            "Each allowance takes a part of the same wage, and local schemes stop at an income "
            "limit.",
        ),
        OFF_ALLOWANCES,
    ),
    trigger=Text(
        "Wie loon heeft, verliest bij inkomensgrenzen samen meer dan zijn inkomen boven die "
        "grenzen ligt.",
        "Who has wages loses more at income limits together than the income lies above them.",
    ),
    room=Text(
        "Vrijlating van loon (Pw 31 lid 2 n, r, y), Pw 34a en 34b; individuele inkomenstoeslag is "
        "een bevoegdheid (Pw 36).",
        "Exemption of earnings (Pw 31(2)(n), (r), (y)), Pw 34a and 34b; the individual income "
        "supplement is a power (Pw 36).",
    ),
    deciders=Text("het college", "the college"),
    together=Text(
        "Stap voor stap afbouwen, een buffer, en kwijtschelding nog een jaar houden.",
        "A stepwise phase-out, a buffer, and keeping remission for a year.",
    ),
    source="MinBZK/regelrecht-corpus: Pw, Wzt, Wht 21, Wkgb 2 (2026)",
    verified=True,
    faces=(
        ConflictType.GEGEVEN_WERKT_DOOR,
        ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT,
        ConflictType.DUBBEL_GETROFFEN,
    ),
    find=find,
    household=household,
    computation=computation,
)

"""C15: a student loan stays outside the arrangement that is to end all other debts.

Fw 299a keeps loans of chapters 6 and 10a of the Wsf out of the statutory relief, and lets only the
arrears of Wsf 6.8 in; meanwhile the repayment phase stands still. The entry also names Wsf 6.18
lid 2, which says the same of the life-long-learning credit alone. An arrangement out of court
follows that line; what kind of arrangement it will be is not in the records, so every debt
counselling that was asked and not refused counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.budget.running import is_running
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.debt_arrangement import Arrangement, arrangements
from domain.collisions.named_bodies import GEMEENTE
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import in_order, refs
from domain.conflicts.conflict import HarmUrgency
from domain.conflicts.taken import taken_for
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Claim, Provision, Recovery
from domain.vocabulary import Agency, ClaimKind, Law, Scheme

OUTSIDE = (Provision(Law.FW, "299a", "1"), Provision(Law.WSF_2000, "6.8"))
IN_ONE_OFFER = (Provision(Law.WGS, "4a"), Provision(Law.WSF_2000, "6.7", "2"))


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: all student loans of who asked for debt counselling."""
    asked = tuple(arrangements(picture))
    loans = tuple(_loans(picture, asked))
    return (_collision(picture, loans, asked),) if loans else ()


def household(collision: Collision, picture: Picture) -> Text:
    """What stays after the arrangement, and that it can be put on hold."""
    stays = texts.amount(collision.one_off_harm_cents or 0)
    return Text(
        "U vraagt hulp om van al uw schulden af te komen. Uw studielening hoort daar volgens de "
        f"wet niet bij: {stays.nl} blijft staan. Alleen wat u al had moeten betalen, kan mee. "
        "Vraag DUO om een pauze, zodat u intussen niets hoeft te betalen.",
        "You ask for help to end all your debts. By law your student loan is not among them: "
        f"{stays.en} stays. Only what you should have paid already can be part of it. Ask DUO for "
        "a pause, so that you need not pay meanwhile.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The loan without its arrears, and what is paid on it per month."""
    stays = texts.amount(collision.one_off_harm_cents or 0)
    paid = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"Studieschuld zonder achterstand {stays.nl}: buiten de regeling. Daarop wordt {paid.nl} "
        "per maand betaald.",
        f"Student debt without arrears {stays.en}: outside the arrangement. {paid.en} a month is "
        "paid on it.",
    )


def _loans(picture: Picture, asked: tuple[Arrangement, ...]) -> Iterator[Claim]:
    in_plan = {person for application in asked for person in application.persons}
    for holder, claim in picture.of(Claim):
        if (
            holder.agency is Agency.DUO
            and claim.scheme is Scheme.STUDENT_LOAN
            and claim.kind is ClaimKind.LOAN
            and _outside(claim) > 0
            and not in_plan.isdisjoint(claim.liable)
        ):
            yield claim


def _outside(claim: Claim) -> int:
    """The loan itself: what should have been paid already does enter (Fw 299a lid 1)."""
    return claim.outstanding_cents - (claim.arrears_cents or 0)


def _collision(
    picture: Picture, loans: tuple[Claim, ...], asked: tuple[Arrangement, ...]
) -> Collision:
    numbers = {loan.id for loan in loans}
    paid = [
        recovery
        for _, recovery in picture.of(Recovery)
        if recovery.for_record in numbers and is_running(recovery, picture.today)
    ]
    return Collision(
        code=CollisionCode.C15,
        bodies=in_order((Body(agency=Agency.DUO), GEMEENTE)),
        records=(*refs(loans), *refs(paid), *refs(asked)),
        harmed_by=(*refs(loans), *refs(paid)),
        provisions=(*OUTSIDE, *IN_ONE_OFFER),
        monthly_harm_cents=taken_for(loans, picture) or None,
        urgency=HarmUrgency.NORMAL,
        one_off_harm_cents=sum(_outside(loan) for loan in loans),
    )


RULE = CollisionRule(
    code=CollisionCode.C15,
    name=Text(
        "Studieschuld in Wsnp en minnelijk traject",
        "Student debt stays outside the debt relief",
    ),
    one=Side(
        Text(
            "De schuldsanering werkt niet voor een studielening, alleen voor de achterstand.",
            "Debt relief does not work for a student loan, only for its arrears.",
        ),
        OUTSIDE,
    ),
    other=Side(
        Text(
            "Een schuldregeling brengt alle vorderingen in één voorstel bijeen.",
            "A debt arrangement brings all claims together in one offer.",
        ),
        IN_ONE_OFFER,
    ),
    trigger=Text(
        "Er is een studielening bij DUO, en er is schuldhulpverlening gevraagd of toegekend.",
        "There is a student loan at DUO, and debt counselling was asked for or granted.",
    ),
    room=Text(
        "Wsf 6.7 lid 2 of 10a.5: tot vijf jaar pauze op aanvraag; hardheidsclausule Wsf 11.5.",
        "Wsf 6.7(2) or 10a.5: a pause of up to five years on application; hardship clause Wsf "
        "11.5.",
    ),
    deciders=Text("DUO; de rechter", "DUO; the court"),
    together=Text(
        "De lening op pauze, en alleen de achterstand in de regeling.",
        "The loan on hold, and only the arrears in the arrangement.",
    ),
    source="MinBZK/regelrecht-corpus: Fw 2026-09-01 (299a), Wsf 2000 2026-08-01 (6.7, 6.8, 6.18)",
    verified=True,
    find=find,
    household=household,
    computation=computation,
)

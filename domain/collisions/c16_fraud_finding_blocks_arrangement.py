"""C16: a fine for intent or gross fault keeps a benefit agency out of the debt arrangement.

Pw 60c, WW 36c lid 2 and AOW 25 lid 2 forbid cooperation that remits the claim. The culpability
itself is no field of the records, yet the law makes it visible: the fine is 100% of what was paid
too much for intent and 75% for gross fault (Boetebesluit 2), a repeat half as much more. So a fine
of at least the share of gross fault counts (of half as much more when another fine of that body
stands beside it). A fine that was lowered to what can be paid shows nothing: it gives no collision.
Where the amounts that were decided are not known, what the body recorded stands: the household's
own fault, and fined; so does a fine for which it names the provision itself. Whether the
arrangement remits is not recorded; debt counselling that was asked and not refused counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.debt_arrangement import Arrangement, arrangements
from domain.collisions.named_bodies import GEMEENTE
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.taken import taken_for
from domain.explanations import texts
from domain.legislation.determination.lines import Answer
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.powers.claims import is_of_sort
from domain.legislation.room.room import ClaimSort
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Claim, DeterminationMade, MemberRef, Provision
from domain.vocabulary import Agency, ClaimKind, Law

_GROSS_FAULT = parameter("boete_pct_grove_schuld")
_ON_REPEAT = parameter("boete_recidive_pct")

NO_COOPERATION = (
    Provision(Law.PW, "60c"),
    Provision(Law.WW, "36c", "2"),
    Provision(Law.AOW, "25", "2"),
)
ALL_CREDITORS = (
    Provision(Law.WGS, "4a"),
    Provision(Law.FW, "285"),
    Provision(Law.FW, "287a"),
)

_NAMED = frozenset((each.law, each.article) for each in NO_COOPERATION)

_AGENCIES = frozenset({Agency.GEMEENTE, Agency.UWV, Agency.SVB})


@dataclass(frozen=True, slots=True)
class _Blocked:
    holder: Body
    fine: Claim
    breach: Claim


def find(picture: Picture) -> tuple[Collision, ...]:
    """One per agency that may not cooperate."""
    asked = tuple(arrangements(picture))
    in_plan = {person for application in asked for person in application.persons}
    by_holder: dict[Body, list[_Blocked]] = defaultdict(list)
    for blocked in _blocked(picture, in_plan):
        by_holder[blocked.holder].append(blocked)
    return tuple(_collision(picture, each, asked) for each in by_holder.values())


def household(collision: Collision, picture: Picture) -> Text:
    """Who may not join, and that a judge can help."""
    names = texts.capital(texts.bodies(_claimants(collision, picture), picture))
    owed = texts.amount(collision.one_off_harm_cents or 0)
    return Text(
        "U kreeg een zware boete omdat u iets niet had doorgegeven. "
        f"{names.nl} mag daarom van de wet niet meedoen aan een regeling waarin een deel van deze "
        f"schuld ({owed.nl}) vervalt. Zo kan de hele regeling mislukken. Vraag of de boete opnieuw "
        "kan worden bekeken. Ook de rechter kan helpen.",
        "You got a heavy fine because you had not reported something. "
        f"{names.en} may therefore by law not join an arrangement that ends part of this debt "
        f"({owed.en}). The whole arrangement can fail by it. Ask to have the fine looked at again. "
        "A judge can help too.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """What is owed for breach and fine, and what is taken for it."""
    owed = texts.amount(collision.one_off_harm_cents or 0)
    taken = texts.amount(collision.monthly_harm_cents or 0)
    share = int(last_known_on(_GROSS_FAULT, picture.today))
    return Text(
        f"Terugvordering en boete {owed.nl}; de boete is ten minste {share}% van wat te veel is "
        f"betaald, het deel dat bij grove schuld hoort. Er wordt {taken.nl} per maand genomen.",
        f"Recovery and fine {owed.en}; the fine is at least {share}% of what was paid too much, "
        f"the share that goes with gross fault. {taken.en} a month is taken.",
    )


def _claimants(collision: Collision, picture: Picture) -> tuple[Body, ...]:
    return in_order(picture.get(claim).holder for claim in collision.harmed_by)


def _blocked(picture: Picture, in_plan: set[MemberRef]) -> Iterator[_Blocked]:
    fines, breaches = _fines_and_breaches(picture)
    for holder, fined in fines.items():
        for fine in fined:
            if in_plan.isdisjoint(fine.liable):
                continue
            if any((each.law, each.article) in _NAMED for each in fine.legal_basis):
                yield _Blocked(holder, fine, fine)
            share = _share(fine, fined, picture)
            for breach in breaches[holder]:
                if _is_fined_by(breach, fine) and _is_share_of(share, fine, breach, picture):
                    yield _Blocked(holder, fine, breach)


def _fines_and_breaches(
    picture: Picture,
) -> tuple[dict[Body, list[Claim]], dict[Body, list[Claim]]]:
    fines: dict[Body, list[Claim]] = defaultdict(list)
    breaches: dict[Body, list[Claim]] = defaultdict(list)
    for holder, claim in picture.of(Claim):
        if holder.agency not in _AGENCIES:
            continue
        if claim.kind is ClaimKind.FINE:
            fines[counted(holder)].append(claim)
        elif claim.outstanding_cents > 0 and is_of_sort(claim, ClaimSort.BREACH) is Answer.YES:
            breaches[counted(holder)].append(claim)
    return fines, breaches


def _is_fined_by(breach: Claim, fine: Claim) -> bool:
    """For the same breach where that is recorded, else of the same scheme and person."""
    if breach.for_breach_of is not None and fine.for_breach_of is not None:
        return breach.for_breach_of == fine.for_breach_of
    return breach.scheme is fine.scheme and not set(breach.liable).isdisjoint(fine.liable)


def _share(fine: Claim, fined: list[Claim], picture: Picture) -> Fraction:
    """The share, in percent, from which a fine shows gross fault; more where it may be a repeat."""
    share = Fraction(last_known_on(_GROSS_FAULT, picture.today))
    stands_beside_another = any(
        other.id != fine.id and not set(other.liable).isdisjoint(fine.liable) for other in fined
    )
    if stands_beside_another:
        return share * Fraction(last_known_on(_ON_REPEAT, picture.today)) / 100
    return share


def _is_share_of(share: Fraction, fine: Claim, breach: Claim, picture: Picture) -> bool:
    overpaid = _decided(breach, picture)
    imposed = _decided(fine, picture) or fine.outstanding_cents
    return overpaid is None or imposed * 100 >= overpaid * share


def _decided(claim: Claim, picture: Picture) -> int | None:
    """The amount when it was decided: what is outstanding falls with every payment."""
    held = picture.find(claim.determined_by)
    if held is None or not isinstance(held.record, DeterminationMade):
        return None
    return held.record.amount_total_cents


def _collision(
    picture: Picture, blocked: list[_Blocked], asked: tuple[Arrangement, ...]
) -> Collision:
    by_id = {claim.id: claim for each in blocked for claim in (each.fine, each.breach)}
    claims = tuple(by_id.values())
    return Collision(
        code=CollisionCode.C16,
        bodies=in_order((*(each.holder for each in blocked), GEMEENTE)),
        records=(*refs(claims), *refs(asked)),
        harmed_by=refs(claims),
        provisions=(*NO_COOPERATION, *ALL_CREDITORS),
        monthly_harm_cents=taken_for(claims, picture) or None,
        urgency=HarmUrgency.HIGH,
        one_off_harm_cents=sum(claim.outstanding_cents for claim in claims),
    )


RULE = CollisionRule(
    code=CollisionCode.C16,
    name=Text(
        "Geen medewerking schuldregeling bij opzet/grove schuld",
        "Fraud finding blocks the debt arrangement of everybody",
    ),
    one=Side(
        Text(
            "Bij opzet of grove schuld met boete of aangifte werkt de organisatie niet mee aan "
            "een regeling die haar vordering kwijtscheldt.",
            "With intent or gross fault and a fine or a report to the police, the agency does not "
            "cooperate in an arrangement that remits its claim.",
        ),
        NO_COOPERATION,
    ),
    other=Side(
        Text(
            "Een schuldregeling vraagt de medewerking van alle schuldeisers, of een dwangakkoord.",
            "A debt arrangement needs all creditors, or a settlement forced by the court.",
        ),
        ALL_CREDITORS,
    ),
    trigger=Text(
        "Er is een terugvordering na een schending met een boete van ten minste het deel dat bij "
        "grove schuld hoort, en er is schuldhulpverlening gevraagd.",
        "There is a recovery after a breach with a fine of at least the share of gross fault, and "
        "debt counselling was asked for.",
    ),
    room=Text(
        "Pw 58 lid 7 na tien jaar, 58 lid 8 bij dringende redenen; dwangakkoord Fw 287a; "
        "kwijtschelding van de boete alleen zonder opzet of grove schuld (Pw 18a lid 13).",
        "Pw 58(7) after ten years, 58(8) for urgent reasons; forced settlement Fw 287a; remission "
        "of the fine only without intent or gross fault (Pw 18a(13)).",
    ),
    deciders=Text("gemeente, UWV, SVB; de rechter", "municipality, UWV, SVB; the court"),
    together=Text(
        "De verwijtbaarheid opnieuw beoordelen; een saneringskrediet met deze vordering "
        "erbuiten; Wsnp met de hardheidsclausule (Fw 288 lid 3).",
        "The culpability judged again; a restructuring loan with this claim outside it; Wsnp with "
        "the hardship clause (Fw 288(3)).",
    ),
    source="MinBZK/regelrecht-corpus: Pw 2026-07-01 (60c), WW 36c, AOW 25, Boetebesluit 2",
    verified=True,
    faces=(ConflictType.KWIJTSCHELDING_UITGESLOTEN,),
    find=find,
    household=household,
    computation=computation,
)

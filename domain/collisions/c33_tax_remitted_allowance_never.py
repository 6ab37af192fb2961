"""C33: taxes can be remitted for who cannot pay, a recovered allowance never.

The collector remits by capacity (IW 1990 26; UR IW 1990 11-16, costs of living 90% of the norm), a
local body up to the whole norm; for allowances remission is forbidden (Awir 31bis). So the debt to
Dienst Toeslagen is the one that stays, which the collision's harm is.

`capacity==0` is read as: all income is known and not above the norm, the measure of local bodies.
The collector's own sum asks rent and premium above a threshold, which the records do not carry
apart. 'IB, local' are assessments of income tax and assessments of the municipality: motor vehicle
tax is never remitted (UR IW 1990 8 lid 2). A tax that was remitted already tells the same as one
that still can be. Read beside the list: who was wrongly refused an arrangement has remission after
all (Awir 31ter, since 2026); that is in no record.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.income import has_no_more_than_the_minimum, social_minimum
from domain.collisions.named_bodies import GEMEENTE, TOESLAGEN
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.facts import harmful_determinations
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Held, Picture
from domain.records import Body, Claim, DeterminationMade, Provision
from domain.vocabulary import Agency, ClaimKind, Department, Law, Outcome, Scheme

REMITS = (Provision(Law.IW_1990, "26", "1"),)
NEVER = (Provision(Law.AWIR, "31bis"),)

_COLLECTOR = Body(agency=Agency.BELASTINGDIENST, department=Department.BELASTINGEN)


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the taxes that can be remitted beside the allowances that cannot."""
    if not has_no_more_than_the_minimum(picture):
        return ()
    taxes, allowances = tuple(_taxes(picture)), tuple(_allowances(picture))
    if not taxes or not allowances:
        return ()
    refused = tuple(_refused(allowances, picture))
    return (
        Collision(
            code=CollisionCode.C33,
            bodies=in_order((TOESLAGEN, *(held.holder for held in taxes))),
            records=(*refs(allowances), *refs(held.record for held in taxes), *refs(refused)),
            harmed_by=(*refs(allowances), *refs(refused)),
            provisions=(*REMITS, *NEVER),
            monthly_harm_cents=None,
            urgency=HarmUrgency.NORMAL,
            one_off_harm_cents=sum(claim.outstanding_cents for claim in allowances),
        ),
    )


def household(collision: Collision, picture: Picture) -> Text:
    """Which debt can go and which stays."""
    stays = texts.amount(collision.one_off_harm_cents or 0)
    return Text(
        "U hebt te weinig inkomen om schulden te betalen. Uw belastingschuld kan daarom worden "
        f"kwijtgescholden. Uw schuld bij Dienst Toeslagen niet: {stays.nl} blijft staan. Dienst "
        "Toeslagen kan wel minder terugvragen als het te zwaar voor u is. Vraag daarom.",
        "You have too little income to pay debts. So your tax debt can be remitted. Your debt to "
        f"Dienst Toeslagen cannot: {stays.en} stays. But Dienst Toeslagen can recover less when it "
        "is too hard on you. Ask for that.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """Income against the norm, and the allowance debt that stays."""
    norm = texts.amount(social_minimum(picture))
    stays = texts.amount(collision.one_off_harm_cents or 0)
    return Text(
        f"Inkomen niet hoger dan de norm van {norm.nl} per maand; belasting kan worden "
        f"kwijtgescholden, {stays.nl} aan toeslagschuld niet.",
        f"Income not above the norm of {norm.en} a month; taxes can be remitted, {stays.en} of "
        "allowance debt cannot.",
    )


def _taxes(picture: Picture) -> Iterator[Held]:
    for holder, claim in picture.of(Claim):
        body = counted(holder)
        remissible = body == GEMEENTE or (body == _COLLECTOR and claim.scheme is Scheme.INCOME_TAX)
        if remissible and claim.kind is ClaimKind.TAX_ASSESSMENT and claim.outstanding_cents > 0:
            yield Held(body, claim)
    for holder, decision in picture.of(DeterminationMade):
        body = counted(holder)
        granted = decision.outcome in (Outcome.GRANTED, Outcome.GRANTED_LOWER)
        if decision.scheme is Scheme.REMISSION and granted and body in (GEMEENTE, _COLLECTOR):
            yield Held(body, decision)


def _allowances(picture: Picture) -> Iterator[Claim]:
    for holder, claim in picture.of(Claim):
        recovered = claim.kind is ClaimKind.OVERPAYMENT and claim.outstanding_cents > 0
        if counted(holder) == TOESLAGEN and recovered:
            yield claim


def _refused(allowances: tuple[Claim, ...], picture: Picture) -> Iterator[DeterminationMade]:
    """Remission of these that was asked for and refused."""
    claims = {claim.id for claim in allowances}
    for _, decision in harmful_determinations(picture):
        if decision.scheme is Scheme.REMISSION and decision.about in claims:
            yield decision


RULE = CollisionRule(
    code=CollisionCode.C33,
    name=Text("Kwijtschelding bij de een, verboden bij de ander", "Tax remitted, allowance never"),
    one=Side(
        Text(
            "De ontvanger en lokale belastingheffers kunnen kwijtschelden wie niet kan betalen.",
            "The collector and local tax bodies may remit for who cannot pay.",
        ),
        REMITS,
    ),
    other=Side(
        Text(
            "Een teruggevorderde toeslag mag niet worden kwijtgescholden.",
            "A recovered allowance may not be remitted.",
        ),
        NEVER,
    ),
    trigger=Text(
        "Het inkomen is niet hoger dan de norm, en er is een schuld voor inkomstenbelasting of "
        "lokale belasting naast een teruggevorderde toeslag.",
        "Income is not above the norm, and there is a debt for income tax or local tax beside a "
        "recovered allowance.",
    ),
    room=Text(
        "Awir 26 lid 2 (bij de terugvordering zelf minder vragen), Awir 31 (uitstel); aan een "
        "minnelijke regeling of de Wsnp doet Dienst Toeslagen mee.",
        "Awir 26(2) (recover less in the first place), Awir 31 (deferral); Dienst Toeslagen takes "
        "part in an amicable arrangement or the Wsnp.",
    ),
    deciders=Text(
        "de ontvanger; het college; Dienst Toeslagen",
        "the collector; the municipality; Dienst Toeslagen",
    ),
    together=Text(
        "Awir 26 lid 2 naar voren halen; minnelijke regeling of Wsnp voor wat blijft.",
        "Bring Awir 26(2) forward; an amicable arrangement or the Wsnp for what stays.",
    ),
    source="MinBZK/regelrecht-corpus: IW 1990 26, UR IW 1990, Awir 31bis, 31ter (2026) as in "
    "domain/legislation",
    verified=True,
    faces=(ConflictType.KWIJTSCHELDING_UITGESLOTEN,),
    find=find,
    household=household,
    computation=computation,
)

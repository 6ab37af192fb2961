"""C19: a house abroad ends the AIO supplement, while the same house leaves allowances alone.

Pw 34 and 47a count everything that is owned, less debts, above a limit that lies far below that of
the allowances. Assets are net of debts by Pw 34 lid 1, so the SVB's own figure is held against the
limit. The records know no country of a house: it is taken to be abroad when the figure comes from a
foreign institution, or counts the share in real estate that the case director recorded (an own home
in use is not recorded as an asset). While the SVB pays AIO or weighs a request and decided nothing
on it yet, that share less the debts of the couple is held against the limit. The limit of the
allowances is that of Wzt 3 lid 1 and Wkgb 1 lid 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.budget.means import applicant_and_partner
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.named_bodies import TOESLAGEN
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.consequences import consequence_of, monthly_harm
from domain.conflicts.facts import harmful_determinations, used_fact
from domain.explanations import texts
from domain.household import Asset
from domain.legislation.calendar import years_on
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.participatiewet import partner_of_applicant
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import (
    Application,
    Body,
    Claim,
    DeterminationMade,
    Entitlement,
    FactUsed,
    Money,
    Provision,
)
from domain.vocabulary import (
    Agency,
    ApplicationStatus,
    AssetKind,
    EntitlementStatus,
    FactName,
    FactOrigin,
    Law,
    MemberRole,
    Reason,
    Scheme,
)

_SINGLE, _FAMILY = parameter("pw_vermogen_alleenstaande"), parameter("pw_vermogen_gezin")
_ALLOWANCES_SINGLE = parameter("zt_vermogen_alleenstaande")
_ALLOWANCES_PARTNERS = parameter("zt_vermogen_partners")

ASSETS = (Provision(Law.PW, "34", "1"), Provision(Law.PW, "34", "3"), Provision(Law.PW, "47a"))
ELSEWHERE = (Provision(Law.PW, "17", "1"), Provision(Law.WZT, "3"), Provision(Law.WKGB, "1", "4"))

_ALLOWANCES = frozenset({Scheme.ZORGTOESLAG, Scheme.KINDGEBONDEN_BUDGET, Scheme.HUURTOESLAG})
_OF_AGE = 18
_PENDING = frozenset({ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED})
_LIVE = frozenset({EntitlementStatus.IN_PAYMENT, EntitlementStatus.ELIGIBLE})


@dataclass(frozen=True, slots=True)
class _Counted:
    holder: Body
    decision: DeterminationMade
    fact: FactUsed
    cents: int


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: all decisions on AIO for property abroad."""
    found = tuple(_counted(picture))
    if found:
        return (_collision(picture, found),)
    at_stake = tuple(_at_stake(picture))
    return (_to_come(picture, at_stake),) if at_stake and _owns_too_much(picture) else ()


def household(collision: Collision, picture: Picture) -> Text:
    """Why the supplement stops, and what can be asked."""
    return Text(
        "De SVB telt uw huis of grond in het buitenland als vermogen. Daardoor krijgt u geen of "
        "minder AIO, ook al kunt u van dat huis niet leven. Voor de toeslagen telt het zo niet. "
        "Vraag om een goede taxatie waarin schulden meetellen, en om tijd om te verkopen.",
        "The SVB counts your house or land abroad as assets. So you get no or less AIO, although "
        "you cannot live off that house. For the allowances it does not count like that. Ask for "
        "a proper valuation that takes debts into account, and for time to sell.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The value counted against the limit."""
    limit = texts.amount(_limit(picture))
    by_svb = [each.cents for each in _counted(picture)]
    if not by_svb:
        owned = texts.amount(_owned_cents(picture))
        return Text(
            f"Bezit na aftrek van schulden {owned.nl}, grens {limit.nl}.",
            f"Possessions less debts {owned.en}, limit {limit.en}.",
        )
    counted_at = texts.amount(max(by_svb))
    return Text(
        f"Vermogen volgens de SVB {counted_at.nl}, grens {limit.nl}.",
        f"Assets according to the SVB {counted_at.en}, limit {limit.en}.",
    )


def _counted(picture: Picture) -> Iterator[_Counted]:
    for holder, decision in harmful_determinations(picture):
        if (
            holder.agency is Agency.SVB
            and decision.scheme is Scheme.AIO
            and decision.reason is Reason.ASSETS_ABOVE_LIMIT
        ):
            for ref in sorted(decision.rests_on):
                used = used_fact(picture, ref)
                if used is not None and _is_abroad(used[1], picture):
                    value = used[1].value
                    if isinstance(value, Money) and value.amount_cents > _limit(picture):
                        yield _Counted(holder, decision, used[1], value.amount_cents)


def _at_stake(picture: Picture) -> Iterator[Entitlement | Application]:
    """The supplement that the SVB pays, paid, or is asked for."""
    earners = applicant_and_partner(picture)
    for holder, right in picture.of(Entitlement):
        own = holder.agency is Agency.SVB and not earners.isdisjoint(right.persons)
        if own and right.scheme is Scheme.AIO:
            yield right
    for holder, asked in picture.of(Application):
        own = holder.agency is Agency.SVB and not earners.isdisjoint(asked.persons)
        if own and asked.scheme is Scheme.AIO and asked.status in _PENDING:
            yield asked


def _houses(picture: Picture) -> tuple[Asset, ...]:
    earners = applicant_and_partner(picture)
    return tuple(
        asset
        for asset in picture.household.assets
        if asset.kind is AssetKind.REAL_ESTATE_SHARE and asset.person in earners
    )


def _owned_cents(picture: Picture) -> int:
    """The share in real estate of the couple, less what they owe (Pw 34 lid 1)."""
    earners = applicant_and_partner(picture)
    owed = sum(
        claim.outstanding_cents
        for _, claim in picture.of(Claim)
        if not earners.isdisjoint(claim.liable or claim.persons)
    )
    return sum(asset.amount_cents for asset in _houses(picture)) - owed


def _owns_too_much(picture: Picture) -> bool:
    """By what is recorded at intake, unless the SVB's own figure says otherwise."""
    by_svb = [
        fact.value.amount_cents
        for holder, fact in picture.facts(FactName.ASSETS)
        if holder.agency is Agency.SVB and isinstance(fact.value, Money)
    ]
    limit = _limit(picture)
    return _owned_cents(picture) > limit and (not by_svb or max(by_svb) > limit)


def _is_abroad(fact: FactUsed, picture: Picture) -> bool:
    houses = {
        asset.id for asset in picture.household.assets if asset.kind is AssetKind.REAL_ESTATE_SHARE
    }
    return fact.fact is FactName.ASSETS and (
        fact.origin is FactOrigin.FOREIGN_INSTITUTION
        or any(part.asset in houses for part in fact.components)
    )


def _limit(picture: Picture) -> int:
    """For a family, which a single parent is as well, or for one person (Pw 34 lid 3)."""
    household = picture.household
    home = household.applicant().lives_at
    family = partner_of_applicant(household) is not None or any(
        member.role is MemberRole.CHILD
        and years_on(member.born, picture.today) < _OF_AGE
        and member.lives_at == home
        for member in household.members
    )
    return int(last_known_on(_FAMILY if family else _SINGLE, picture.today))


def _spared(picture: Picture, cents: int) -> Iterator[Entitlement]:
    """The allowances that these assets leave alone."""
    couple = partner_of_applicant(picture.household) is not None
    limit = last_known_on(_ALLOWANCES_PARTNERS if couple else _ALLOWANCES_SINGLE, picture.today)
    for holder, right in picture.of(Entitlement):
        if (
            counted(holder) == TOESLAGEN
            and right.scheme in _ALLOWANCES
            and right.status in _LIVE
            and cents <= limit
            and not applicant_and_partner(picture).isdisjoint(right.persons)
        ):
            yield right


def _to_come(picture: Picture, at_stake: tuple[Entitlement | Application, ...]) -> Collision:
    spared = tuple(_spared(picture, _owned_cents(picture)))
    paid = [each.amount_monthly_cents for each in at_stake if isinstance(each, Entitlement)]
    return Collision(
        code=CollisionCode.C19,
        bodies=in_order((Body(agency=Agency.SVB), *((TOESLAGEN,) if spared else ()))),
        records=(
            *refs(at_stake),
            *(asset.id for asset in _houses(picture)),
            *refs(spared),
        ),
        harmed_by=refs(at_stake),
        provisions=(*ASSETS, *ELSEWHERE),
        monthly_harm_cents=max(paid, default=0) or None,
        urgency=HarmUrgency.CRITICAL,
    )


def _collision(picture: Picture, found: tuple[_Counted, ...]) -> Collision:
    by_id = {each.decision.id: each.decision for each in found}
    decisions = tuple(by_id.values())
    facts = tuple(each.fact for each in found)
    claims = [claim for _, claim in picture.of(Claim) if claim.determined_by in by_id]
    spared = tuple(_spared(picture, max(each.cents for each in found)))
    consequences = [
        consequence_of(picture, found[0].holder, decision, [each.id for each in facts])
        for decision in decisions
    ]
    return Collision(
        code=CollisionCode.C19,
        bodies=in_order((found[0].holder, *((TOESLAGEN,) if spared else ()))),
        records=(*refs(decisions), *refs(facts), *refs(claims), *refs(spared)),
        harmed_by=(*refs(decisions), *refs(claims)),
        provisions=(*ASSETS, *ELSEWHERE),
        monthly_harm_cents=monthly_harm(consequences),
        # the supplement is what lifts an incomplete pension to the minimum (Pw 47a)
        urgency=HarmUrgency.CRITICAL,
        one_off_harm_cents=sum(claim.outstanding_cents for claim in claims) or None,
    )


RULE = CollisionRule(
    code=CollisionCode.C19,
    name=Text(
        "AIO en onroerend goed in het buitenland",
        "Foreign property and the AIO supplement",
    ),
    one=Side(
        Text(
            "Bezit boven een lage grens, ook in het buitenland, sluit AIO uit.",
            "Assets above a low limit, abroad as well, exclude AIO.",
        ),
        ASSETS,
    ),
    other=Side(
        Text(
            "U moet bezit melden; voor toeslagen geldt een veel hogere grens.",
            "Assets must be reported; for allowances a far higher limit holds.",
        ),
        ELSEWHERE,
    ),
    trigger=Text(
        "De SVB weigert, verlaagt, beëindigt of vordert AIO terug op vermogen in het buitenland "
        "boven de grens, of zal dat doen: een huis is na aftrek van schulden meer waard.",
        "The SVB refuses, lowers, ends or recovers AIO on assets abroad above the limit, or will "
        "do so: a house is worth more, less debts.",
    ),
    room=Text(
        "Dringende redenen (Pw 58 lid 8), noodzakelijk bezit (Pw 34 lid 2 onder a), beleidsregels "
        "van de SVB (Awb 4:84).",
        "Urgent reasons (Pw 58(8)), necessary possessions (Pw 34(2)(a)), policy rules of the SVB "
        "(Awb 4:84).",
    ),
    deciders=Text("SVB", "SVB"),
    together=Text(
        "Taxatie met schulden, een betaling op de beslagvrije voet, tijd om te verkopen; zonder "
        "verwijt is terugvorderen een bevoegdheid (Pw 58 lid 2).",
        "A valuation with debts, payment by the protected amount, time to sell; without blame "
        "recovery is a power (Pw 58(2)).",
    ),
    source="MinBZK/regelrecht-corpus: Pw (34, 47a, 58), Wzt, Wkgb 1 lid 4 (2026)",
    verified=True,
    faces=(
        ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT,
        ConflictType.MIDDEL_VRIJGELATEN_MAAR_GETELD,
        ConflictType.SIGNAAL_WERKT_DOOR,
        ConflictType.GEGEVEN_WERKT_DOOR,
        ConflictType.UITZONDERING_NIET_TOEGEPAST,
        ConflictType.KETENWEIGERING,
    ),
    find=find,
    household=household,
    computation=computation,
)

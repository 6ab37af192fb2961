"""C28: one partner is in detention: one law ends or halves income, another goes on counting him.

His benefit ends (WW 19, ZW 19b, WIA 44, AOW 17 lid 7), he has no right to assistance (Pw 13 lid 1
a) and his health insurance is suspended (Zvw 24 lid 1), while he stays partner for the allowances
(Awir 3). The law corrects the list in two places: the norm of the partner at home is half that of a
couple (Pw 24), not that of a single person; and since 2026 that partner may ask not to have an
allowance partner when the other is in detention for over three months (Awir 3c lid 1).

Where no record tells yet what a side does, it is read from what is paid: benefit or assistance of
the couple ends or halves by law, and an allowance goes on counting both. One side is enough.

The harm is what the partner at home gets less than somebody alone; the benefit that ended is told
by its record only, as no rule gives it back. Left out: that rent goes on, which no agency records.
The health care allowance is C39's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from domain.budget.running import is_in_payment
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.couples import Parted, parted_by_detention
from domain.collisions.named_bodies import GEMEENTE, TOESLAGEN, UWV
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.consequences import consequence_of, is_below_minimum, monthly_harm
from domain.conflicts.facts import harmful_determinations
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Held, Picture
from domain.records import (
    Body,
    DeterminationMade,
    Entitlement,
    FactUsed,
    Flag,
    Provision,
    Ref,
)
from domain.vocabulary import Agency, FactName, Law, Reason, Scheme

ENDS = (
    Provision(Law.PW, "13", "1 a"),
    Provision(Law.PW, "24"),
    Provision(Law.WW, "19", "1"),
    Provision(Law.AOW, "17", "7"),
)
STAYS = (Provision(Law.AWIR, "3"), Provision(Law.ZVW, "24", "1"))

_END_INCOME = frozenset({Agency.SVB, Agency.UWV, Agency.GEMEENTE})
_INCOMES = {
    Body(agency=Agency.SVB): frozenset({Scheme.AOW, Scheme.AIO}),
    UWV: frozenset({Scheme.WW, Scheme.WIA, Scheme.WAJONG, Scheme.ZIEKTEWET}),
    GEMEENTE: frozenset({Scheme.BIJSTAND}),
}
_ALLOWANCES = {
    TOESLAGEN: frozenset({Scheme.ZORGTOESLAG, Scheme.HUURTOESLAG, Scheme.KINDGEBONDEN_BUDGET})
}
_LOWERED = frozenset({Reason.SPOUSE_WITHOUT_RIGHT, Reason.PARTNER_COUNTED})


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: what both sides do about the same detention."""
    parted = parted_by_detention(picture.household)
    if parted is None:
        return ()
    ends = tuple(_ends(parted, picture)) or tuple(_paid(parted, picture, _INCOMES))
    stays = tuple(_stays(parted, picture)) or tuple(_paid(parted, picture, _ALLOWANCES))
    return (_collision((*ends, *stays), picture),) if ends or stays else ()


def household(collision: Collision, picture: Picture) -> Text:
    """That one body sees one person and the other two, and what that costs."""
    names, cost = texts.capital(texts.bodies(collision.bodies, picture)), _cost(collision)
    return Text(
        "Uw partner zit vast. Daardoor valt er inkomen weg. Bij andere regelingen telt uw partner "
        f"nog wel mee. {names.nl} kijken hier elk anders naar.{cost.nl} Zit uw partner langer dan "
        "drie maanden vast? Dan kunt u Dienst Toeslagen vragen uw partner niet mee te tellen.",
        "Your partner is in detention. So income is lost. For other schemes your partner still "
        f"counts. {names.en} each see this differently.{cost.en} Is it for over three months? Then "
        "you can ask Dienst Toeslagen not to count your partner.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """What somebody alone would get more, by the bodies' own calculations."""
    cost = _cost(collision)
    return Text(
        "De uitkering of bijstand eindigt of wordt gehalveerd wegens detentie, terwijl de partner "
        f"voor de toeslagen meetelt of diens verzekering is opgeschort.{cost.nl}",
        "Benefit or assistance ends or is halved because of detention, while the partner counts "
        f"for the allowances or has a suspended insurance.{cost.en}",
    )


def _cost(collision: Collision) -> Text:
    if not collision.monthly_harm_cents:
        return Text("", "")
    harm = texts.amount(collision.monthly_harm_cents)
    return Text(
        f" Dat is {harm.nl} per maand minder dan iemand alleen zou krijgen.",
        f" That is {harm.en} a month less than somebody alone would get.",
    )


def _ends(parted: Parted, picture: Picture) -> Iterator[Held]:
    """A benefit that ended by detention; assistance for one, as the other has no right."""
    couple = {parted.home.id, parted.away.id}
    for holder, decision in harmful_determinations(picture):
        ended = holder.agency in _END_INCOME and decision.reason is Reason.IN_DETENTION
        halved = holder == GEMEENTE and decision.reason is Reason.SPOUSE_WITHOUT_RIGHT
        if (ended or halved) and not couple.isdisjoint(decision.persons):
            yield Held(holder, decision)
    for holder, used in picture.of(FactUsed):
        without_right = used.fact is FactName.SPOUSE_WITHOUT_RIGHT and used.value == Flag(True)
        alone = used.fact is FactName.PARTNER and used.value == Ref(None)
        about_them = not couple.isdisjoint(used.persons)
        if counted(holder) == GEMEENTE and about_them and (without_right or alone):
            yield Held(GEMEENTE, used)


def _stays(parted: Parted, picture: Picture) -> Iterator[Held]:
    """The allowances that still count both; the insurance that is suspended."""
    couple = {parted.home.id, parted.away.id}
    each_other = {Ref(parted.home.id), Ref(parted.away.id)}
    for holder, used in picture.of(FactUsed):
        counts = used.fact is FactName.PARTNER and used.value in each_other
        if counted(holder) == TOESLAGEN and counts and not couple.isdisjoint(used.persons):
            yield Held(TOESLAGEN, used)
    for holder, decision in harmful_determinations(picture):
        lowered = holder == TOESLAGEN and decision.reason is Reason.PARTNER_COUNTED
        if lowered or _suspends_insurance(decision, parted):
            yield Held(holder, decision)


def _paid(parted: Parted, picture: Picture, by: Mapping[Body, frozenset[Scheme]]) -> Iterator[Held]:
    """What these bodies pay the couple today."""
    couple = {parted.home.id, parted.away.id}
    for holder, right in picture.of(Entitlement):
        body, own = counted(holder), {*right.persons, right.payee.member}
        paid = right.scheme in by.get(body, frozenset()) and is_in_payment(right, picture.today)
        if paid and not couple.isdisjoint(own):
            yield Held(body, right)


def _suspends_insurance(decision: DeterminationMade, parted: Parted) -> bool:
    return (
        decision.scheme is Scheme.HEALTH_INSURANCE
        and decision.reason is Reason.IN_DETENTION
        and parted.away.id in decision.persons
    )


def _collision(involved: tuple[Held, ...], picture: Picture) -> Collision:
    decisions = [
        (held.holder, held.record)
        for held in involved
        if isinstance(held.record, DeterminationMade)
    ]
    records = [held.record for held in involved]
    harm = monthly_harm(
        consequence_of(picture, holder, decision, decision.rests_on)
        for holder, decision in decisions
        if decision.reason in _LOWERED
    )
    return Collision(
        code=CollisionCode.C28,
        bodies=in_order(held.holder for held in involved),
        records=refs(records),
        harmed_by=refs(decision for _, decision in decisions) or refs(records),
        provisions=(*ENDS, *STAYS),
        monthly_harm_cents=harm,
        urgency=HarmUrgency.CRITICAL if is_below_minimum(picture) else HarmUrgency.HIGH,
    )


RULE = CollisionRule(
    code=CollisionCode.C28,
    name=Text("Detentie van een partner", "Detention of one partner"),
    one=Side(
        Text(
            "De uitkering van wie vastzit eindigt, en wie vastzit heeft geen recht op bijstand; de "
            "partner thuis krijgt de helft van de norm voor gehuwden.",
            "The benefit of who is in detention ends, and there is no right to assistance; the "
            "partner at home gets half the norm of a couple.",
        ),
        ENDS,
    ),
    other=Side(
        Text(
            "Voor de toeslagen blijven zij partners; de zorgverzekering is zolang opgeschort en de "
            "huur loopt door.",
            "For the allowances they stay partners; the health insurance is suspended meanwhile "
            "and rent goes on.",
        ),
        STAYS,
    ),
    trigger=Text(
        "Een van beide partners zit vast, en er is een uitkering of bijstand die daardoor eindigt "
        "of daalt, of een toeslag of zorgverzekering die de partner anders ziet.",
        "One of both partners is in detention, and there is a benefit or assistance that ends or "
        "falls by it, or an allowance or health insurance that sees the partner otherwise.",
    ),
    room=Text(
        "Awir 3c lid 1 (sinds 2026: op verzoek geen partner bij meer dan drie maanden detentie); "
        "Pw 24a (verhoging voor kinderen), 18 lid 1 en 35 (maatwerk, woonkosten) en 16 lid 1.",
        "Awir 3c(1) (since 2026: no partner on request with over three months of detention); Pw "
        "24a (increase for children), 18(1) and 35 (tailored, housing costs) and 16(1).",
    ),
    deciders=Text(
        "het college; Dienst Toeslagen op verzoek", "the municipality; Dienst Toeslagen on request"
    ),
    together=Text(
        "Verzoek aan Dienst Toeslagen, de norm naar de situatie, de huur overbruggen en een pauze "
        "voor de andere schulden.",
        "A request to Dienst Toeslagen, the norm by the situation, bridging the rent and a pause "
        "for the other debts.",
    ),
    source="MinBZK/regelrecht-corpus: Zvw 24 (2026); Pw, Awir, WW, ZW, WIA, AOW as in "
    "domain/legislation",
    verified=True,
    faces=(ConflictType.PARTNERBEGRIP_VERSCHIL, ConflictType.UITZONDERING_NIET_TOEGEPAST),
    find=find,
    household=household,
    computation=computation,
)

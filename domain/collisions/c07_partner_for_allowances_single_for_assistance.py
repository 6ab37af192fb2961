"""C07: a spouse who lives elsewhere is a partner for allowances, and not for assistance.

Read: Awir 3 lid 1 and AWR 5a lid 4: a spouse stays partner until a petition for divorce was filed
and the addresses differ; Pw 3 lid 2 b: who lives apart for good is single. The list says that the
Awir leaves no room in article 3: since 2026 it does in part. On request a spouse is no partner who
is detained for more than three months (3c lid 1 b), is missing (3c lid 1 a), or while one stays in
a refuge (3a). The addresses are those where the members stay. That assistance counts nobody shows
by a separation for good or by the partner of whom the municipality's own record says that there is
none.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from domain.budget.running import is_in_payment
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.consequences import (
    Consequence,
    consequences_of,
    is_below_minimum,
    monthly_harm,
)
from domain.explanations import texts
from domain.household import Member, Relation
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Entitlement, FactUsed, MemberRef, Provision, Ref
from domain.vocabulary import (
    Agency,
    Department,
    FactName,
    Law,
    RelationKind,
    RelationStatus,
    Scheme,
)

PARTNER = (Provision(Law.AWIR, "3", "1"), Provision(Law.AWR, "5a", "4"))
SINGLE = (Provision(Law.PW, "3", "2 b"),)

TOESLAGEN = Body(agency=Agency.BELASTINGDIENST, department=Department.TOESLAGEN)

_PETITIONED = frozenset({RelationStatus.DIVORCE_PENDING, RelationStatus.DIVORCED})
_INCREASE = parameter("wkb_alo_kop")


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the applicant's spouse who lives elsewhere, without a petition for divorce."""
    applicant = picture.household.applicant()
    for marriage, spouse in _marriages(picture):
        apart = applicant.lives_at != spouse.lives_at
        petitioned = marriage.status in _PETITIONED
        counted_by_one = _is_counted(spouse, picture) and _is_single(marriage, picture)
        if apart and not petitioned and counted_by_one:
            return (_collision(spouse, picture),)
    return ()


def household(collision: Collision, picture: Picture) -> Text:
    """Why the two laws see another household, and what to do."""
    lost, way_out = texts.amount(collision.monthly_harm_cents or 0), _way_out(picture)
    known = collision.monthly_harm_cents is not None
    return Text(
        "U bent getrouwd, maar u woont niet samen. Voor de bijstand krijgt u een bedrag voor één "
        "persoon. Voor de toeslagen telt uw man of vrouw wel mee."
        + (f" Dat kost u {lost.nl} per maand." if known else "")
        + way_out.nl,
        "You are married, but you do not live together. For assistance you receive an amount for "
        "one person. For the allowances your spouse does count."
        + (f" That costs you {lost.en} a month." if known else "")
        + way_out.en,
    )


def _way_out(picture: Picture) -> Text:
    """Who waits for somebody in detention is not sent to a divorce lawyer (Awir 3c lid 1 b)."""
    if any(m.status is RelationStatus.APART_BY_DETENTION for m, _ in _marriages(picture)):
        return Text(
            " Duurt de detentie langer dan drie maanden? Dan kunt u Dienst Toeslagen vragen om uw "
            "man of vrouw niet mee te tellen.",
            " Does the detention last longer than three months? Then you can ask Dienst Toeslagen "
            "not to count your spouse.",
        )
    return Text(
        " Dat blijft zo tot er scheiding is gevraagd. De gemeente kan u in die tijd helpen.",
        " It stays so until divorce is asked for. The municipality can help you until then.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """Whom each counts, and what is lost by it."""
    lost = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        "Dienst Toeslagen telt de echtgenoot (gehuwd, geen verzoek tot echtscheiding), de bijstand "
        f"telt geen partner; verschil in toeslagen {lost.nl} per maand.",
        "Dienst Toeslagen counts the spouse (married, no petition for divorce), assistance counts "
        f"no partner; difference in allowances {lost.en} a month.",
    )


def _marriages(picture: Picture) -> Iterator[tuple[Relation, Member]]:
    applicant = picture.household.applicant().id
    members = {member.id: member for member in picture.household.members}
    for relation in picture.household.relations:
        pair: set[MemberRef] = {relation.a, relation.b}
        if relation.kind is RelationKind.SPOUSE and applicant in pair:
            spouse = next(iter(pair - {applicant}), None)
            if spouse in members:
                yield relation, members[spouse]


def _facts(picture: Picture) -> Iterator[tuple[Body, FactUsed]]:
    applicant = picture.household.applicant().id
    for holder, fact in picture.of(FactUsed):
        if fact.fact is FactName.PARTNER and applicant in fact.persons:
            yield counted(holder), fact


def _is_counted(spouse: Member, picture: Picture) -> bool:
    """Whether Dienst Toeslagen counts the spouse: by its record, else by law where it pays."""
    facts = [fact for holder, fact in _facts(picture) if holder == TOESLAGEN]
    if facts:
        return any(fact.value == Ref(spouse.id) for fact in facts)
    return any(_allowances(picture))


def _is_single(marriage: Relation, picture: Picture) -> bool:
    """Whether assistance counts no partner: by the municipality's record, else by the law."""
    facts = [fact for holder, fact in _facts(picture) if holder.agency is Agency.GEMEENTE]
    if facts:
        return all(fact.value == Ref(None) for fact in facts)
    return marriage.status is RelationStatus.SEPARATED


def _allowances(picture: Picture) -> Iterator[Entitlement]:
    applicant = picture.household.applicant().id
    for holder, right in picture.of(Entitlement):
        to_applicant = applicant in right.persons or right.payee.member == applicant
        if counted(holder) == TOESLAGEN and is_in_payment(right, picture.today) and to_applicant:
            yield right


def _consequences(spouse: Member, picture: Picture) -> tuple[Consequence, ...]:
    """What Dienst Toeslagen decided on the ground that this spouse is a partner."""
    facts = {
        fact.id
        for holder, fact in _facts(picture)
        if holder == TOESLAGEN and fact.value == Ref(spouse.id)
    }
    return tuple(
        each for each in consequences_of(picture, facts, (Ref(None),)) if each.holder == TOESLAGEN
    )


def _increase(picture: Picture) -> int | None:
    """The single parent's increase of the child budget that a partner keeps away, per month."""
    if all(right.scheme is not Scheme.KINDGEBONDEN_BUDGET for right in _allowances(picture)):
        return None
    return round(Fraction(last_known_on(_INCREASE, picture.today)) / 12)


def _collision(spouse: Member, picture: Picture) -> Collision:
    consequences = _consequences(spouse, picture)
    decided = refs(each.record for each in consequences)
    allowances = refs(_allowances(picture))
    facts = [
        fact
        for holder, fact in _facts(picture)
        if holder == TOESLAGEN or holder.agency is Agency.GEMEENTE
    ]
    harm = monthly_harm(consequences) or _increase(picture)
    below = harm is not None and is_below_minimum(picture)
    return Collision(
        code=CollisionCode.C07,
        bodies=in_order((TOESLAGEN, Body(agency=Agency.GEMEENTE))),
        records=(*refs(facts), *(decided or allowances)),
        harmed_by=decided or allowances,
        provisions=(*PARTNER, *SINGLE),
        monthly_harm_cents=harm,
        urgency=HarmUrgency.CRITICAL if below else HarmUrgency.HIGH,
    )


RULE = CollisionRule(
    code=CollisionCode.C07,
    name=Text(
        "Toeslagpartner versus duurzaam gescheiden",
        "Partner for allowances, single for assistance",
    ),
    one=Side(
        Text(
            "Een echtgenoot blijft toeslagpartner tot echtscheiding is gevraagd en de adressen "
            "verschillen.",
            "A spouse stays a partner for allowances until divorce is asked for and the addresses "
            "differ.",
        ),
        PARTNER,
    ),
    other=Side(
        Text(
            "Wie duurzaam gescheiden leeft, is voor de bijstand alleenstaand.",
            "Who lives apart for good is single for assistance.",
        ),
        SINGLE,
    ),
    trigger=Text(
        "Gehuwd, op verschillende adressen, en er is geen echtscheiding gevraagd, terwijl de "
        "bijstand geen partner telt.",
        "Married, at different addresses, and no divorce was asked for, while assistance counts no "
        "partner.",
    ),
    room=Text(
        "Pw 18 lid 1 en 35; 24a als de Pw nog een huwelijk ziet. In de Awir sinds 2026 op verzoek "
        "3c lid 1 (detentie langer dan drie maanden, vermissing) en 3a (opvang bij geweld).",
        "Pw 18(1) and 35; 24a when the Pw still sees a marriage. In the Awir since 2026 on request "
        "3c(1) (detention beyond three months, missing) and 3a (refuge from violence).",
    ),
    deciders=Text(
        "De gemeente; Dienst Toeslagen (toepassing van artikel 3 tot en met 3c)",
        "The municipality; Dienst Toeslagen (application of articles 3 to 3c)",
    ),
    together=Text(
        "Het verzoek tot echtscheiding indienen (met toevoeging), of een verzoek op Awir 3a of 3c; "
        "overbruggen met bijzondere bijstand; herziening vanaf de maand erna.",
        "File the petition (with legal aid), or a request under Awir 3a or 3c; bridge with special "
        "assistance; revision from the month after.",
    ),
    source="MinBZK/regelrecht-corpus: Awir 3-3c (2026), AWR 5a (2026), Participatiewet 3 (2026)",
    verified=True,
    faces=(ConflictType.PARTNERBEGRIP_VERSCHIL,),
    find=find,
    household=household,
    computation=computation,
)

"""C01: Dienst Toeslagen sets off with a running allowance that the norm of bijstand presumes.

Awir 30 lid 1 lets any allowance be set off with a recovery once the term of payment (six weeks,
Awir 28 lid 1) is over. The norm of bijstand stands apart from the allowances (Pw 31 lid 2 d) and
does not rise when they are withheld, so who has no more than the norm falls below it by all that is
set off. A set-off that does not name its source is with an allowance, as Awir 30 knows no other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from domain.budget.means import FOR_RENT_CARE_OR_CHILDREN, means_of
from domain.budget.running import is_running
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.income import has_no_more_than_the_minimum, social_minimum
from domain.collisions.named_bodies import TOESLAGEN
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Claim, DeterminationMade, Entitlement, Provision, Recovery
from domain.vocabulary import Agency, Law, RecoveryMethod

SET_OFF = (Provision(Law.AWIR, "28", "1"), Provision(Law.AWIR, "30", "1"))
NORM = (Provision(Law.PW, "21"), Provision(Law.PW, "31", "2 d"), Provision(Law.RV, "475da", "2"))

_TERM = dt.timedelta(weeks=6)
"""The term of payment (Awir 28 lid 1)."""


@dataclass(frozen=True, slots=True)
class _SetOff:
    holder: Body
    recovery: Recovery
    claim: Claim


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: all that is set off with allowances, for who has no more than the norm."""
    if not has_no_more_than_the_minimum(picture):
        return ()
    set_off = tuple(_set_off(picture))
    return (_collision(set_off),) if set_off else ()


def household(collision: Collision, picture: Picture) -> Text:
    """What goes off the allowances, and why assistance does not make it up."""
    taken = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"Dienst Toeslagen houdt {taken.nl} per maand in op uw toeslagen om een oude schuld te "
        "betalen. De bijstand gaat ervan uit dat u die toeslagen gewoon krijgt, en wordt dus niet "
        "hoger. Daardoor komt u onder het bedrag dat een mens minimaal nodig heeft.",
        f"Dienst Toeslagen withholds {taken.en} a month from your allowances to pay an old debt. "
        "Social assistance presumes that you receive those allowances, and does not rise. So you "
        "have less than the minimum that a person needs.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """Income without allowances against the norm, and what is set off."""
    income, norm = texts.amount(means_of(picture)), texts.amount(social_minimum(picture))
    taken = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"Inkomen zonder toeslagen {income.nl}, norm {norm.nl} per maand; met lopende toeslagen "
        f"wordt {taken.nl} per maand verrekend.",
        f"Income without allowances {income.en}, norm {norm.en} a month; {taken.en} a month is set "
        "off with running allowances.",
    )


def _set_off(picture: Picture) -> Iterator[_SetOff]:
    """What is set off with a running allowance for an allowance that was paid too much."""
    for holder, recovery in picture.of(Recovery):
        claim = picture.find(recovery.for_record)
        if (
            recovery.method is RecoveryMethod.SET_OFF
            and is_running(recovery, picture.today)
            and recovery.amount_monthly_cents > 0
            and _is_with_an_allowance(holder, recovery, picture)
            and claim is not None
            and isinstance(claim.record, Claim)
            and claim.record.scheme in FOR_RENT_CARE_OR_CHILDREN
            and claim.record.outstanding_cents > 0
            and _is_due(claim.record, picture)
        ):
            yield _SetOff(counted(holder), recovery, claim.record)


def _is_with_an_allowance(holder: Body, recovery: Recovery, picture: Picture) -> bool:
    if recovery.on is None:
        return counted(holder) == TOESLAGEN
    source = picture.find(recovery.on)
    return (
        source is not None
        and isinstance(source.record, Entitlement)
        and source.record.scheme in FOR_RENT_CARE_OR_CHILDREN
    )


def _is_due(claim: Claim, picture: Picture) -> bool:
    """Whether the six weeks for payment are over, as far as the day of the decision is known."""
    held = picture.find(claim.determined_by)
    decided = held.record.made_on if held and isinstance(held.record, DeterminationMade) else None
    return decided is None or picture.today > decided + _TERM


def _collision(set_off: tuple[_SetOff, ...]) -> Collision:
    recoveries = [each.recovery for each in set_off]
    return Collision(
        code=CollisionCode.C01,
        # the college answers for the norm, whether assistance is paid yet or not (Pw 7, 11)
        bodies=in_order((*(each.holder for each in set_off), Body(agency=Agency.GEMEENTE))),
        records=(*refs(recoveries), *refs(each.claim for each in set_off)),
        harmed_by=refs(recoveries),
        provisions=(*SET_OFF, *NORM),
        monthly_harm_cents=sum(each.amount_monthly_cents for each in recoveries),
        # below the social minimum, every month that it goes on
        urgency=HarmUrgency.CRITICAL,
    )


RULE = CollisionRule(
    code=CollisionCode.C01,
    name=Text(
        "Verrekening met lopende toeslagen",
        "Set-off against running allowances under a norm that presumes them",
    ),
    one=Side(
        Text(
            "Dienst Toeslagen verrekent een terugvordering met elke lopende toeslag, zodra de "
            "betaaltermijn van zes weken voorbij is.",
            "Dienst Toeslagen sets a recovery off with any running allowance once the six weeks "
            "for payment are over.",
        ),
        SET_OFF,
    ),
    other=Side(
        Text(
            "De bijstandsnorm staat los van de toeslagen en stijgt niet als zij worden "
            "ingehouden; de beslagvrije voet gaat ervan uit dat zij worden ontvangen.",
            "The norm of assistance stands apart from allowances and does not rise when they are "
            "withheld; the protected amount presumes that they are received.",
        ),
        NORM,
    ),
    trigger=Text(
        "Er wordt met een lopende toeslag verrekend voor een teruggevorderde toeslag, terwijl het "
        "inkomen zonder toeslagen niet hoger is dan de bijstandsnorm.",
        "A running allowance is set off for a recovered allowance, while the income without "
        "allowances is not above the norm of assistance.",
    ),
    room=Text(
        "Awir 26 lid 2 (lager terugvorderen bij onevenredige gevolgen), Awir 31 (uitstel naar "
        "draagkracht) en Awir 13b; kwijtschelden mag niet (31bis). Tegen een "
        "verrekeningsbeschikking staat geen bezwaar open (Awir 12 lid 1).",
        "Awir 26(2) (recover less when disproportionate), Awir 31 (postponement by capacity) and "
        "Awir 13b; remission is forbidden (31bis). No objection is open against a decision on "
        "set-off (Awir 12(1)).",
    ),
    deciders=Text("Dienst Toeslagen", "Dienst Toeslagen"),
    together=Text(
        "Een betalingsregeling op de beslagvrije voet, of de verrekening stoppen zolang het plan "
        "loopt; de gemeente overbrugt met een lening (Pw 48, 49), nooit met een gift voor de "
        "schuld.",
        "An arrangement by the protected amount, or an end to set-off while the plan runs; the "
        "municipality bridges with a loan (Pw 48, 49), never with a gift for the debt.",
    ),
    source="MinBZK/regelrecht-corpus: Awir, Participatiewet, Rv (2026)",
    verified=True,
    faces=(
        ConflictType.STAPELING_ONDER_MINIMUM,
        ConflictType.UITSTEL_VS_VERREKENING,
        ConflictType.DUBBEL_GETROFFEN,
    ),
    find=find,
    household=household,
    computation=computation,
)

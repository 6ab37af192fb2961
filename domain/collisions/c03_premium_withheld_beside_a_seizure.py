"""C03: the CAK's premium is withheld at source beside a seizure, and lowers the floor itself.

Zvw 18f lid 2 and 5: who is reported under 18c pays the premium out of wage or benefit before
anything else, and what must be paid out at least is the protected amount less the premium; the
allowance for care goes to the CAK (lid 6). That somebody was reported shows by the administrative
premium that runs; a seizure is an attachment of this person's wage or benefit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.budget.means import FOR_RENT_CARE_OR_CHILDREN
from domain.budget.running import (
    Withholding,
    is_covered,
    is_in_payment,
    source_is_known,
    withholdings,
)
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Contribution, Entitlement, MemberRef, Provision
from domain.vocabulary import Agency, Law, Scheme

AT_SOURCE = (
    Provision(Law.ZVW, "18c"),
    Provision(Law.ZVW, "18f", "2"),
    Provision(Law.ZVW, "18f", "5"),
    Provision(Law.ZVW, "18f", "6"),
)
FLOOR = (Provision(Law.RV, "475da"), Provision(Law.RV, "475dc"))

_PAY_BENEFITS = frozenset({Agency.GEMEENTE, Agency.UWV, Agency.SVB})


@dataclass(frozen=True, slots=True)
class _Lowered:
    """One reported person: the premium, the benefits, what the CAK takes, and the seizures."""

    premium: Contribution
    benefits: tuple[tuple[Body, Entitlement], ...]
    taken: tuple[Withholding, ...]
    seizures: tuple[Withholding, ...]


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the reported persons with a benefit of which another seizes a part."""
    lowered = tuple(_lowered(picture))
    return (_collision(lowered, picture),) if lowered else ()


def household(collision: Collision, picture: Picture) -> Text:
    """What the CAK takes before the seizure, and that less stays free."""
    taken = texts.amount(collision.monthly_harm_cents or 0)
    known = collision.monthly_harm_cents is not None
    return Text(
        "Het CAK neemt de zorgpremie direct van uw geld af. Er ligt ook beslag op uw inkomen. "
        "Door de premie van het CAK houdt u minder over dan bij een gewoon beslag."
        + (f" Het CAK krijgt nu {taken.nl} per maand." if known else ""),
        "The CAK takes the health premium straight from your money. Your income is seized as "
        "well. By the premium of the CAK you keep less than with an ordinary seizure."
        + (f" The CAK now receives {taken.en} a month." if known else ""),
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The premium, and what is withheld for it and for the seizure."""
    lowered = tuple(_lowered(picture))
    premium = texts.amount(sum(each.premium.amount_monthly_cents for each in lowered))
    taken = texts.amount(collision.monthly_harm_cents or 0)
    seized = texts.amount(_total(_each_once(each.seizures for each in lowered)))
    return Text(
        f"Bestuursrechtelijke premie {premium.nl}, daarvoor ingehouden {taken.nl}, beslag "
        f"{seized.nl} per maand.",
        f"Administrative premium {premium.en}, withheld for it {taken.en}, seized {seized.en} a "
        "month.",
    )


def _lowered(picture: Picture) -> Iterator[_Lowered]:
    for holder, premium in picture.of(Contribution):
        if (
            holder.agency is Agency.CAK
            and premium.scheme is Scheme.ADMINISTRATIVE_HEALTH_PREMIUM
            and premium.amount_monthly_cents > 0
            and is_covered(premium, picture.today)
        ):
            persons = frozenset(premium.persons)
            benefits = tuple(_benefits(persons, picture))
            seizures = tuple(_seizures(persons, picture))
            if benefits and seizures:
                yield _Lowered(premium, benefits, _taken_for(persons, picture), seizures)


def _benefits(
    persons: frozenset[MemberRef], picture: Picture
) -> Iterator[tuple[Body, Entitlement]]:
    for holder, right in picture.of(Entitlement):
        if (
            holder.agency in _PAY_BENEFITS
            and right.scheme not in FOR_RENT_CARE_OR_CHILDREN
            and right.amount_monthly_cents > 0
            and is_in_payment(right, picture.today)
            and not persons.isdisjoint(right.persons)
        ):
            yield holder, right


def _seizures(persons: frozenset[MemberRef], picture: Picture) -> Iterator[Withholding]:
    for each in withholdings(picture):
        if (
            each.is_attachment
            and each.amount_monthly_cents > 0
            and each.principal.agency is not Agency.CAK
            and not persons.isdisjoint(each.recovery.persons)
            and source_is_known(each.recovery, picture)
        ):
            yield each


def _taken_for(persons: frozenset[MemberRef], picture: Picture) -> tuple[Withholding, ...]:
    """What the CAK has withheld or redirected, for the premium and for its arrears."""
    return tuple(
        each
        for each in withholdings(picture)
        if each.principal.agency is Agency.CAK
        and each.amount_monthly_cents > 0
        and not persons.isdisjoint(each.recovery.persons)
    )


def _paid_out_of(taken: tuple[Withholding, ...], picture: Picture) -> Iterator[Body]:
    """Whose money goes to the CAK: Dienst Toeslagen redirects the allowance for care."""
    for each in taken:
        source = picture.find(each.recovery.on)
        if source is not None and isinstance(source.record, Entitlement):
            yield source.holder


def _each_once(groups: Iterator[tuple[Withholding, ...]]) -> tuple[Withholding, ...]:
    return tuple({each.recovery.id: each for group in groups for each in group}.values())


def _total(taken: tuple[Withholding, ...]) -> int:
    return sum(each.amount_monthly_cents for each in taken)


def _collision(lowered: tuple[_Lowered, ...], picture: Picture) -> Collision:
    taken = _each_once(each.taken for each in lowered)
    seizures = _each_once(each.seizures for each in lowered)
    payers = [counted(body) for each in lowered for body, _ in each.benefits]
    benefits = refs(right for each in lowered for _, right in each.benefits)
    premiums = refs(each.premium for each in lowered)
    recoveries = refs(each.recovery for each in taken)
    return Collision(
        code=CollisionCode.C03,
        bodies=in_order((Body(agency=Agency.CAK), *payers, *_paid_out_of(taken, picture))),
        records=(*premiums, *benefits, *recoveries, *refs(each.recovery for each in seizures)),
        harmed_by=recoveries or premiums,
        provisions=(*AT_SOURCE, *FLOOR),
        monthly_harm_cents=_total(taken) or None,
        # it is paid out below the protected amount, every month
        urgency=HarmUrgency.CRITICAL,
    )


RULE = CollisionRule(
    code=CollisionCode.C03,
    name=Text(
        "Bronheffing CAK verlaagt de beslagvrije voet",
        "CAK withholding lowers the floor itself",
    ),
    one=Side(
        Text(
            "Het CAK laat de bestuursrechtelijke premie inhouden op loon of uitkering; wat ten "
            "minste wordt uitbetaald, is de beslagvrije voet min die premie, en de zorgtoeslag "
            "gaat naar het CAK.",
            "The CAK has the administrative premium withheld from wage or benefit; what is paid "
            "out at least is the protected amount less that premium, and the care allowance goes "
            "to the CAK.",
        ),
        AT_SOURCE,
    ),
    other=Side(
        Text(
            "De beslagvrije voet is 95% van een norm waaruit iemand zelf een gewone premie betaalt "
            "en waarbij hij zorgtoeslag krijgt.",
            "The protected amount is 95% of a norm out of which one pays an ordinary premium "
            "oneself, with the care allowance beside it.",
        ),
        FLOOR,
    ),
    trigger=Text(
        "Iemand is bij het CAK aangemeld als wanbetaler, krijgt een uitkering, en een ander heeft "
        "beslag gelegd op loon of uitkering.",
        "Somebody is reported to the CAK as a defaulter, receives a benefit, and another has "
        "attached wage or benefit.",
    ),
    room=Text(
        "Zvw 18f lid 2 (het CAK bepaalt welk deel wordt ingehouden) en 18d lid 2 (einde van de "
        "regeling).",
        "Zvw 18f(2) (the CAK determines which part is withheld) and 18d(2) (end of the regime).",
    ),
    deciders=Text(
        "CAK (regeling) en de coördinerende beslaglegger (beslagvrije voet)",
        "CAK (regime) and the coordinating attacher (protected amount)",
    ),
    together=Text(
        "Een deel inhouden; uitstromen met een stabilisatieovereenkomst of een regeling met de "
        "verzekeraar (18d lid 2 c), of door de uitstroomregeling van de gemeente (18d lid 2 d).",
        "Withhold a part; leave the regime by a stabilisation agreement or an arrangement with "
        "the insurer (18d(2)(c)), or by the municipality's scheme (18d(2)(d)).",
    ),
    source="MinBZK/regelrecht-corpus: Zvw, Rv (2026)",
    verified=True,
    faces=(ConflictType.STAPELING_ONDER_MINIMUM,),
    find=find,
    household=household,
    computation=computation,
)

"""What a measure does under the rules of others: seen beforehand, or it comes as a new debt.

One body's help is another's fact: a back payment is income of this year for Dienst Toeslagen, a
benefit that rises gives creditors more to attach. Only what the records show is told, and an amount
only when it is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from domain.budget.running import is_in_payment, withholdings
from domain.legislation.calendar import months_between
from domain.legislation.text import Text
from domain.measures import Measure, MeasureKind, Request
from domain.picture import Held, Picture
from domain.records import Application, Body, Claim, Entitlement, FactUsed, Provision
from domain.vocabulary import (
    Agency,
    ApplicationStatus,
    ClaimKind,
    Department,
    EntitlementStatus,
    FactName,
    Law,
    Scheme,
)

TOESLAGEN = Body(agency=Agency.BELASTINGDIENST, department=Department.TOESLAGEN)

TAXED = frozenset(
    {
        Scheme.AIO,
        Scheme.AOW,
        Scheme.BIJSTAND,
        Scheme.WAJONG,
        Scheme.WIA,
        Scheme.WW,
        Scheme.ZIEKTEWET,
    }
)
"""What is income in the year in which it is paid (Wet IB 2001 3.80, 3.81, 3.100, 3.146)."""

ALLOWANCES = frozenset(
    {
        Scheme.HUURTOESLAG,
        Scheme.ZORGTOESLAG,
        Scheme.KINDGEBONDEN_BUDGET,
        Scheme.KINDEROPVANGTOESLAG,
    }
)

PAYS = frozenset(
    {
        MeasureKind.APPLY_EXCEPTION,
        MeasureKind.CORRECT,
        MeasureKind.GRANT,
        MeasureKind.GRANT_FROM,
        MeasureKind.RESTORE,
        MeasureKind.REVISE,
        MeasureKind.TAILOR,
    }
)
"""Acts that may make a benefit begin or rise."""

LOWERS = frozenset(
    {
        MeasureKind.NOT_COLLECT,
        MeasureKind.REDUCE,
        MeasureKind.REMIT,
        MeasureKind.WITHDRAW,
    }
)


@dataclass(frozen=True, slots=True)
class SideEffect:
    """What follows at another body (or later at the same), by which provision.

    `amount_cents` in euro cents, once; None when it is not known.
    """

    body: Body
    what: Text
    provision: Provision
    amount_cents: int | None = None


Act = Measure | Request


def side_effects_of(act: Act, picture: Picture) -> tuple[SideEffect, ...]:
    """Every side effect of carrying this out, as far as the records show it. Pure."""
    return tuple(effect for rule in _RULES for effect in rule(act, picture))


def _back_payment_is_income(act: Act, picture: Picture) -> Iterator[SideEffect]:
    """A back payment is income of the year of payment, and lowers its allowances (Awir 8)."""
    if act.kind not in PAYS or not _has_allowances(picture):
        return
    for right in _taxed(act, picture):
        months = 0
        if act.from_date is not None and act.from_date < picture.today:
            months = months_between(act.from_date, picture.today)
        if months > 0:
            known = act.amount_cents is not None and right.record.id in act.on
            yield SideEffect(
                TOESLAGEN,
                Text(
                    "De nabetaling telt als inkomen in het jaar waarin zij wordt betaald. Geef dat "
                    "nu door, anders worden de toeslagen van dat jaar later teruggevorderd.",
                    "The back payment is income in the year in which it is paid. Report it now, or "
                    "the allowances of that year will be recovered later.",
                ),
                Provision(Law.AWIR, "8"),
                (act.amount_cents or 0) * months if known else None,
            )


def _higher_benefit_is_income(act: Act, picture: Picture) -> Iterator[SideEffect]:
    """A benefit that begins or rises raises the income that the allowances are tested against."""
    if act.kind in PAYS and _has_allowances(picture) and any(_taxed(act, picture)):
        yield SideEffect(
            TOESLAGEN,
            Text(
                "Het inkomen van dit jaar verandert. Pas de schatting bij Toeslagen meteen aan.",
                "The income of this year changes. Have the estimate at Toeslagen changed at once.",
            ),
            Provision(Law.AWIR, "17"),
        )


def _not_recovered_stays_income(act: Act, picture: Picture) -> Iterator[SideEffect]:
    """A benefit that is not paid back stays income of the year in which it was paid (Awir 8)."""
    if act.kind not in LOWERS:
        return
    for held in _named(act, picture):
        claim = held.record
        if (
            isinstance(claim, Claim)
            and claim.kind is ClaimKind.OVERPAYMENT
            and claim.scheme in TAXED
        ):
            yield SideEffect(
                TOESLAGEN,
                Text(
                    "Wat niet wordt terugbetaald, blijft inkomen van het jaar waarin het is "
                    "betaald: de toeslagen van dat jaar worden er niet hoger van.",
                    "What is not paid back stays income of the year in which it was paid: the "
                    "allowances of that year do not rise.",
                ),
                Provision(Law.AWIR, "8"),
                act.amount_cents,
            )


def _more_to_attach(act: Act, picture: Picture) -> Iterator[SideEffect]:
    """What comes in more above the protected amount may be attached (Rv 475da, 475dc)."""
    if act.kind not in PAYS or not any(_taxed(act, picture)):
        return
    for taker in sorted({w.principal for w in withholdings(picture) if w.is_attachment}, key=str):
        yield SideEffect(
            taker,
            Text(
                "Er loopt beslag. Wat boven de beslagvrije voet uitkomt, mag worden genomen: laat "
                "de beslagvrije voet opnieuw berekenen.",
                "An attachment runs. What rises above the protected amount may be taken: have the "
                "protected amount computed anew.",
            ),
            Provision(Law.RV, "475d", "4"),
        )


def _freed_room_is_taken(act: Act, picture: Picture) -> Iterator[SideEffect]:
    """What one taker leaves, the next in rank may take (Rv 475dc)."""
    if act.kind is not MeasureKind.HOLD:
        return
    freed = {record for record in act.on}
    for withholding in withholdings(picture):
        if withholding.is_attachment and withholding.recovery.id not in freed:
            yield SideEffect(
                withholding.principal,
                Text(
                    "Wat door de pauze vrijkomt, kan door dit beslag worden genomen. Vraag deze "
                    "schuldeiser om mee te doen.",
                    "What the pause frees may be taken by this attachment. Ask this creditor to "
                    "join.",
                ),
                Provision(Law.RV, "475dc"),
            )


def _a_pause_leaks(act: Act, picture: Picture) -> Iterator[SideEffect]:
    """During a pause interest runs on, and the day of limitation moves (Awb 4:101, 4:111)."""
    if act.kind is not MeasureKind.HOLD or not any(
        isinstance(held.record, Claim) for held in _named(act, picture)
    ):
        return
    (body, *_) = {held.holder for held in _named(act, picture)}
    yield SideEffect(
        body,
        Text(
            "Over de pauze kan rente worden gerekend, en de verjaring schuift met de pauze op. "
            "Laat in het besluit zetten dat er geen rente bij komt.",
            "Interest may be charged over the pause, and limitation moves on with it. Have the "
            "decision say that no interest is added.",
        ),
        Provision(Law.AWB, "4:101"),
    )


def _later_benefit_goes_to_assistance(act: Act, picture: Picture) -> Iterator[SideEffect]:
    """Assistance for a time that another benefit is paid for later is recovered from that (Pw 58
    lid 2 f)."""
    if act.kind not in PAYS | {MeasureKind.ADVANCE}:
        return
    assisted = [
        held
        for held in _named(act, picture)
        if isinstance(held.record, Application | Entitlement)
        and held.record.scheme in (Scheme.BIJSTAND, Scheme.AIO)
    ]
    asked = any(
        application.scheme in TAXED - {Scheme.BIJSTAND, Scheme.AIO}
        and application.status is ApplicationStatus.OPEN
        for _, application in picture.of(Application)
    )
    for held in assisted if asked else ():
        yield SideEffect(
            held.holder,
            Text(
                "Komt er later een andere uitkering over dezelfde tijd, dan wordt de bijstand "
                "daarmee verrekend. Spreek af dat dat netto en in hetzelfde jaar gebeurt.",
                "If another benefit is paid later for the same time, assistance is set off with "
                "it. Agree that this is done net and in the same year.",
            ),
            Provision(Law.PW, "58", "2 f"),
        )


def _own_premium_returns(act: Act, picture: Picture) -> Iterator[SideEffect]:
    """Once the regime has ended the premium goes to the insurer again (Zvw 16, 18d)."""
    if act.kind is MeasureKind.END_REGIME:
        yield SideEffect(
            Body(agency=Agency.CAK),
            Text(
                "Vanaf dan betaalt u weer zelf premie aan de zorgverzekeraar, en krijgt u de "
                "zorgtoeslag weer zelf.",
                "From then on you pay the premium to the insurer yourself again, and receive the "
                "health care allowance yourself.",
            ),
            Provision(Law.ZVW, "16"),
        )


def _an_address_is_shared(act: Act, picture: Picture) -> Iterator[SideEffect]:
    """Who is registered at an address counts there for norms and rent allowance (Pw 19a, Wht 7)."""
    facts = (held.record for held in _named(act, picture))
    of_address = {FactName.REGISTERED_ADDRESS, FactName.MAIN_RESIDENCE}
    if any(isinstance(fact, FactUsed) and fact.fact in of_address for fact in facts):
        yield SideEffect(
            TOESLAGEN,
            Text(
                "Wie op een woonadres staat ingeschreven, telt daar mee voor de huurtoeslag en de "
                "kostendelersnorm van wie er al woont. Een briefadres telt daar niet voor mee.",
                "Who is registered at a home address counts there for the rent allowance and the "
                "cost-sharer norm of those who live there. A postal address does not count.",
            ),
            Provision(Law.WHT, "7", "1"),
        )


_RULES: tuple[Callable[[Act, Picture], Iterator[SideEffect]], ...] = (
    _back_payment_is_income,
    _higher_benefit_is_income,
    _not_recovered_stays_income,
    _more_to_attach,
    _freed_room_is_taken,
    _a_pause_leaks,
    _later_benefit_goes_to_assistance,
    _own_premium_returns,
    _an_address_is_shared,
)


def _named(act: Act, picture: Picture) -> tuple[Held, ...]:
    found = (picture.find(record) for record in act.on)
    return tuple(held for held in found if held is not None)


def _taxed(act: Act, picture: Picture) -> Iterator[Held]:
    """The named rights and applications that pay taxed income."""
    for held in _named(act, picture):
        record = held.record
        if isinstance(record, Entitlement | Application) and record.scheme in TAXED:
            yield held


def _has_allowances(picture: Picture) -> bool:
    return any(
        right.scheme in ALLOWANCES
        and (is_in_payment(right, picture.today) or right.status is EntitlementStatus.ELIGIBLE)
        for _, right in picture.of(Entitlement)
    )

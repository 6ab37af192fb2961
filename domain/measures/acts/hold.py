"""A hold pauses claims and stops every act against them, set-off among them; or it puts off an act
that was announced.

A pause alone does not stop set-off (Awb 4:93 lid 5), and it must state its term (Awb 4:94 lid 3).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from domain.errors import MeasureNotPossible
from domain.measures.act import Act, Change, Effect
from domain.measures.acts.threats import postponed
from domain.records import Claim, Hold, Recovery, ThreatenedAct
from domain.vocabulary import HoldStatus, RecoveryMethod, RecoveryStatus, StoppedAct

DAY = dt.timedelta(days=1)


def changes(act: Act) -> tuple[Change, ...]:
    """The hold itself, an end to the recoveries it stops, and the named acts put off to its end."""
    covered = _covered(act)
    put_off = tuple(postponed(each, act) for each in act.named(ThreatenedAct))
    if not covered and not put_off:
        raise MeasureNotPossible("Uitstel kan alleen voor een vordering die hier openstaat.")
    stopped = tuple(ended(each, act.on) for each in _stopped(covered, act))
    hold = (_hold_on(covered, act),) if covered else ()
    return (*hold, *stopped, *put_off)


def _covered(act: Act) -> tuple[Claim, ...]:
    behind = {recovery.for_record for recovery in act.named(Recovery)}
    wanted = {claim.id for claim in act.named(Claim)} | behind
    return tuple(claim for claim in act.others(Claim) if claim.id in wanted)


def _stopped(covered: tuple[Claim, ...], act: Act) -> tuple[Recovery, ...]:
    claims = {claim.id for claim in covered}
    named = {recovery.id for recovery in act.named(Recovery)}
    for recovery in act.named(Recovery):
        if recovery.for_record not in claims:
            raise MeasureNotPossible(f"Inhouding {recovery.id} hoort niet bij een vordering.")
    return tuple(
        recovery
        for recovery in act.others(Recovery)
        if recovery.status is not RecoveryStatus.ENDED
        and recovery.for_record in claims
        and (recovery.id in named or recovery.method is RecoveryMethod.SET_OFF)
    )


def _hold_on(covered: tuple[Claim, ...], act: Act) -> Change:
    until = act.until()
    hold = Hold(
        id=act.new_id("hold"),
        persons=tuple(dict.fromkeys(person for claim in covered for person in claim.persons)),
        department=act.measure.department or covered[0].department,
        legal_basis=(act.measure.provision,),
        covers=tuple(claim.id for claim in covered),
        stops=tuple(StoppedAct),
        status=HoldStatus.IN_FORCE,
        from_date=act.on,
        until=until,
    )
    what = f"Uitstel tot en met {until:%d-%m-%Y}; ook verrekenen stopt."
    return Change(hold, Effect(hold.id, what, 0, 0))


def ended(recovery: Recovery, on: dt.date) -> Change:
    """The recovery as it is when it no longer runs on this day."""
    last_day = max(on - DAY, recovery.from_date)
    running = recovery.status is RecoveryStatus.RUNNING
    after = replace(recovery, status=RecoveryStatus.ENDED, until=last_day)
    gain = recovery.amount_monthly_cents if running else 0
    return Change(after, Effect(recovery.id, "Er wordt niet meer ingehouden.", gain, 0))

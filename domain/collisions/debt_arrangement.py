"""Whether the debts of this household are on their way into an arrangement (Wgs 3, 4a)."""

from __future__ import annotations

from collections.abc import Iterator

from domain.budget.running import is_in_payment, is_running
from domain.picture import Picture
from domain.records import Application, Body, DeterminationMade, Entitlement, Hold
from domain.vocabulary import Agency, ApplicationStatus, Department, Outcome, Scheme

_ON_ITS_WAY = frozenset({ApplicationStatus.OPEN, ApplicationStatus.DECIDED})

_NO_ARRANGEMENT = frozenset({Outcome.REFUSED, Outcome.ENDED})


Arrangement = Application | DeterminationMade | Entitlement | Hold

_GRANTED = frozenset({Outcome.GRANTED, Outcome.GRANTED_LOWER})


def arrangements(picture: Picture) -> Iterator[Arrangement]:
    """What was asked of the municipality's debt counselling and is not withdrawn or refused.

    Where no request is recorded, its decision, its help or a pause of it tells the same. Whether
    it ends in an amicable arrangement or in court is not recorded: both are meant.
    """
    refusals = tuple(_refusals(picture))
    asked = tuple(_asked(picture, refusals))
    yield from asked or (() if refusals else _under_way(picture))


def _under_way(picture: Picture) -> Iterator[Arrangement]:
    for holder, decision in picture.of(DeterminationMade):
        if _is_help(holder, decision.scheme) and decision.outcome in _GRANTED:
            yield decision
    for holder, help_ in picture.of(Entitlement):
        if _is_help(holder, help_.scheme) and is_in_payment(help_, picture.today):
            yield help_
    for holder, hold in picture.of(Hold):
        of_counselling = holder.department is Department.SCHULDHULPVERLENING
        if of_counselling and is_running(hold, picture.today):
            yield hold


def _is_help(holder: Body, scheme: Scheme) -> bool:
    return holder.agency is Agency.GEMEENTE and scheme is Scheme.DEBT_COUNSELLING


def _asked(picture: Picture, refusals: tuple[DeterminationMade, ...]) -> Iterator[Application]:
    for holder, application in picture.of(Application):
        if (
            holder.agency is Agency.GEMEENTE
            and application.scheme is Scheme.DEBT_COUNSELLING
            and application.status in _ON_ITS_WAY
            and not any(_refuses(decision, application) for decision in refusals)
        ):
            yield application


def _refusals(picture: Picture) -> Iterator[DeterminationMade]:
    for holder, decision in picture.of(DeterminationMade):
        if (
            holder.agency is Agency.GEMEENTE
            and decision.scheme is Scheme.DEBT_COUNSELLING
            and decision.outcome in _NO_ARRANGEMENT
        ):
            yield decision


def _refuses(decision: DeterminationMade, application: Application) -> bool:
    same = not set(decision.persons).isdisjoint(application.persons)
    return same and (decision.about == application.id or decision.made_on >= application.received)

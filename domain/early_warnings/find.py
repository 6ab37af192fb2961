"""Every early warning of a picture, from the typed records alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.deadlines import deadlines_of
from domain.early_warnings.warning import EarlyWarning, WarningKind
from domain.explanations import texts
from domain.legislation.ages import AGES
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Entitlement, Hold, Record, ThreatenedAct
from domain.vocabulary import EntitlementStatus, HoldStatus, MemberRole

DAYS_AHEAD = 90


def early_warnings(picture: Picture) -> tuple[EarlyWarning, ...]:
    """What comes within ninety days of today, nearest first. Deterministic; never raises on a gap.

    A term that must be kept is told by its deadline; here it stands when it is near.
    """
    until = picture.today + dt.timedelta(days=DAYS_AHEAD)
    found = {
        warning
        for rule in (_thresholds, _terms, _ages, _ends)
        for warning in rule(picture)
        if picture.today <= warning.on <= until
    }
    return tuple(
        sorted(found, key=lambda each: (each.on, each.kind, each.record or each.member or ""))
    )


def _thresholds(picture: Picture) -> Iterator[EarlyWarning]:
    """A threatened act whose count has not reached its limit yet: it can still be stopped."""
    for _, act in picture.of(ThreatenedAct):
        threshold = act.threshold
        if threshold is not None and threshold.now < threshold.limit:
            yield EarlyWarning(
                WarningKind.THRESHOLD,
                act.date,
                Text(
                    f"drempel nadert: nu {threshold.now}, bij {threshold.limit} volgt de daad",
                    f"threshold near: now {threshold.now}, at {threshold.limit} the act follows",
                ),
                _law(act),
                record=act.id,
            )


def _terms(picture: Picture) -> Iterator[EarlyWarning]:
    for deadline in deadlines_of(picture):
        last = texts.date(deadline.due)
        yield EarlyWarning(
            WarningKind.TERM,
            deadline.due,
            Text(f"{deadline.what}: uiterlijk {last.nl}", f"{deadline.what}: by {last.en}"),
            deadline.rule,
            record=deadline.record,
        )


def _ages(picture: Picture) -> Iterator[EarlyWarning]:
    for member in picture.household.members:
        if member.role is MemberRole.OUTSIDE_PLAN:
            continue
        for age in AGES:
            yield EarlyWarning(
                WarningKind.AGE,
                age.reached_on(member.born),
                age.what,
                ", ".join(map(str, age.articles)),
                member=member.id,
            )


def _ends(picture: Picture) -> Iterator[EarlyWarning]:
    """A right that runs out, and a pause after which collection goes on."""
    for _, right in picture.of(Entitlement):
        if right.status is EntitlementStatus.IN_PAYMENT and right.until is not None:
            scheme = texts.scheme(right.scheme)
            yield EarlyWarning(
                WarningKind.END,
                right.until,
                Text(f"{scheme.nl} loopt af", f"{scheme.en} runs out"),
                _law(right),
                record=right.id,
            )
    for _, hold in picture.of(Hold):
        if hold.status is HoldStatus.IN_FORCE and hold.until is not None:
            yield EarlyWarning(
                WarningKind.END,
                hold.until,
                Text(
                    "de pauze loopt af: daarna wordt weer ingevorderd",
                    "the pause runs out: after it collection goes on",
                ),
                _law(hold),
                record=hold.id,
            )


def _law(record: Record) -> str:
    return ", ".join(map(str, record.legal_basis))

"""What of a decision may serve as a precedent: its law and its kind, nothing of the household."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from domain.bundles import Bundle
from domain.conflicts.conflict import ConflictType, type_of
from domain.decisions import DecisionState
from domain.measures import Measure, MeasureKind, Option
from domain.records import Provision
from domain.vocabulary import Agency

DECIDED = frozenset({DecisionState.CARRIED_OUT, DecisionState.OBJECTED})
"""Only these say something of the matter: lapsing or failing on the way does not."""


@dataclass(frozen=True, slots=True, order=True)
class Act:
    """What an agency did or would do, under which provision; no amount, no record."""

    agency: Agency
    kind: MeasureKind
    provision: Provision


@dataclass(frozen=True, slots=True)
class DecidedCase:
    """One decision without its household: what collided, what was asked, how it ended and when.

    `decided` are the acts carried out; empty when it was objected to. `month` is the first of the
    month in which it closed: a day would tell more than a precedent needs.
    """

    types: frozenset[ConflictType]
    asked: frozenset[Act]
    decided: frozenset[Act]
    state: DecisionState
    month: dt.date | None = None
    dissent: tuple[Agency, ...] = ()

    @property
    def provisions(self) -> frozenset[Provision]:
        """The provisions that it turned on."""
        return frozenset(act.provision for act in self.asked)


def case_of(
    bundle: Bundle,
    state: DecisionState,
    decided: Option | None = None,
    closed: dt.date | None = None,
    dissent: tuple[Agency, ...] = (),
) -> DecidedCase:
    """This decision as a case, be it decided or still open."""
    measures = [measure for option in bundle.options for measure in option.measures]
    return DecidedCase(
        types=frozenset(type_of(ref) for ref in bundle.conflicts),
        asked=frozenset(map(_act, measures)),
        decided=frozenset(map(_act, decided.measures if decided else ())),
        state=state,
        month=None if closed is None else closed.replace(day=1),
        dissent=dissent,
    )


def _act(measure: Measure) -> Act:
    return Act(measure.agency, measure.kind, measure.provision)

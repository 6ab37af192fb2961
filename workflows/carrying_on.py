"""How a plan of years stays small: before its history is long it goes on in a new run, with all
that it remembers.

Only at rest: a run that is continued leaves its child workflows to their parent-close policy (the
server counts it as closed), so no decision may be open. Signals and updates that come meanwhile are
the server's to keep: it refuses to continue a run that has not seen them.
"""

from __future__ import annotations

from dataclasses import dataclass

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.contracts import PlanStart
    from workflows.plan_state import PlanState

MOST_EVENTS = 4_000
"""The server suggests a new run at 4,096 events, warns at 10,240 and ends the run at 51,200. May be
changed while plans run (see `is_long`); one look takes some fifty."""

MOST_BYTES = 10_000_000
"""The server warns at 10 MB and ends the run at 50 MB; one look takes some 30 kB (measured)."""


@dataclass(frozen=True, slots=True)
class CarriedOn:
    """What a new run is told by the one before it; search attributes and trace go along by
    themselves. `refresh`: somebody asked to look again, and nobody has yet."""

    start: PlanStart
    state: PlanState
    refresh: bool


def is_long(*, began_before: bool) -> bool:
    """Is this run to end at its next rest? So it is, too, when it `began_before` a change of code
    that new runs no longer know of.

    A yes is recorded under the place in history where it was given. A replay takes it from there,
    and so goes as the run went, whatever the bounds are by then.
    """
    info = workflow.info()
    length = info.get_current_history_length()
    long = (
        began_before
        or length > MOST_EVENTS
        or info.get_current_history_size() > MOST_BYTES
        or info.is_continue_as_new_suggested()
    )
    # replaying, `patched` tells what is recorded; live, it records
    return (long or workflow.unsafe.is_replaying()) and workflow.patched(f"carry-on-at-{length}")

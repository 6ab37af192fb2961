"""How long things may take: one place for every timeout, term and retry, each with its reason."""

from __future__ import annotations

from datetime import timedelta

from temporalio.common import RetryPolicy

GATHER_ATTEMPT = timedelta(seconds=5)
"""One call to an agency: its server answers in milliseconds when well; past this it is in
trouble."""

GATHER_BUDGET = timedelta(seconds=12)
"""All attempts of one round together: a social worker waits at the screen, so a silent agency
becomes a named gap within this time."""

GATHER_RETRY = RetryPolicy(
    initial_interval=timedelta(milliseconds=500),
    maximum_interval=timedelta(seconds=4),
    maximum_attempts=6,
)
"""Six attempts are what fits in the budget."""

ASK_AGAIN = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
)
"""When a silent agency is asked again; the last interval repeats until it answers."""

SHORTEST_WAIT = timedelta(minutes=1)
"""No plan wakes more often than this by the clock alone."""

REVIEW_AFTER = timedelta(days=28)
"""A plan is looked at again every four weeks, also when nobody asks."""

TIME_OUT_BUDGET = timedelta(minutes=2)
"""Asking a protective hold is urgent, and its failing is not fatal: the decision goes on without
it."""

TIME_OUT_AGAIN = timedelta(hours=6)
"""When a hold that is over could not be taken back because its agency is away, it is tried
again."""

CHECK_BUDGET = timedelta(seconds=30)
"""Agencies judge measures before liaisons see them. A silent agency does not stop the question: it
judges again when the measure is applied."""

DECISION_WORKING_DAYS = 10
"""The liaisons' table answers within two working weeks (ladder, level 3)."""

URGENT_DECISION_WORKING_DAYS = 3
"""With a critical conflict the answer cannot wait: as for the first talk in Wgs art. 4 paragraph
2."""

REVIEW_WORKING_DAYS = 2
"""What was agreed waits no longer than this for its weighing and for a colleague's look: as the
answer to a beep (ladder, level 1)."""

REMIND_BEFORE_DEADLINE = 0.5
"""The share of the term after which those who have not voted are reminded."""

MEASURE_ATTEMPT = timedelta(seconds=10)
APPLY_BUDGET = timedelta(minutes=15)
"""How long one measure is tried before the whole decision is taken back: people wait for the
outcome, and effective together means that the others' measures must not stand alone for long."""

REVERT_BUDGET = timedelta(days=1)
"""Taking back is tried for a day before a person is called: leaving it half done is worse."""

MEASURE_RETRY = RetryPolicy(
    initial_interval=timedelta(seconds=1), maximum_interval=timedelta(minutes=5)
)

JUDGE_ATTEMPT = timedelta(seconds=10)
JUDGE_RETRY = RetryPolicy(maximum_attempts=2)
"""The law is computed in less than a tenth of a second, and answers the same when asked again."""

JUDGE_AGAIN = timedelta(hours=1)
"""When the law's code gives no answer the plan waits for newer code, at six events an hour."""

LOOK_AGAIN_WHEN_LONG = timedelta(hours=4)
"""While a decision is open a plan cannot go on in a new run. Once its history is long it then looks
again no more often than this on request: twelve looks a day with what the clock does, some 500
events, so that three months of deciding stay within the server's limit."""

SAVE_ATTEMPT = timedelta(seconds=10)
SAVE_RETRY = RetryPolicy(
    initial_interval=timedelta(milliseconds=200), maximum_interval=timedelta(seconds=20)
)
"""Snapshots are saved until they are: the store being away delays a plan, it never loses one."""

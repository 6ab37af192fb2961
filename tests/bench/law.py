"""The law's speed: determinations per second on one core, as ratios to a yardstick of the same run.

The yardstick is the bare sum of zorgtoeslag in exact fractions, without facts, requirements or
explanation. A determination always has its working-out: that is how it is computed. "Explained" is
to say it in words as well. Aims: a warm zorgtoeslag determination with its working-out under 50
microseconds; one household over all regulations under 5 milliseconds. The best round counts: the
others measure who else was at work on the machine.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import time
from collections.abc import Callable
from fractions import Fraction

from hypothesis import HealthCheck, Phase, given, settings
from rich.console import Console
from rich.table import Table

from domain.legislation.catalogue import REGULATIONS
from domain.legislation.determination import (
    Facts,
    Language,
    Outcome,
    Regulation,
    conclusion,
    sentences,
)
from domain.legislation.regulations.toeslagen.zorgtoeslag import (
    REGULATION as ZORGTOESLAG,
)
from domain.legislation.regulations.toeslagen.zorgtoeslag import ZorgtoeslagFacts
from tests.support.any_facts import any_facts

ON = dt.date(2026, 11, 23)
FACTS = ZorgtoeslagFacts(
    born=dt.date(1985, 3, 2),
    insured=True,
    insurance_suspended=False,
    lawful_residence=True,
    lives_in_netherlands=True,
    income=3_100_000,
    assets=0,
    has_partner=False,
)
EXAMPLES = 60


def bare_sum(income: int = 3_100_000) -> Fraction:
    """Wzt 2 for a single person in 2026, and nothing else."""
    above = max(income - 2_973_600, 0)
    norm = Fraction(1912, 100_000) * 2_973_600 + Fraction(1373, 10_000) * above
    return (211_900 - norm) / 12


def seconds_each(work: Callable[[], object], times: int) -> float:
    """How much of a core's time one takes, over a warm run of so many."""
    work()
    begun = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - begun) / times


def facts_of_a_household(asked: Regulation) -> Facts:
    """Facts that are all known and, if such are found, give a right: the most work there is."""
    found: list[Facts] = []

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(any_facts(asked.facts, unknown=False))
    def collect(facts: Facts) -> None:
        found.append(facts)

    collect()
    granted = [each for each in found if asked.determine(each, ON).outcome is Outcome.GRANTED]
    return max(granted or found, key=lambda each: len(asked.determine(each, ON).lines))


def main() -> int:
    """Measure and print; 0 when both aims are met."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=40)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()

    household = {each.id: facts_of_a_household(each) for each in REGULATIONS.values()}

    def explained() -> None:
        found = ZORGTOESLAG.determine(FACTS, ON)
        sentences(found, Language.NL)
        conclusion(found, ZORGTOESLAG, Language.NL)

    def whole_household() -> None:
        for each in REGULATIONS.values():
            each.determine(household[each.id], ON)

    kinds: dict[str, tuple[Callable[[], object], int]] = {
        "bare sum (yardstick)": (bare_sum, 2000),
        "zorgtoeslag with its working-out": (lambda: ZORGTOESLAG.determine(FACTS, ON), 200),
        "zorgtoeslag explained in Dutch": (explained, 50),
        f"a household over {len(REGULATIONS)} regulations": (whole_household, 4),
    }
    rounds: dict[str, list[float]] = {name: [] for name in kinds}
    for _ in range(asked.rounds):
        for name, (work, times) in kinds.items():
            rounds[name].append(seconds_each(work, times))
    best = {name: min(each) for name, each in rounds.items()}
    _print(best, as_json=asked.json)
    _, zorgtoeslag, _, whole = best.values()
    return 0 if zorgtoeslag < 50e-6 and whole < 5e-3 else 1


def _print(best: dict[str, float], *, as_json: bool) -> None:
    yardstick = next(iter(best.values()))
    if as_json:
        told = {
            name: {
                "microseconds": round(each * 1e6, 1),
                "per_second": round(1 / each),
                "ratio": round(each / yardstick, 2),
            }
            for name, each in best.items()
        }
        sys.stdout.write(json.dumps(told, indent=2) + "\n")
        return
    table = Table(title="The law on one core (best of the rounds)")
    for heading in ("", "microseconds", "per second", "x yardstick"):
        table.add_column(heading, justify="left" if not heading else "right")
    for name, each in best.items():
        table.add_row(name, f"{each * 1e6:.1f}", f"{1 / each:,.0f}", f"{each / yardstick:.1f}")
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())

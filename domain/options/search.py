"""The search for options: sets of measures that resolve a bundle, the smallest deviation first.

Nothing is taken on trust: every set is carried out on the picture and held against the detectors
again. Rights come before anything else: what the law already gives needs no deviation. What parties
may be asked for comes next. Only for what is still open then is room used, one step at a time, the
lightest first, and a step that turns out not to be needed is left out. A step that would bring a
conflict that was not there is left out too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from domain.budget import Budget, budget_of
from domain.conflicts import Conflict, ConflictType
from domain.conflicts.catalogue import DETECTORS
from domain.measures import Approach, Measure, MeasureKind, Option, Request
from domain.measures.carrying_out import CarriedOut, carried_out
from domain.options.catalogue import in_order_of_execution, measures_for, requests_for
from domain.picture import Picture

LIGHTEST_FIRST = (
    MeasureKind.HOLD,
    MeasureKind.ARRANGE_INSTALMENTS,
    MeasureKind.OTHER_INCOME_YEAR,
    MeasureKind.TAILOR,
    MeasureKind.GRANT_FROM,
    MeasureKind.REDUCE,
    MeasureKind.NOT_COLLECT,
    MeasureKind.WITHDRAW,
    MeasureKind.REMIT,
)
"""Deviations by how far they go: put off, fitted to the circumstances, given up."""

GIVEN_UP = frozenset({MeasureKind.NOT_COLLECT, MeasureKind.WITHDRAW, MeasureKind.REMIT})
"""What is given up for good is proposed only where it resolves something, or as all room."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is taken together or not at all: one agency's measures of one kind on one ground, or
    what one party is asked."""

    measures: tuple[Measure, ...] = ()
    requests: tuple[Request, ...] = ()

    @property
    def gives_up(self) -> bool:
        """Does a body give something up for good by it?"""
        return any(each.kind in GIVEN_UP for each in self.measures)


@dataclass(frozen=True, slots=True)
class Answers:
    """What may answer one conflict: the rights at once, then steps, the lightest first."""

    conflict: Conflict
    rights: Step
    steps: tuple[Step, ...]


def options_for(
    bundle: Sequence[Conflict],
    everything: Sequence[Conflict],
    picture: Picture,
    today: Budget,
    unused: Sequence[Measure] = (),
) -> tuple[Option, ...]:
    """The options for the conflicts of a bundle: at most three, the smallest deviation first.

    Then rights alone, where that is less, and all room, where that gives the household more.
    `everything` are all conflicts of the picture, so that a new one is known as such; `today` is
    its budget; `unused` are rights that nobody pays yet, which go with every option. Empty when
    nothing lawful can be done.
    """
    answers = tuple(answers_to(conflict, picture) for conflict in bundle)
    search = _Search(tuple(everything), picture)
    rights = (*(each.rights for each in answers), Step(tuple(unused)))
    smallest = _smallest(answers, rights, search)
    room = (*rights, *(step for each in answers for step in each.steps))
    sets = [(Approach.SMALLEST_DEVIATION, smallest)]
    if any(_deviates(step.measures) for step in smallest):
        sets.append((Approach.RIGHTS_ONLY, rights))
    sets.append((Approach.ALL_ROOM, room))
    shown: list[Option] = []
    for approach, steps in sets:
        option = _option(approach, steps, bundle, search, today)
        # the whole catalogue of detectors is run only on what would be shown
        if _is_worth_showing(option, shown) and search.brings_new(steps):
            steps = _without_new_conflicts(steps, search)
            option = _option(approach, steps, bundle, search, today)
        if _is_worth_showing(option, shown):
            shown.append(replace(option, ref=f"o-{len(shown) + 1}"))
    return tuple(shown)


def answers_to(conflict: Conflict, picture: Picture) -> Answers:
    """The lawful measures and the requests that may answer this conflict, as steps.

    A pause is a step of its own also where it is a right: it puts off, and is not needed where the
    conflict is resolved.
    """
    measures = measures_for((conflict,), picture)
    at_once = tuple(each for each in measures if _is_at_once(each))
    used = [each for each in measures if not _is_at_once(each)]
    asked = [Step(requests=(each,)) for each in requests_for((conflict,), picture)]
    steps = sorted(_steps(used), key=lambda step: LIGHTEST_FIRST.index(step.measures[0].kind))
    return Answers(conflict, Step(at_once), (*asked, *steps))


class _Tried:
    """A set of steps as carried out, and what is found then, looked at once per type."""

    def __init__(self, done: CarriedOut) -> None:
        self.done = done
        self._found: dict[ConflictType, tuple[Conflict, ...]] = {}

    def found(self, kind: ConflictType) -> tuple[Conflict, ...]:
        """The conflicts of this type once it is carried out."""
        if kind not in self._found:
            self._found[kind] = DETECTORS[kind].find(self.done.after)
        return self._found[kind]

    def is_open(self, conflict: Conflict) -> bool:
        """Is it still found?"""
        return is_among(conflict, self.found(conflict.type))


class _Search:
    """Carries sets out on one picture and looks what is found then; the same set only once."""

    def __init__(self, everything: tuple[Conflict, ...], picture: Picture) -> None:
        self.everything = everything
        self.picture = picture
        self._tried: dict[frozenset[Measure | Request], _Tried] = {}

    def tried(self, steps: Iterable[Step]) -> _Tried:
        """All that is possible of these steps, carried out today."""
        chosen = tuple(steps)
        measures = in_order_of_execution(each for step in chosen for each in step.measures)
        requests = {each.ref: each for step in chosen for each in step.requests}
        key: frozenset[Measure | Request] = frozenset((*measures, *requests.values()))
        if key not in self._tried:
            asked = tuple(requests.values())
            self._tried[key] = _Tried(
                carried_out(measures, asked, self.picture, self.picture.today)
            )
        return self._tried[key]

    def open_after(
        self, steps: Iterable[Step], conflicts: Iterable[Conflict]
    ) -> tuple[Conflict, ...]:
        """Those of the conflicts that are still found once these steps are carried out."""
        tried = self.tried(steps)
        return tuple(each for each in conflicts if tried.is_open(each))

    def brings_new(self, steps: Iterable[Step]) -> bool:
        """Is a conflict found once these steps are carried out that was not there before?"""
        tried = self.tried(steps)
        return any(
            not is_among(each, self.everything) for kind in DETECTORS for each in tried.found(kind)
        )


def _smallest(
    answers: Sequence[Answers], rights: tuple[Step, ...], search: _Search
) -> tuple[Step, ...]:
    """The rights, with the fewest and lightest steps that resolve what they leave open."""
    open_now = search.open_after(rights, (each.conflict for each in answers))
    taken: list[Step] = []
    for each in answers:
        if each.conflict in open_now and each.steps:
            open_now = search.open_after((*rights, *taken), open_now) if taken else open_now
            if each.conflict in open_now:
                taken.extend(_steps_for(each, (*rights, *taken), search))
    return (*rights, *_needed(taken, rights, answers, search))


def _steps_for(answers: Answers, so_far: tuple[Step, ...], search: _Search) -> tuple[Step, ...]:
    """The one step that resolves it; else all together that do; else what eases it meanwhile."""
    for step in answers.steps:
        if not search.open_after((*so_far, step), (answers.conflict,)):
            return (step,)
    if len(answers.steps) > 1 and not search.open_after(
        (*so_far, *answers.steps), (answers.conflict,)
    ):
        return answers.steps
    return tuple(step for step in answers.steps if not step.gives_up)


def _needed(
    taken: Sequence[Step], rights: tuple[Step, ...], answers: Sequence[Answers], search: _Search
) -> tuple[Step, ...]:
    """The steps without those that nothing depends on any more, the furthest-going tried first."""
    kept = list(dict.fromkeys(taken))
    if len(kept) < 2:
        return tuple(kept)
    conflicts = tuple(each.conflict for each in answers)
    left_open = search.open_after((*rights, *kept), conflicts)
    easing = {step for each in answers if each.conflict in left_open for step in each.steps}
    for step in reversed(kept.copy()):
        without = [each for each in kept if each is not step]
        if step not in easing and search.open_after((*rights, *without), conflicts) == left_open:
            kept = without
    return tuple(kept)


def _option(
    approach: Approach,
    steps: tuple[Step, ...],
    bundle: Sequence[Conflict],
    search: _Search,
    today: Budget,
) -> Option:
    """The option that these steps make; what starts or stops anyhow is not booked on it."""
    tried = search.tried(steps)
    done, left = tried.done, tuple(each for each in bundle if tried.is_open(each))
    after = budget_of(done.after)
    without = budget_of(replace(search.picture, today=done.after.today))
    return Option(
        ref="",
        measures=done.measures,
        net_before_cents=today.net_cents,
        net_after_cents=today.net_cents + after.net_cents - without.net_cents,
        debts_before_cents=today.debts_cents,
        debts_after_cents=today.debts_cents + after.debts_cents - without.debts_cents,
        requests=done.requests,
        resolves=tuple(each.ref for each in bundle if each not in left),
        leaves=tuple(each.ref for each in left),
        approach=_as_it_turned_out(approach, done.measures),
    )


def _as_it_turned_out(approach: Approach, measures: Iterable[Measure]) -> Approach:
    """The smallest deviation may be none at all."""
    is_smallest = approach is Approach.SMALLEST_DEVIATION
    return Approach.RIGHTS_ONLY if is_smallest and not _deviates(measures) else approach


def _deviates(measures: Iterable[Measure]) -> bool:
    return any(each.deviates_from_law for each in measures)


def _without_new_conflicts(steps: tuple[Step, ...], search: _Search) -> tuple[Step, ...]:
    """The steps, without those that would bring a conflict that was not there."""
    kept: tuple[Step, ...] = ()
    for step in _one_by_one(steps):
        if not search.brings_new((*kept, step)):
            kept = (*kept, step)
    return kept


def _one_by_one(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps, with what was taken at once apart: one of the rights may be what brings it."""
    for step in steps:
        for measure in step.measures:
            yield Step((measure,))
        for request in step.requests:
            yield Step(requests=(request,))


def _is_worth_showing(option: Option, shown: Sequence[Option]) -> bool:
    """Does it do something, and something else (all room: something more) than those before it?"""
    acts = (option.measures, option.requests)
    if not any(acts) or any(acts == (each.measures, each.requests) for each in shown):
        return False
    return option.approach is not Approach.ALL_ROOM or _gives_more(option, shown)


def _gives_more(option: Option, than: Iterable[Option]) -> bool:
    """Has the household more by it than by any of the others, or is more asked of parties?"""
    return all(
        not set(option.requests).issubset(each.requests)
        or option.net_after_cents > each.net_after_cents
        or option.debts_after_cents < each.debts_after_cents
        or len(option.resolves) > len(each.resolves)
        for each in than
    )


def _steps(measures: Iterable[Measure]) -> Iterator[Step]:
    together: dict[tuple[str, ...], list[Measure]] = {}
    for each in measures:
        of = (each.agency, each.department or "", each.kind, str(each.provision))
        together.setdefault(of, []).append(each)
    for group in together.values():
        yield Step(tuple(group))


def _is_at_once(measure: Measure) -> bool:
    return not measure.deviates_from_law and measure.kind not in LIGHTEST_FIRST[:1]


def is_among(conflict: Conflict, found: Iterable[Conflict]) -> bool:
    """Is it found still, be it on fewer or newer records?"""
    records = frozenset(conflict.records)
    return any(
        each.type is conflict.type
        and (each.bodies == conflict.bodies or not records.isdisjoint(each.records))
        for each in found
    )

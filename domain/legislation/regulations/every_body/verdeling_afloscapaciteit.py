"""Verdeling van de afloscapaciteit: what each creditor has of the room above the protected amount.

Higher ranks go first; creditors of one rank share in proportion to their claims (BW 3:277 lid 1,
3:281 lid 2). What a creditor already takes at the source comes out of the same room and counts as
paid to that creditor. Shares are in whole cents: the cents left go to the largest remainders, the
first in the list at a tie. The law does not say who gets them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from domain.legislation.calendar import month_of
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Article,
    Cents,
    Determination,
    Facts,
    Figure,
    Period,
    Regulation,
    Relation,
    Text,
    Unit,
    Unknown,
    Working,
    abouts,
    plain,
)
from domain.legislation.regulations.every_body._creditor_rank import Rank
from domain.legislation.regulations.every_body._proportion import in_proportion

_A_MONTH = Unit.EUROCENT_PER_MONTH

_IN_PROPORTION = Article(Act.BW, "3:277", "1")
_IN_ORDER = Article(Act.BW, "3:281", "2")
_ONE_COLLECTS = Article(Act.RV, "478", "1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """One debt that shares in the room."""

    rank: Annotated[
        Rank | Unknown,
        About(
            "rang van de vordering",
            "rank of the claim",
            words={rank: rank.about.words for rank in Rank},
        ),
    ] = UNKNOWN
    outstanding: Annotated[
        Cents, About("openstaande vordering", "outstanding claim", Unit.EUROCENT, at_least=0)
    ] = UNKNOWN
    taken_at_source: Annotated[
        Cents,
        About(
            "al aan de bron ingehouden of verrekend",
            "already withheld or set off at the source",
            _A_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdelingFacts(Facts):
    """The room of one debtor in a month, and the debts that share in it."""

    room: Annotated[
        Cents,
        About(
            "ruimte boven de beslagvrije voet",
            "room above the protected amount",
            _A_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    debts: Annotated[tuple[Debt, ...] | Unknown, About("vorderingen", "claims")] = UNKNOWN


class _Claim(NamedTuple):
    position: int
    place: int
    left: Figure
    taken: Figure


def determine(facts: VerdelingFacts, on: dt.date) -> Determination:
    """Per debt what is paid on it in the month of this day, in euro cents."""
    working = Working(ID, facts, on)
    room = working.fact("room")
    working.require_compared(
        Text("er is ruimte", "there is room"),
        room,
        Relation.MORE,
        plain(0, _A_MONTH),
        _IN_PROPORTION,
    )
    debts = working.listed("debts", facts.debts)
    if isinstance(debts, Unknown):
        return working.undetermined()
    working.require_compared(
        Text("er zijn vorderingen", "there are claims"),
        plain(len(debts), Unit.COUNT),
        Relation.MORE,
        plain(0, Unit.COUNT),
        _IN_PROPORTION,
    )
    claims = [_read(working, index, debt) for index, debt in enumerate(debts)]
    known = [claim for claim in claims if claim is not None]
    if len(known) < len(claims) or isinstance(room.value, Unknown) or not known:
        return working.undetermined()
    _share_out(working, room, known)
    return working.conclude(Period(*month_of(on)))


def _read(working: Working, index: int, debt: Debt) -> _Claim | None:
    """None when something that the sharing needs is not known."""
    name, about = f"debts[{index}]", abouts(Debt)
    words = None if isinstance(debt.rank, Unknown) else debt.rank.about.words
    rank = working.given_choice(f"{name}.rank", about["rank"].label, debt.rank, words)
    claim = working.given(
        f"{name}.outstanding", about["outstanding"].label, debt.outstanding, Unit.EUROCENT
    )
    taken = working.given(
        f"{name}.taken_at_source", about["taken_at_source"].label, debt.taken_at_source, _A_MONTH
    )
    if Unknown in {type(rank), type(claim.value), type(taken.value)}:
        return None
    assert isinstance(rank, Rank)
    left = working.not_below_zero(
        Text("rest van de vordering", "rest of the claim"),
        working.subtract(
            Text("vordering min wat al is ingehouden", "claim less what is withheld"),
            working.multiply(
                Text("vordering, naar de maand", "claim, in the month"),
                claim,
                1,
                _IN_PROPORTION,
                _A_MONTH,
            ),
            taken,
            by=_IN_PROPORTION,
        ),
        _IN_PROPORTION,
    )
    return _Claim(index, rank.place, left, taken)


def _share_out(working: Working, room: Figure, claims: Sequence[_Claim]) -> None:
    working.note(
        Text(
            "de oudste beslaglegger int voor allen, tenzij Rv 478 lid 2 een ander aanwijst",
            "the oldest seizing creditor collects for all, unless Rv 478 lid 2 names another",
        ),
        _ONE_COLLECTS,
    )
    left = _less(working, room, [claim.taken for claim in claims])
    paid: dict[int, Figure] = {}
    for rank in Rank:
        of_rank = [claim for claim in claims if claim.place == rank.place]
        if of_rank:
            shares = _shares(working, left, of_rank, rank)
            paid.update(zip((claim.position for claim in of_rank), shares, strict=True))
            left = _less(working, left, shares)
    ordered = [paid[index] for index in sorted(paid)]
    working.result("per_month", _PAID, working.add(_PAID, *ordered, by=_IN_PROPORTION))
    for index, share in enumerate(ordered):
        label = Text(f"betaling op vordering {index + 1}", f"payment on claim {index + 1}")
        working.result(f"debts[{index}]", label, share)
    working.result("left_over", _LEFT, left)


def _less(working: Working, room: Figure, taken: Sequence[Figure]) -> Figure:
    rest = working.subtract(_LEFT, room, *taken, by=_IN_PROPORTION)
    return working.not_below_zero(_LEFT, rest, _IN_PROPORTION)


def _shares(
    working: Working, room: Figure, claims: Sequence[_Claim], rank: Rank
) -> Sequence[Figure]:
    """What each claim of one rank gets of the room that is left, in whole cents."""
    total_label = Text("vorderingen van deze rang samen", "claims of this rank together")
    total = working.add(total_label, *(claim.left for claim in claims), by=rank.about.by)
    for_rank = working.least(
        Text("te verdelen over deze rang", "to be shared by this rank"), room, total, by=_IN_ORDER
    )
    if total.value == 0:
        return [claim.left for claim in claims]
    return in_proportion(working, for_rank, [claim.left for claim in claims], total, _IN_PROPORTION)


ID = "verdeling_afloscapaciteit"

_PAID = Text("verdeeld over de vorderingen", "shared out over the claims")
_LEFT = Text("ruimte die overblijft", "room that is left")

REGULATION = Regulation(
    id=ID,
    title=Text("Verdeling van de afloscapaciteit", "Sharing out the room to repay"),
    summary=Text(
        "Wat ieder van de schuldeisers krijgt uit de ruimte boven de beslagvrije voet.",
        "What each of the creditors gets out of the room above the protected amount.",
    ),
    articles=(
        _IN_PROPORTION,
        _IN_ORDER,
        _ONE_COLLECTS,
        *dict.fromkeys(rank.about.by for rank in Rank if rank is not Rank.CONCURRENT),
    ),
    facts=VerdelingFacts,
    determine=determine,
    parameters=(),
    granted=Text("De ruimte wordt verdeeld", "The room is shared out"),
    refused=Text("Er is niets te verdelen", "There is nothing to share out"),
    known_from=dt.date(2024, 1, 1),
)

"""An amount shared out in proportion, in whole cents that add up to it.

The cents left after rounding down go to the largest remainders, the first in the list at a tie. No
law says who gets them.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from domain.legislation.determination import (
    Article,
    Figure,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    plain,
)


def in_proportion(
    working: Working, whole: Figure, parts: Sequence[Figure], total: Figure, by: Article
) -> list[Figure]:
    """What each part gets of `whole`, whole cents; `total` is the sum of the parts, not zero."""
    exact = [_share(working, whole, part, total, by) for part in parts]
    gets_a_cent = _largest_remainders([each.value for each in exact], whole.value)
    shares = []
    for index, each in enumerate(exact):
        share = working.rounded(_WHOLE_CENTS, each, Rounding.DOWN_TO_CENT, None)
        if index in gets_a_cent:
            share = working.add(_WITH_REMAINDER, share, plain(1, whole.unit))
        shares.append(share)
    return shares


def _share(working: Working, whole: Figure, part: Figure, total: Figure, by: Article) -> Figure:
    label = Text("aandeel in het geheel", "share in the whole")
    share = working.divide(label, part, total, by, Unit.RATIO)
    return working.multiply(Text("deel naar evenredigheid", "part in proportion"), whole, share, by)


def _largest_remainders(
    exact: Sequence[int | Fraction | Unknown], whole: int | Fraction | Unknown
) -> frozenset[int]:
    known = [Fraction(each) for each in exact if not isinstance(each, Unknown)]
    if len(known) < len(exact) or isinstance(whole, Unknown):
        return frozenset()
    cents_left = int(whole) - sum(int(each // 1) for each in known)
    by_remainder = sorted(range(len(known)), key=lambda index: -(known[index] % 1))
    return frozenset(by_remainder[:cents_left])


_WHOLE_CENTS = Text("deel in hele centen", "part in whole cents")
_WITH_REMAINDER = Text("met een cent van het restant", "with a cent of what remains")

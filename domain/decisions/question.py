"""The question of an escalation, in one sentence: who is asked to solve what, and what it costs."""

from __future__ import annotations

from collections.abc import Sequence

from domain.bundles import Bundle
from domain.conflicts import Conflict, HarmUrgency
from domain.conflicts.catalogue import DETECTORS
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body

_MOST_URGENT_FIRST = tuple(HarmUrgency)


def question_of(bundle: Bundle, conflicts: Sequence[Conflict], picture: Picture) -> Text:
    """One sentence, without names: the most urgent conflict leads, the others are counted.

    `conflicts` are those of the bundle, at least one. Harms of several conflicts are not added up.
    """
    lead, *others = sorted(conflicts, key=_weight)
    asks = _asks(bundle, picture)
    what, cost = DETECTORS[lead.type].summary, _cost(lead)
    more = _more(len(others))
    return Text(
        f"{asks.nl}: {_inside(what.nl)}{cost.nl}{more.nl}?",
        f"{asks.en}: {_inside(what.en)}{cost.en}{more.en}?",
    )


def _asks(bundle: Bundle, picture: Picture) -> Text:
    who = texts.bodies((Body(agency=each) for each in bundle.agencies), picture)
    match len(bundle.agencies):
        case 0:
            return Text("Wie kan dit oplossen", "Who can solve this")
        case 1:
            return Text(f"Wil {who.nl} dit oplossen", f"Will {who.en} solve this")
        case _:
            return Text(f"Willen {who.nl} samen dit oplossen", f"Will {who.en} together solve this")


def _weight(conflict: Conflict) -> tuple[int, int, str]:
    harm = conflict.monthly_harm_cents or conflict.one_off_harm_cents or 0
    return _MOST_URGENT_FIRST.index(conflict.urgency), -harm, conflict.ref


def _cost(conflict: Conflict) -> Text:
    if conflict.monthly_harm_cents is not None:
        amount = texts.amount(conflict.monthly_harm_cents)
        return Text(f" ({amount.nl} per maand)", f" ({amount.en} a month)")
    if conflict.one_off_harm_cents is not None:
        amount = texts.amount(conflict.one_off_harm_cents)
        return Text(f" ({amount.nl} ineens)", f" ({amount.en} at once)")
    return Text("", "")


def _more(others: int) -> Text:
    if not others:
        return Text("", "")
    if others == 1:
        return Text(
            ", met de botsing die daarmee samenhangt", ", with the conflict that goes with it"
        )
    return Text(
        f", met de {others} botsingen die daarmee samenhangen",
        f", with the {others} conflicts that go with it",
    )


def _inside(sentence: str) -> str:
    """Without its capital, as it stands inside a sentence; a name in capitals keeps them."""
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]

"""Bestuurlijke boete: the fine for a breach of the duty to inform (Boetebesluit 2-2aa).

100, 75, 50 or 25% of what was paid too much by culpability, half as much more on a repeat; without
intent or gross negligence never over the share that belongs to the third fine category, and never
over what the law sets as a maximum. It is fitted to the ability to pay (lid 8): payable out of the
room above the protected amount within 24, 18, 12 or 6 months, as the Centrale Raad van Beroep
holds. Whether a warning does, and whether urgent reasons are there, the body decides.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Answer,
    CarriedOutBy,
    Cents,
    Determination,
    Facts,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    all_of,
    any_of,
    not_,
)
from domain.legislation.regulations.every_body import _fine
from domain.legislation.regulations.every_body._fine import (
    CULPABILITIES,
    FINE_LAWS,
    Culpability,
    FineLaw,
)
from domain.vocabulary import Agency


@dataclass(frozen=True, slots=True, kw_only=True)
class BestuurlijkeBoeteFacts(Facts):
    """One breach of the duty to inform, as the body established it."""

    law: Annotated[FineLaw | Unknown, About("wet", "law", words=FINE_LAWS)] = UNKNOWN
    duty_broken: Annotated[
        YesNo,
        About("de inlichtingenplicht is geschonden", "the duty to inform was broken"),
    ] = UNKNOWN
    culpability: Annotated[
        Culpability | Unknown,
        About("mate van verwijtbaarheid", "degree of culpability", words=CULPABILITIES),
    ] = UNKNOWN
    overpaid: Annotated[
        Cents,
        About(
            "benadelingsbedrag (bruto)", "amount paid too much (gross)", Unit.EUROCENT, at_least=0
        ),
    ] = UNKNOWN
    repeated: Annotated[
        YesNo,
        About(
            "eerder onherroepelijk bestraft voor hetzelfde, binnen vijf jaar "
            "(tien jaar na gevangenisstraf)",
            "punished for the same before, within five years (ten after imprisonment)",
        ),
    ] = UNKNOWN
    told_in_time: Annotated[
        YesNo,
        About(
            "vertelde het uit zichzelf alsnog binnen 60 dagen",
            "told it without being asked within 60 days",
        ),
    ] = UNKNOWN
    warned_before: Annotated[
        YesNo,
        About("is in de twee jaar vooraf gewaarschuwd", "was warned in the two years before"),
    ] = UNKNOWN
    only_warned: Annotated[
        YesNo,
        About("het bestuursorgaan volstaat met een waarschuwing", "the body only warns"),
    ] = UNKNOWN
    urgent_reasons: Annotated[
        YesNo,
        About(
            "het bestuursorgaan ziet dringende redenen om af te zien",
            "the body finds urgent reasons to leave it",
        ),
    ] = UNKNOWN
    room_per_month: Annotated[
        Cents,
        About(
            "ruimte per maand boven de beslagvrije voet",
            "room a month above the protected amount",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN


def determine(facts: BestuurlijkeBoeteFacts, on: dt.date) -> Determination:
    """The fine in euro cents, with what it would be without regard to the ability to pay."""
    working = Working(ID, facts, on)
    law = working.choice("law", FineLaw)
    culpability = working.choice("culpability", Culpability)
    by = None if isinstance(law, Unknown) else _fine.ARTICLES[law]
    broken = Text("de inlichtingenplicht is geschonden", "the duty to inform was broken")
    working.require(broken, working.answer("duty_broken"), by)
    blamed = Text("het is verwijtbaar", "it is culpable")
    working.require(blamed, _is_blamed(culpability), _fine.BLAME)
    urgent = Text("geen dringende redenen om af te zien", "no urgent reasons to leave it")
    working.require(urgent, not_(working.answer("urgent_reasons")), by)
    if culpability is Culpability.NONE:
        return working.conclude()
    _require_more_than_a_warning(working)
    if by is None or isinstance(culpability, Unknown):
        return working.undetermined()
    full = _fine.fine(working, culpability, by)
    fitted = _fine.fitted_to_ability_to_pay(working, culpability, full)
    working.result("amount", _FINE, working.rounded(_FINE, fitted, Rounding.TO_CENT, None))
    unfitted = working.rounded(_FULL, full, Rounding.TO_CENT, None)
    working.result("before_ability_to_pay", _FULL, unfitted)
    return working.conclude()


def _is_blamed(culpability: Culpability | Unknown) -> Answer:
    if isinstance(culpability, Unknown):
        return Answer.UNKNOWN
    return Answer.NO if culpability is Culpability.NONE else Answer.YES


def _require_more_than_a_warning(working: Working) -> None:
    """A warning can do for a small amount or for who told it in time, not twice in two years."""
    only_warned = working.answer("only_warned")
    if only_warned is Answer.NO:
        return
    small = working.compare(
        Text("geen of een gering benadelingsbedrag", "little or nothing was overpaid"),
        working.fact("overpaid"),
        Relation.AT_MOST,
        working.parameter(_fine.WARNING_UP_TO),
        _fine.WARNING,
    )
    ground = any_of(small, working.answer("told_in_time"))
    may_warn = all_of(ground, not_(working.answer("warned_before")))
    label = Text("een waarschuwing volstaat niet", "a warning does not do")
    working.require(label, not_(all_of(only_warned, may_warn)), _fine.WARNING)


ID = "bestuurlijke_boete"

_FINE = Text("boete", "fine")
_FULL = Text("boete zonder de draagkracht", "fine without the ability to pay")

REGULATION = Regulation(
    id=ID,
    title=Text("Bestuurlijke boete", "Administrative fine"),
    summary=Text(
        "Boete voor schending van de inlichtingenplicht, naar verwijtbaarheid en draagkracht.",
        "Fine for a breach of the duty to inform, by culpability and ability to pay.",
    ),
    articles=(*_fine.ARTICLES.values(), *_fine.CITED),
    facts=BestuurlijkeBoeteFacts,
    determine=determine,
    parameters=_fine.PARAMETERS,
    granted=Text("Er wordt een bestuurlijke boete opgelegd", "A fine is imposed"),
    refused=Text("Er wordt geen bestuurlijke boete opgelegd", "No fine is imposed"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(
        CarriedOutBy(Agency.UWV),
        CarriedOutBy(Agency.SVB),
        CarriedOutBy(Agency.GEMEENTE),
    ),
)

"""C22: the WGA follow-up benefit leaves less than assistance would, and nothing tops it up.

WIA 62 makes it a share of the minimum wage by class of incapacity, not of the former wage. The
Toeslagenwet lifts a benefit to the social minimum, less the income of a partner (TW 2, 8);
assistance has a test of assets (Pw 34). Which phase of the WIA is paid shows by the provision that
UWV names (WIA 62). A supplement of the Toeslagenwet has no scheme of its own in the records: it is
part of what UWV pays, so it does not work where the income stays below assistance.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.budget.means import applicant_and_partner, means_of
from domain.budget.running import is_in_payment
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.income import income_is_known
from domain.collisions.named_bodies import GEMEENTE, UWV
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import in_order, refs
from domain.conflicts.conflict import HarmUrgency
from domain.conflicts.missed_assistance import missed_assistance
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import DeterminationMade, Entitlement, Provision
from domain.vocabulary import Agency, Law, Scheme

FOLLOW_UP = (Provision(Law.WIA, "62", "1"),)
MINIMUM = (Provision(Law.PW, "11", "1"), Provision(Law.PW, "34"))

_ARTICLE = FOLLOW_UP[0].article


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the follow-up benefits of a household below assistance."""
    rights = tuple(_follow_up(picture))
    if not rights or not income_is_known(picture):
        return ()
    missed = missed_assistance(picture)
    return (_collision(rights, missed),) if missed else ()


def household(collision: Collision, picture: Picture) -> Text:
    """What is missing, and where to ask."""
    missed = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        "Uw WIA-uitkering is een deel van het minimumloon. Daarmee komt u onder het bedrag dat "
        f"een mens minimaal nodig heeft: u mist {missed.nl} per maand. Vraag UWV om een toeslag, "
        "en de gemeente om aanvullende bijstand.",
        "Your WIA benefit is a part of the minimum wage. With it you are below the minimum that a "
        f"person needs: you miss {missed.en} a month. Ask UWV for a supplement, and the "
        "municipality for additional assistance.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The means, and what assistance would add."""
    means = texts.amount(means_of(picture))
    missed = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"Inkomen zonder toeslagen {means.nl}; bijstand zou {missed.nl} per maand aanvullen.",
        f"Income without allowances {means.en}; assistance would add {missed.en} a month.",
    )


def _follow_up(picture: Picture) -> Iterator[Entitlement]:
    for holder, right in picture.of(Entitlement):
        if (
            holder.agency is Agency.UWV
            and right.scheme is Scheme.WIA
            and is_in_payment(right, picture.today)
            and not applicant_and_partner(picture).isdisjoint(right.persons)
            and any(
                named.law is Law.WIA and named.article == _ARTICLE
                for named in _named(right, picture)
            )
        ):
            yield right


def _named(right: Entitlement, picture: Picture) -> tuple[Provision, ...]:
    """The provisions of the right, and of the decision that gave it."""
    held = picture.find(right.determined_by)
    decided = held.record if held else None
    more = decided.legal_basis if isinstance(decided, DeterminationMade) else ()
    return (*right.legal_basis, *more)


def _collision(rights: tuple[Entitlement, ...], missed: int) -> Collision:
    return Collision(
        code=CollisionCode.C22,
        bodies=in_order((UWV, GEMEENTE)),
        records=refs(rights),
        harmed_by=refs(rights),
        provisions=(*FOLLOW_UP, *MINIMUM),
        monthly_harm_cents=missed,
        urgency=HarmUrgency.CRITICAL,
    )


RULE = CollisionRule(
    code=CollisionCode.C22,
    name=Text(
        "WGA-vervolguitkering onder sociaal minimum",
        "WGA follow-up benefit below minimum",
    ),
    one=Side(
        Text(
            "De vervolguitkering is een deel van het minimumloon, naar de mate van "
            "arbeidsongeschiktheid.",
            "The follow-up benefit is a share of the minimum wage, by the degree of incapacity.",
        ),
        FOLLOW_UP,
    ),
    other=Side(
        Text(
            "Toeslagenwet 2 en 8 kijken naar het inkomen van de partner, de bijstand ook naar "
            "vermogen.",
            "Toeslagenwet 2 and 8 look at the partner's income, assistance at assets as well.",
        ),
        MINIMUM,
    ),
    trigger=Text(
        "UWV betaalt een WGA-vervolguitkering (WIA 62) en het inkomen blijft onder de bijstand.",
        "UWV pays a WGA follow-up benefit (WIA 62) and the income stays below assistance.",
    ),
    room=Text(
        "In de WIA geen; individualiseren in de bijstand (Pw 18 lid 1).",
        "None in the WIA; individualising in assistance (Pw 18(1)).",
    ),
    deciders=Text("het college", "the college"),
    together=Text(
        "Toeslag van UWV aanvragen, aanvullende bijstand, en nagaan of de IOAW past.",
        "Apply for UWV's supplement, additional assistance, and see whether the IOAW fits.",
    ),
    source="MinBZK/regelrecht-corpus: WIA (60-62), Toeslagenwet 2026-07-01 (2, 8), Pw 34",
    verified=True,
    find=find,
    household=household,
    computation=computation,
)

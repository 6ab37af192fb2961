"""When the UWV may give up further recovery: after years of paying, or of not being able to.

Five years, ten when the duty to inform was broken, three for who paid while the income stayed
within the protected amount; at once for who pays half of what is left in one go (WW 36 lid 3-5 and
the same words in the other laws). The UWV may, it need not.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from domain.legislation.calendar import birthday
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Answer,
    Article,
    CarriedOutBy,
    Day,
    Determination,
    Facts,
    Regulation,
    Relation,
    Text,
    Unknown,
    Working,
    YesNo,
)
from domain.legislation.regulations.uwv._recovery import (
    ARTICLES,
    LAWS,
    RecoveryArticles,
    UwvLaw,
)
from domain.vocabulary import Agency

_YEARS = 5
_YEARS_AFTER_A_BREACH = 10
_YEARS_ON_A_LOW_INCOME = 3


class Payments(StrEnum):
    """How the debt was paid since recovery began."""

    PAID_IN_FULL = "paid_in_full"
    ARREARS_MADE_GOOD = "arrears_made_good"
    NEVER_PAID_NOR_LIKELY_TO = "never_paid_nor_likely_to"
    HALF_OF_THE_REST_AT_ONCE = "half_of_the_rest_at_once"
    OTHERWISE = "otherwise"


_PAYMENTS = {
    Payments.PAID_IN_FULL: Text("steeds volledig betaald", "always paid in full"),
    Payments.ARREARS_MADE_GOOD: Text(
        "achterstand met rente en kosten alsnog betaald",
        "arrears made good with interest and costs",
    ),
    Payments.NEVER_PAID_NOR_LIKELY_TO: Text(
        "niets betaald en dat is ook niet te verwachten", "nothing paid, nor likely to be"
    ),
    Payments.HALF_OF_THE_REST_AT_ONCE: Text(
        "ten minste de helft van de restsom ineens", "at least half of the rest at once"
    ),
    Payments.OTHERWISE: Text("anders", "otherwise"),
}
_PAYING = frozenset({Payments.PAID_IN_FULL, Payments.ARREARS_MADE_GOOD})


@dataclass(frozen=True, slots=True, kw_only=True)
class AfzienUwvFacts(Facts):
    """One debt to the UWV that is being recovered."""

    law: Annotated[UwvLaw | Unknown, About("wet", "law", words=LAWS)] = UNKNOWN
    payments: Annotated[
        Payments | Unknown, About("wijze van betalen", "way of paying", words=_PAYMENTS)
    ] = UNKNOWN
    recovered_since: Annotated[
        Day,
        About("begin van de betalingsverplichting", "begin of the duty to pay"),
    ] = UNKNOWN
    duty_to_inform_broken: Annotated[
        YesNo,
        About(
            "de schuld komt door schending van de inlichtingenplicht",
            "the debt comes from a breach of the duty to inform",
        ),
    ] = UNKNOWN
    income_within_protected_amount: Annotated[
        YesNo,
        About(
            "het inkomen bleef gemiddeld binnen de beslagvrije voet",
            "the income on average stayed within the protected amount",
        ),
    ] = UNKNOWN


def determine(facts: AfzienUwvFacts, on: dt.date) -> Determination:
    """Whether the UWV may give up further recovery on this day, and from which day on."""
    working = Working(ID, facts, on)
    law = working.choice("law", UwvLaw)
    payments = working.choice("payments", Payments)
    if isinstance(law, Unknown) or isinstance(payments, Unknown):
        return working.undetermined()
    articles = ARTICLES[law]
    ground = Text("een van de gronden om af te zien", "one of the grounds to give it up")
    one_of_them = Answer.NO if payments is Payments.OTHERWISE else Answer.YES
    working.require(ground, one_of_them, articles.given_up)
    if payments is Payments.OTHERWISE:
        return working.conclude()
    if payments is Payments.HALF_OF_THE_REST_AT_ONCE:
        working.finding("from", _FROM, on)
        return working.conclude()
    term = _years(working, payments, articles)
    since = working.day("recovered_since")
    if term is None:
        _require_the_shortest_term(working, payments, since, articles)
        return working.undetermined()
    years, by = term
    how = Text(f"{years} jaar na het begin", f"{years} years after the begin")
    possible = working.dated(_FROM, birthday(since, years), how, by)
    over = Text("de termijn is voorbij", "the term is over")
    working.require_days(over, possible, Relation.AT_MOST, on, by)
    working.finding("from", _FROM, possible)
    return working.conclude()


def _require_the_shortest_term(
    working: Working, payments: Payments, since: Day, articles: RecoveryArticles
) -> None:
    """Before the shortest term is over it is a no, whichever term holds."""
    paying = payments in _PAYING
    years = _YEARS_ON_A_LOW_INCOME if paying else _YEARS
    by = articles.three_years if paying else articles.given_up
    shortest = Text("de kortste termijn is voorbij", "the shortest term is over")
    over = working.compare_days(shortest, birthday(since, years), Relation.AT_MOST, working.on, by)
    if over is Answer.NO:
        working.require(shortest, over, by)


def _years(
    working: Working, payments: Payments, articles: RecoveryArticles
) -> tuple[int, Article] | None:
    match working.answer("duty_to_inform_broken"):
        case Answer.YES:
            return _YEARS_AFTER_A_BREACH, articles.ten_years
        case Answer.UNKNOWN:
            return None
        case Answer.NO:
            if payments not in _PAYING:
                return _YEARS, articles.given_up
    match working.answer("income_within_protected_amount"):
        case Answer.YES:
            return _YEARS_ON_A_LOW_INCOME, articles.three_years
        case Answer.NO:
            return _YEARS, articles.given_up
        case Answer.UNKNOWN:
            return None


ID = "afzien_van_verdere_terugvordering_uwv"

_FROM = Text("mogelijk vanaf", "possible from")

REGULATION = Regulation(
    id=ID,
    title=Text(
        "Afzien van verdere terugvordering door het UWV", "Giving up further recovery by the UWV"
    ),
    summary=Text(
        "Na jaren betalen, of niet kunnen betalen, mag het UWV de rest laten.",
        "After years of paying, or of not being able to, the UWV may leave the rest.",
    ),
    articles=tuple(
        article
        for each in ARTICLES.values()
        for article in (each.given_up, each.ten_years, each.three_years)
    ),
    facts=AfzienUwvFacts,
    determine=determine,
    parameters=(),
    granted=Text(
        "Het UWV mag van verdere terugvordering afzien", "The UWV may give up further recovery"
    ),
    refused=Text(
        "Het UWV mag nog niet van verdere terugvordering afzien",
        "The UWV may not yet give up further recovery",
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.UWV),),
)

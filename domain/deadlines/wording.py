"""The Dutch words in deadlines: numbers, threatened acts, and which law sets which term."""

from __future__ import annotations

import datetime as dt

from domain.records import Application, Provision, ThreatenedAct
from domain.vocabulary import Law, ThreatenedActKind

_NUMBERS = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"),
    *("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien"),
)

ACTS = {
    ThreatenedActKind.COURT_HEARING: ("Zitting bij de rechter ({})", "schulden"),
    ThreatenedActKind.EVICTION: ("Ontruiming", ""),
    ThreatenedActKind.END_OF_BENEFIT: ("Stop {}", "uitkering"),
    ThreatenedActKind.END_OF_INSURANCE: ("Einde zorgverzekering", ""),
    ThreatenedActKind.REPORT_TO_CAK: ("Melding bij het CAK", ""),
    ThreatenedActKind.RIGHT_LAPSES: ("Laatste dag om op te komen ({})", "recht vervalt"),
}
"""What will happen, with room for the scheme it is about, and what to say when that is unknown."""

THREATS = {
    ThreatenedActKind.COURT_HEARING: "dreigende ontruiming",
    ThreatenedActKind.EVICTION: "dreigende ontruiming",
    ThreatenedActKind.END_OF_INSURANCE: "dreigend einde zorgverzekering",
}
"""The threatening situations of Wgs 4 lid 2, as far as a record can show them."""


def number(count: int) -> str:
    """A number in words up to sixteen, in digits above."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def weeks_between(start: dt.date, due: dt.date) -> int | None:
    """The whole weeks of a term, or None when it is not made of whole weeks."""
    weeks, rest = divmod((due - start).days, 7)
    return weeks if weeks > 0 and rest == 0 else None


def term_rule(application: Application, start: dt.date, due: dt.date) -> str:
    """The provision that sets the term to decide, with its length: "Awb 4:13: acht weken"."""
    weeks = weeks_between(start, due)
    length = f"{number(weeks)} weken" if weeks else "termijn volgens de organisatie"
    return f"{_term_provision(application)}: {length}"


def cited(act: ThreatenedAct) -> str:
    """The provisions an announced act relies on, or that it was only announced."""
    names = ", ".join(law_name(provision) for provision in act.legal_basis)
    return f"{names}: aankondiging" if names else "aankondiging"


def law_name(provision: Provision) -> str:
    """A provision; only the law when all of it is meant (article "-")."""
    return provision.law.value if provision.article == "-" else str(provision)


def _term_provision(application: Application) -> str:
    general = Provision(Law.AWB, "4:13")
    if general in application.legal_basis or not application.legal_basis:
        return str(general)
    return law_name(application.legal_basis[0])

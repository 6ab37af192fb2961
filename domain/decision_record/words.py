"""The plain words (B1) of a record: what an agency is called, and what each act is."""

from __future__ import annotations

from domain.legislation.text import Text
from domain.measures import MeasureKind
from domain.vocabulary import Agency, Department

_AGENCIES = {
    Agency.BELASTINGDIENST: Text("de Belastingdienst", "the tax authority"),
    Agency.UWV: Text("UWV", "UWV"),
    Agency.SVB: Text("de SVB", "the SVB"),
    Agency.DUO: Text("DUO", "DUO"),
    Agency.CAK: Text("het CAK", "the CAK"),
    Agency.GEMEENTE: Text("de gemeente", "the municipality"),
}

_OWN_NAME = {
    Department.TOESLAGEN: Text("Dienst Toeslagen", "Dienst Toeslagen (allowances)"),
}

ACTS = {
    MeasureKind.HOLD: Text("wacht met het innen", "waits with collecting"),
    MeasureKind.REDUCE: Text("maakt een schuld lager", "makes a debt lower"),
    MeasureKind.END_REGIME: Text("stopt met een strengere regeling", "ends a stricter regime"),
    MeasureKind.ADVANCE: Text("betaalt een voorschot", "pays an advance"),
    MeasureKind.GRANT_FROM: Text(
        "geeft een uitkering of toeslag vanaf een eerdere dag",
        "grants a benefit from an earlier day",
    ),
    MeasureKind.DECIDE_EARLIER: Text("beslist eerder", "decides earlier"),
    MeasureKind.CONFIRM: Text("bevestigt iets op papier", "confirms something in writing"),
    MeasureKind.REMIT: Text("scheldt een schuld kwijt", "remits a debt"),
    MeasureKind.CORRECT: Text("verbetert een verkeerd gegeven", "corrects a wrong fact"),
    MeasureKind.REVISE: Text("kijkt opnieuw naar een besluit", "decides anew"),
    MeasureKind.APPLY_EXCEPTION: Text(
        "past een uitzondering van de wet toe", "applies an exception of the law"
    ),
    MeasureKind.TAILOR: Text(
        "past de uitkering aan uw situatie aan", "fits the benefit to your situation"
    ),
    MeasureKind.GRANT: Text("geeft waar u recht op hebt", "grants what you have a right to"),
    MeasureKind.RESTORE: Text("laat een recht weer doorgaan", "restores a right"),
    MeasureKind.OTHER_INCOME_YEAR: Text(
        "rekent met uw inkomen van nu", "reckons with your present income"
    ),
    MeasureKind.CHANGE_PAYEE: Text("betaalt aan de juiste persoon", "pays to the right person"),
    MeasureKind.REGISTER_ADDRESS: Text("schrijft een adres in", "registers an address"),
    MeasureKind.NOT_COLLECT: Text("int een schuld niet", "does not collect a debt"),
    MeasureKind.WITHDRAW: Text("trekt een besluit in", "withdraws a decision"),
    MeasureKind.ACCEPT_OBJECTION: Text(
        "behandelt een bezwaar dat te laat was", "takes an objection that was late"
    ),
    MeasureKind.RECOGNISE_OBJECTION: Text(
        "behandelt een brief als bezwaar", "takes a letter as an objection"
    ),
    MeasureKind.ARRANGE_INSTALMENTS: Text(
        "spreekt af dat u in delen betaalt", "agrees that you pay in parts"
    ),
    MeasureKind.PLAN: Text("maakt een plan voor de schulden", "makes a plan for the debts"),
    MeasureKind.MORATORIUM: Text(
        "vraagt de rechter om uitstel voor de schulden", "asks the court for a moratorium"
    ),
    MeasureKind.RECOMPUTE: Text(
        "rekent opnieuw uit wat u mag houden", "computes anew what you may keep"
    ),
    MeasureKind.REFUND: Text(
        "geeft terug wat te veel is ingehouden", "gives back what was taken too much"
    ),
    MeasureKind.COORDINATE: Text("voegt beslagen samen", "joins attachments together"),
}

NATURE = Text(
    "Dit document is zelf geen besluit in de zin van de wet (Awb 1:3). Het legt vast wat de"
    " instanties samen hebben afgesproken. Elke instantie neemt daarna haar eigen besluit. Alleen"
    " tegen die eigen besluiten kunt u bezwaar maken; ze staan hieronder.",
    "This document is not itself a decision in the sense of the law (Awb 1:3). It records what the"
    " agencies agreed together. Each agency then takes its own decision. An objection can be made"
    " against those decisions only; they are named below.",
)


def agency(which: Agency, department: Department | None = None) -> Text:
    """An agency as people call it, inside a sentence; a department where people know that name."""
    return (_OWN_NAME.get(department) if department else None) or _AGENCIES[which]

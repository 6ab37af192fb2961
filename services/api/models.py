"""What goes over the line: Dutch names in camelCase; codes are the words of the case file
format."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, ConfigDict, JsonValue
from pydantic.alias_generators import to_camel


class Message(BaseModel):
    """Base: camelCase outside, closed to what is not known."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid")


class PlanRegel(Message):
    """One plan in the work list."""

    plan_id: str
    gemeente: str
    bereik: str
    administratie: str
    fase: str
    fase_tekst: str
    uitkomst: str | None
    urgentie: str
    gaten: int
    aantal_conflicten: int
    eerstvolgende_termijn: dt.date | None
    beoordeeld: bool
    gestart: dt.datetime
    gewijzigd: dt.datetime
    trace_id: str | None


class PlanLijst(Message):
    """The work list."""

    plannen: list[PlanRegel]


class Persoon(Message):
    """A member of the household; the name only for who may see it."""

    lid: str
    rol: str
    naam: str | None


class VolgensWet(Message):
    """What the law says one record should be, next to what the ledger holds."""

    record: str
    regeling: str | None
    uitkomst: str
    grootheid: str
    in_dossier_centen: int | None
    volgens_wet_centen: int | None
    verschil_centen: int | None
    ontbreekt: list[str]
    conclusie: str
    uitleg: list[str]
    nagegaan: bool


class Positie(Message):
    """What one agency holds, as records of the case file format, and what its law says of them."""

    instantie: str
    peildatum: dt.date
    records: list[JsonValue]
    volgens_wet: list[VolgensWet]


class Gat(Message):
    """An agency whose position is not known."""

    instantie: str
    reden: str
    sinds: dt.datetime


class Begrotingsregel(Message):
    """One amount per month, and the record that it comes from."""

    soort: str
    record: str
    bedrag_per_maand_centen: int


class Begroting(Message):
    """A month, in euro cents."""

    inkomsten_centen: int
    uitgaven_centen: int
    netto_centen: int
    schulden_centen: int
    regels: list[Begrotingsregel]


class Begrotingen(Message):
    """The month at the first assessment, now, and when every measure carried out has its effect."""

    voor: Begroting | None
    nu: Begroting | None
    na: Begroting | None
    na_per: dt.date | None


class BotsingUit(Message):
    """One collision of provisions, from the list of forty, with its explanation in plain Dutch."""

    botsing_id: str
    naam: str
    instanties: list[str]
    afdelingen: list[str]
    partijen: list[str]
    records: list[str]
    bepalingen: list[str]
    schade_per_maand_centen: int | None
    schade_eenmalig_centen: int | None
    urgentie: str
    uitleg: str


class ConflictUit(Message):
    """One conflict, with its explanation in plain Dutch, and the collisions with the same harm."""

    conflict_id: str
    type: str
    instanties: list[str]
    afdelingen: list[str]
    partijen: list[str]
    records: list[str]
    bepalingen: list[str]
    schade_per_maand_centen: int | None
    schade_eenmalig_centen: int | None
    urgentie: str
    uitleg: str
    botsingen: list[BotsingUit]


class MaatregelUit(Message):
    """One act of one agency. What only concerns another agency's ledger is not shown to a
    liaison."""

    maatregel_id: str
    instantie: str
    afdeling: str | None
    soort: str
    bepaling: str
    wijkt_af: bool
    op: list[str] | None
    bedrag_centen: int | None
    vanaf: dt.date | None
    tot: dt.date | None
    omschrijving: str


class VerzoekUit(Message):
    """What a party is asked to do; `via` is the agency that asks it, when one must."""

    verzoek_id: str
    partij: str
    via: str | None
    soort: str
    bepaling: str
    bedrag_centen: int | None
    tot: dt.date | None
    omschrijving: str


class OptieUit(Message):
    """A set of measures, with what it does to the month and to the debts.

    `lost_op` and `laat_open` are ids of conflicts; a liaison does not see the requests to parties.
    """

    optie_id: str
    aanpak: str
    aanpak_tekst: str
    maatregelen: list[MaatregelUit]
    verzoeken: list[VerzoekUit]
    lost_op: list[str]
    laat_open: list[str]
    netto_voor_centen: int
    netto_na_centen: int
    schulden_voor_centen: int
    schulden_na_centen: int


class StemUit(Message):
    """A counted vote: who, on which ground, with which reasons."""

    stem_id: str
    instantie: str
    liaison: str
    mandaat: str | None
    soort: str
    optie_id: str
    motivering: str
    grondslag: list[str]
    op: dt.datetime


class Beschikking(Message):
    """The decision by which an agency carried a measure out, in its own words."""

    nummer: str
    genomen_op: dt.date
    besluit: str
    grondslag: str
    bedrag_centen: int | None
    effect_per_maand_centen: int
    effect_op_schuld_centen: int
    vanaf: dt.date | None
    tot_en_met: dt.date | None
    bezwaar_tot_en_met: dt.date | None
    bezwaarclausule: str
    teruggedraaid: bool


class Ontvangstbewijs(Message):
    """An agency's own proof that a measure was carried out (or taken back).

    The decision itself only for who may see what it decides.
    """

    nummer: str
    instantie: str
    maatregel_id: str
    besloten_op: dt.date
    gewijzigd: list[str]
    teruggedraaid: bool
    beschikking: Beschikking | None = None


class Knelpunt(Message):
    """Why a measure was not possible, in the agency's words."""

    maatregel_id: str
    instantie: str
    melding: str


class Teruggedraaid(Message):
    """A measure of a decision that failed: what came of taking it back."""

    maatregel_id: str
    instantie: str
    gelukt: bool
    melding: str | None


class BesluitRegel(Message):
    """One decision in a list."""

    besluit_id: str
    plan_id: str
    gemeente: str
    staat: str
    staat_tekst: str
    instanties: list[str]
    geopend: dt.datetime
    uiterlijk: dt.datetime


class BesluitLijst(Message):
    """Decisions in the actor's sight."""

    besluiten: list[BesluitRegel]


class BesluitUit(BesluitRegel):
    """One decision as it stands."""

    herinnerd: dt.datetime | None
    gesloten: dt.datetime | None
    vraag: list[ConflictUit]
    opties: list[OptieUit]
    gekozen_optie: str | None
    stemmen: list[StemUit]
    ontvangstbewijzen: list[Ontvangstbewijs]
    teruggedraaid: list[Teruggedraaid]
    knelpunten: list[Knelpunt]


class TimeOutUit(Message):
    """A protective hold that was asked at once."""

    maatregel: MaatregelUit
    ontvangstbewijs: Ontvangstbewijs | None
    geweigerd: str | None


class Termijn(Message):
    """What must happen by when, by whom, on which ground."""

    wat: str
    begin: dt.date | None
    uiterlijk: dt.date
    regel: str
    wie: str


class PlanUit(PlanRegel):
    """One plan on one page."""

    peildatum: dt.date | None
    huishouden: list[Persoon]
    posities: list[Positie]
    gaten_nu: list[Gat]
    begroting: Begrotingen
    conflicten: list[ConflictUit]
    botsingen: list[BotsingUit]
    besluiten: list[BesluitUit]
    time_outs: list[TimeOutUit]
    termijnen: list[Termijn]
    volgende_herziening: dt.datetime | None


class StemOntvangen(Message):
    """The answer to a counted vote."""

    besluit_id: str
    stem_id: str
    staat: str


class SpanUit(Message):
    """One step in a trace."""

    span_id: str
    ouder_id: str | None
    trace_id: str
    naam: str
    dienst: str
    begin_ns: int
    einde_ns: int
    mislukt: bool
    kenmerken: dict[str, str | int | float | bool]


class TraceUit(Message):
    """A trace of a plan, and the later traces that link to it."""

    trace_id: str
    plan_id: str
    spans: list[SpanUit]
    latere_spans: list[SpanUit]


class Onderdeel(Message):
    """A part of the installation, and whether it answers."""

    naam: str
    bereikbaar: bool


class StatusUit(Message):
    """What runs where."""

    status: str
    versie: str
    ontwikkeling: bool
    api_url: str
    temporal_ui_url: str | None
    temporal_namespace: str
    instanties: dict[str, str]
    onderdelen: list[Onderdeel]

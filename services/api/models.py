"""What goes over the line: Dutch names in camelCase; codes are the words of the case file
format."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field, JsonValue
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
    voorwaarden: list[str] = Field(default_factory=list)
    ronde: int = 1


class WijzigingUit(Message):
    """What a counter-proposal does to one measure; the amount only for whom it concerns."""

    maatregel_id: str
    weglaten: bool
    bedrag_centen: int | None
    vanaf: dt.date | None
    tot: dt.date | None


class TegenvoorstelUit(Message):
    """A counter-proposal: who changed which option, and the option and round that it became."""

    tegenvoorstel_id: str
    instantie: str
    liaison: str
    op_optie: str
    optie_id: str
    ronde: int
    wijzigingen: list[WijzigingUit]
    motivering: str
    op: dt.datetime


class WegingUit(Message):
    """The balance of interests: why this deviation is proportionate (Awb 3:4, 4:84)."""

    door: str
    doel_van_de_regel: str
    gevolg_voor_huishouden: str
    alternatieven: str
    derden: str
    bijzondere_omstandigheden: str
    legitimiteit: str
    betrokkenheid: str
    rendement: str
    schade_per_maand_centen: int | None
    dagen_tot_schade: int | None


class ToetsUit(Message):
    """A colleague's opinion before the decision takes effect (collegiale toets)."""

    instantie: str
    beoordelaar: str
    mandaat: str | None
    oordeel: str
    motivering: str
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


class PrecedentUit(Message):
    """An earlier decision on the same provisions, without its household.

    `gelijkenis` runs from 0 to 1; `maand` is when it closed. What differs is named by type of
    conflict and by provision.
    """

    gelijkenis: float
    maand: dt.date | None
    staat: str
    besloten: list[str]
    afwijkend: list[str]
    zelfde_bepalingen: list[str]
    alleen_hier: list[str]
    alleen_daar: list[str]
    bepalingen_alleen_hier: list[str]
    bepalingen_alleen_daar: list[str]


class BesluitUit(BesluitRegel):
    """One decision as it stands.

    `besloten` is what is carried out: the chosen option without the measures of who dissents
    (`afwijkend`). `toets_uiterlijk`: by when weighing and review must be there.
    """

    herinnerd: dt.datetime | None
    gesloten: dt.datetime | None
    vraag: list[ConflictUit]
    opties: list[OptieUit]
    gekozen_optie: str | None
    stemmen: list[StemUit]
    ontvangstbewijzen: list[Ontvangstbewijs]
    teruggedraaid: list[Teruggedraaid]
    knelpunten: list[Knelpunt]
    ronde: int = 1
    tegenvoorstellen: list[TegenvoorstelUit] = Field(default_factory=list)
    besloten: OptieUit | None = None
    afwijkend: list[str] = Field(default_factory=list)
    weging: WegingUit | None = None
    toetsen: list[ToetsUit] = Field(default_factory=list)
    toets_uiterlijk: dt.datetime | None = None
    steekproef: bool = False
    vraag_zin: str = ""
    precedenten: list[PrecedentUit] = Field(default_factory=list)


class GepauzeerdUit(Message):
    """What a pause does to one claim: set-off, interest, and until when the body may claim.

    `verjaart_niet_voor`: limitation cannot be over before this day; None when it is not known.
    """

    vordering: str
    tot_en_met: dt.date
    verrekening_stopt: bool
    rente: str
    dagen_langer_invorderbaar: int
    verjaart_niet_voor: dt.date | None


class TimeOutUit(Message):
    """A protective hold that was asked at once, with what it does besides pausing."""

    maatregel: MaatregelUit
    ontvangstbewijs: Ontvangstbewijs | None
    geweigerd: str | None
    gepauzeerd: list[GepauzeerdUit] = Field(default_factory=list)


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


class TegenvoorstelGedaan(Message):
    """The answer to a counter-proposal: the new option, and the round that now runs."""

    besluit_id: str
    optie_id: str


class BesluitStaat(Message):
    """Where a decision stands after a weighing or a review."""

    besluit_id: str
    staat: str
    staat_tekst: str


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


class Breuk(Message):
    """The first place in a chain of records that is not as it was written."""

    plaats: int
    besluit_id: str
    versie: int
    soort: str


class KetenUit(Message):
    """What came of checking a municipality's chain of decision records."""

    gemeente: str
    aantal: int
    gewist: int
    laatste_hash: str
    breuk: Breuk | None

"""The words in which plans and decisions are told to people: one table per kind of state (Dutch,
B1)."""

from __future__ import annotations

from domain.budget.months import EventKind
from domain.conflicts import ConflictType, HarmUrgency
from domain.decisions import DecisionState, Opinion, VoteKind, VoteRefusal
from domain.explanations import day, euros
from domain.measures import Approach, Measure, MeasureKind, Request
from domain.plan import PlanOutcome, PlanPhase
from domain.position import GapReason, Quantity
from domain.vocabulary import Agency, Department, Urgency

AGENCIES: dict[Agency, str] = {
    Agency.BELASTINGDIENST: "Belastingdienst",
    Agency.UWV: "UWV",
    Agency.SVB: "SVB",
    Agency.DUO: "DUO",
    Agency.CAK: "CAK",
    Agency.GEMEENTE: "Gemeente",
}

DEPARTMENTS: dict[Department, str] = {
    Department.TOESLAGEN: "Dienst Toeslagen",
    Department.BELASTINGEN: "Belastingen",
    Department.WERK_EN_INKOMEN: "Werk en Inkomen",
    Department.SCHULDHULPVERLENING: "Schuldhulpverlening",
    Department.BURGERZAKEN: "Burgerzaken",
    Department.WMO: "Wmo",
}

QUANTITIES: dict[Quantity, str] = {
    Quantity.AMOUNT_MONTHLY: "per maand",
    Quantity.OUTSTANDING: "in totaal",
    Quantity.PROTECTED_AMOUNT: "vrij te laten per maand",
}

PHASES: dict[PlanPhase, str] = {
    PlanPhase.INTAKE: "Aangemeld",
    PlanPhase.GATHERING: "Instanties worden gevraagd",
    PlanPhase.ASSESSED: "Beoordeeld",
    PlanPhase.PROTECTING: "Bescherming wordt gevraagd",
    PlanPhase.DECIDING: "Wacht op besluit",
    PlanPhase.APPLYING: "Besluit wordt uitgevoerd",
    PlanPhase.FOLLOWING: "Wordt gevolgd",
    PlanPhase.CLOSED: "Gesloten",
}

OUTCOMES: dict[PlanOutcome, str] = {
    PlanOutcome.STANDARD_ROUTE: "Gewone weg: niets botst",
    PlanOutcome.STABLE: "Stabiel",
    PlanOutcome.UNDECIDED: "Niet alles is besloten",
    PlanOutcome.WITHDRAWN: "Ingetrokken",
    PlanOutcome.ASSESSED_ONLY: "Alleen beoordeeld",
}

URGENCIES: dict[Urgency, str] = {
    Urgency.THREATENING: "Bedreigend",
    Urgency.URGENT: "Spoed",
    Urgency.REGULAR: "Gewoon",
}

HARM: dict[HarmUrgency, str] = {
    HarmUrgency.CRITICAL: "Nu ingrijpen",
    HarmUrgency.HIGH: "Binnen enkele maanden",
    HarmUrgency.NORMAL: "Later",
}

GAPS: dict[GapReason, str] = {
    GapReason.NO_ANSWER: "antwoordt nog niet",
    GapReason.REFUSED: "wil niet antwoorden",
    GapReason.INVALID_ANSWER: "gaf een antwoord dat niet te lezen is",
}

CONFLICTS: dict[ConflictType, str] = {
    ConflictType.STAPELING_ONDER_MINIMUM: "Te veel inhoudingen tegelijk",
    ConflictType.UITSTEL_VS_VERREKENING: "De een wacht, de ander houdt in",
    ConflictType.KWIJTSCHELDING_UITGESLOTEN: "Kwijtschelden mag niet van de wet",
    ConflictType.WACHT_OP_ELKAAR: "Instanties wachten op elkaar",
    ConflictType.TERMIJN_BOTSING: "De hulp komt later dan de dreiging",
    ConflictType.KRINGVERWIJZING: "Iedereen verwijst naar een ander",
    ConflictType.GEGEVEN_WERKT_DOOR: "Een onzeker gegeven wordt overgenomen",
    ConflictType.REGISTRATIEFOUT_WERKT_DOOR: "Een fout in een register werkt door",
    ConflictType.SIGNAAL_WERKT_DOOR: "Een signaal dat dit niet kan dragen",
    ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT: "Het eigen onderzoek klopt niet met de stukken",
    ConflictType.KETENWEIGERING: "Geweigerd vanwege het besluit van een ander",
    ConflictType.DUBBEL_BESLAG: "Twee beslagen op hetzelfde inkomen",
    ConflictType.BESLAG_ONDER_VRIJE_VOET: "Er is te veel in beslag genomen",
    ConflictType.DUBBEL_GETROFFEN: "Twee keer gekort om hetzelfde geld",
    ConflictType.DUBBELE_HEFFING: "Twee keer betalen voor hetzelfde",
    ConflictType.EIGEN_FOUT_OVERHEID: "De fout lag bij de overheid",
    ConflictType.BEZWAARTERMIJN_VERLOPEN: "Bezwaar kon niet op tijd",
    ConflictType.BEZWAAR_NIET_HERKEND: "Een bezwaar is niet herkend",
    ConflictType.VERPLICHTING_ONMOGELIJK: "Gestraft voor wat niet kon",
    ConflictType.DREMPEL_NADERT: "Nog één stap voor een zware maatregel",
    ConflictType.PARTNERBEGRIP_VERSCHIL: "Voor de een partners, voor de ander niet",
    ConflictType.HOOFDVERBLIJF_VERSCHIL: "Verschil van mening over het adres",
    ConflictType.UITZONDERING_NIET_TOEGEPAST: "Een verplichte uitzondering is vergeten",
    ConflictType.TERUGWERKENDE_KRACHT_BEPERKT: "Herstel gaat niet ver genoeg terug",
    ConflictType.GEEN_ADRES_KRING: "Zonder adres valt alles weg",
    ConflictType.BESCHERMING_HALVEERT: "Zonder adres is er minder beschermd",
    ConflictType.VERHOGING_STAPELT: "Verhogingen die niemand kon tegenhouden",
    ConflictType.MIDDEL_VRIJGELATEN_MAAR_GETELD: "Vrijgelaten geld telt toch mee",
    ConflictType.NIET_GEBRUIK: "Een recht blijft liggen",
    ConflictType.GELD_NAAR_VERKEERDE_OUDER: "Kindgeld gaat naar de verkeerde ouder",
    ConflictType.PRIVACY_VS_MAATWERK: "Een geheim adres is in gevaar",
    ConflictType.HOOFDELIJK_VOOR_SCHULD_EX: "Betalen voor de schuld van een ex",
}

EVENTS: dict[EventKind, str] = {
    EventKind.RIGHT_BEGINS: "een recht begint",
    EventKind.RIGHT_ENDS: "een recht eindigt",
    EventKind.WITHHOLDING_BEGINS: "een inhouding begint",
    EventKind.WITHHOLDING_ENDS: "een inhouding eindigt",
    EventKind.TAKEN_ONCE: "er wordt eenmalig iets genomen",
    EventKind.DEBT_PAID: "een schuld is afbetaald",
    EventKind.CONTRIBUTION_BEGINS: "een premie begint",
    EventKind.CONTRIBUTION_ENDS: "een premie eindigt",
    EventKind.EXPENSE_BEGINS: "een uitgave begint",
    EventKind.HOLD_ENDS: "een pauze loopt af",
    EventKind.THREAT: "een dreigende maatregel",
    EventKind.BIRTHDAY: "een verjaardag die iets verandert",
}

DECISIONS: dict[DecisionState, str] = {
    DecisionState.CHECKING: "Wordt getoetst",
    DecisionState.OPEN: "Open: liaisons beslissen",
    DecisionState.AGREED: "Akkoord",
    DecisionState.WEIGHING: "Akkoord: wacht op de afweging",
    DecisionState.IN_REVIEW: "Akkoord: een collega kijkt mee",
    DecisionState.APPLYING: "Wordt uitgevoerd",
    DecisionState.CARRIED_OUT: "Uitgevoerd",
    DecisionState.OBJECTED: "Een instantie is niet akkoord",
    DecisionState.LAPSED: "Termijn is voorbij",
    DecisionState.NOT_POSSIBLE: "Niet mogelijk",
    DecisionState.COMPENSATED: "Niet gelukt, alles is teruggedraaid",
    DecisionState.NEEDS_PERSON: "Een mens moet ingrijpen",
}

VOTES: dict[VoteKind, str] = {
    VoteKind.AGREE: "Akkoord",
    VoteKind.AGREE_ON_CONDITIONS: "Alleen akkoord als er iets verandert",
    VoteKind.OBJECT: "Niet akkoord",
    VoteKind.ASK: "Eerst een vraag",
    VoteKind.RECUSE: "Deze liaison stapt opzij, een collega stemt",
    VoteKind.NOT_INVOLVED: "Hoeft hier niets te doen",
}

VOTE_HELP: dict[VoteKind, str] = {
    VoteKind.AGREE: "Uw instantie doet wat het voorstel vraagt.",
    VoteKind.AGREE_ON_CONDITIONS: "Schrijf hieronder op wat er moet veranderen. Uw stem telt mee "
    "als een tegenvoorstel met die verandering wordt aangenomen.",
    VoteKind.OBJECT: "De anderen kunnen soms verder zonder uw instantie. Uw bezwaar wordt bewaard.",
    VoteKind.ASK: "U hebt eerst een antwoord nodig. Schrijf uw vraag op bij de uitleg.",
    VoteKind.RECUSE: "Bijvoorbeeld omdat u het gezin kent. U stemt dan niet meer in dit besluit.",
    VoteKind.NOT_INVOLVED: "Dit kan alleen als het voorstel niets van uw instantie vraagt.",
}
"""What each answer means, beside the form."""

VOTED: dict[VoteKind, str] = {
    VoteKind.AGREE: "U bent akkoord.",
    VoteKind.AGREE_ON_CONDITIONS: "U bent akkoord als er iets verandert. Doe daarvoor een "
    "tegenvoorstel, of wacht op dat van een ander.",
    VoteKind.OBJECT: "U bent niet akkoord. Uw reden blijft bij het besluit bewaard.",
    VoteKind.ASK: "Uw vraag staat bij het besluit. Stem opnieuw als u het antwoord hebt.",
    VoteKind.RECUSE: "U bent opzij gestapt. Vraag een collega met een mandaat om te stemmen.",
    VoteKind.NOT_INVOLVED: "Uw instantie hoeft hier niets te doen. De anderen gaan door.",
}
"""What is said back to a liaison whose vote was counted."""

OPINIONS: dict[Opinion, str] = {
    Opinion.SOUND: "Dit besluit klopt",
    Opinion.NOT_SOUND: "Dit besluit klopt nog niet",
}

WEIGHING_FIELDS: dict[str, str] = {
    "aim_of_the_rule": "Doel van de regel",
    "effect_on_household": "Gevolg voor het huishouden",
    "alternatives": "Andere oplossingen",
    "third_parties": "Anderen die dit raakt",
    "special_circumstances": "Bijzondere omstandigheden",
    "legitimacy": "Mag dit",
    "involvement": "Helpt dit het huishouden verder",
    "return_on_effort": "Wat levert dit op",
}

WEIGHING_HELP: dict[str, str] = {
    "aim_of_the_rule": "Waarvoor is de regel bedoeld waarvan u afwijkt?",
    "effect_on_household": "Wat doet de regel nu met dit huishouden?",
    "alternatives": "Wat kan nog meer? Waarom helpt dat minder goed?",
    "third_parties": "Heeft een ander nadeel hiervan, zoals een verhuurder of andere schuldeiser?",
    "special_circumstances": "Wat is hier anders dan bij de meeste mensen? (Awb 4:84)",
    "legitimacy": "Welke ruimte geeft de wet hiervoor? (legitimiteit)",
    "involvement": "Wat doet het huishouden zelf? Wat wil het? (betrokkenheid)",
    "return_on_effort": "Wat kost het, en wat voorkomt het? (rendement)",
}
"""The question that each field of a weighing answers."""

REFUSALS: dict[VoteRefusal, str] = {
    VoteRefusal.DECISION_CLOSED: "Over dit besluit kan niet meer worden gestemd.",
    VoteRefusal.VOTE_ID_REUSED: "Onder dit kenmerk is al een andere stem uitgebracht.",
    VoteRefusal.NOT_OWN_AGENCY: "U kunt alleen voor uw eigen instantie stemmen.",
    VoteRefusal.AGENCY_NOT_INVOLVED: "Uw instantie hoeft hier niets te beslissen.",
    VoteRefusal.UNKNOWN_OPTION: "Dit voorstel bestaat niet.",
    VoteRefusal.NO_MANDATE: "U hebt vandaag geen mandaat (Awb 10:3).",
    VoteRefusal.MANDATE_NOT_VALID_TODAY: "Uw mandaat geldt vandaag niet (Awb 10:3).",
    VoteRefusal.MANDATE_LACKS_PROVISION: "Uw mandaat geldt niet voor alle bepalingen.",
    VoteRefusal.MANDATE_LACKS_AMOUNT: "Uw mandaat geldt niet voor dit bedrag.",
    VoteRefusal.MOTIVE_MISSING: "Schrijf op waarom: ten minste 20 tekens (Awb 3:46).",
    VoteRefusal.LEGAL_BASIS_MISSING: "Noem de bepalingen waarop u zich baseert (Awb 3:46).",
    VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION: (
        "Noem elke bepaling waarop uw instantie moet handelen. Noem alleen bepalingen waarop uw "
        "instantie zich mag baseren."
    ),
    VoteRefusal.PROVISION_UNKNOWN: "Een bepaling die u noemt, bestaat niet. Kijk het nummer na.",
    VoteRefusal.PROVISION_FORBIDS: (
        "Een bepaling die u noemt, verbiedt dit juist. Noem de bepaling die het wel toestaat."
    ),
    VoteRefusal.OWN_PROPOSAL: (
        "U deed dit voorstel zelf. Een collega van uw instantie moet hierover stemmen."
    ),
    VoteRefusal.RECUSED: "U bent opzij gestapt. Een collega stemt in uw plaats.",
    VoteRefusal.ASKED_TO_ACT: (
        "Dit voorstel vraagt iets van uw instantie. U kunt niet zeggen dat u niets hoeft te doen."
    ),
    VoteRefusal.CONDITIONS_MISSING: (
        "Schrijf op wat er moet veranderen. Dat hoort alleen bij 'alleen akkoord als'."
    ),
    VoteRefusal.EARLIER_ROUND: (
        "Er is een nieuw voorstel gekomen. Bekijk de voorstellen en stem opnieuw."
    ),
}

MEASURES: dict[MeasureKind, str] = {
    MeasureKind.HOLD: "Pauze",
    MeasureKind.REDUCE: "Schuld verlagen",
    MeasureKind.END_REGIME: "Regeling beëindigen",
    MeasureKind.ADVANCE: "Voorschot betalen",
    MeasureKind.GRANT_FROM: "Recht toekennen",
    MeasureKind.DECIDE_EARLIER: "Eerder beslissen",
    MeasureKind.CONFIRM: "Bevestigen",
    MeasureKind.REMIT: "Kwijtschelden",
    MeasureKind.CORRECT: "Gegeven verbeteren",
    MeasureKind.REVISE: "Besluit herzien",
    MeasureKind.APPLY_EXCEPTION: "Uitzondering toepassen",
    MeasureKind.TAILOR: "Uitkering afstemmen",
    MeasureKind.GRANT: "Toekennen",
    MeasureKind.RESTORE: "Recht herstellen",
    MeasureKind.OTHER_INCOME_YEAR: "Rekenen met het inkomen van nu",
    MeasureKind.CHANGE_PAYEE: "Aan de juiste persoon betalen",
    MeasureKind.REGISTER_ADDRESS: "Adres inschrijven",
    MeasureKind.NOT_COLLECT: "Niet innen",
    MeasureKind.WITHDRAW: "Besluit intrekken",
    MeasureKind.ACCEPT_OBJECTION: "Bezwaar in behandeling nemen",
    MeasureKind.RECOGNISE_OBJECTION: "Brief als bezwaar behandelen",
    MeasureKind.ARRANGE_INSTALMENTS: "Betalingsregeling",
    MeasureKind.PLAN: "Plan voor de schulden",
    MeasureKind.MORATORIUM: "Moratorium vragen",
    MeasureKind.RECOMPUTE: "Beschermd bedrag opnieuw berekenen",
    MeasureKind.REFUND: "Te veel genomen geld teruggeven",
    MeasureKind.COORDINATE: "Beslagen samenvoegen",
}


APPROACHES: dict[Approach, str] = {
    Approach.SMALLEST_DEVIATION: "De kleinste afwijking die helpt",
    Approach.RIGHTS_ONLY: "Alleen wat de wet al geeft",
    Approach.ALL_ROOM: "Alle ruimte die de wet laat",
}


def agency_name(agency: Agency, department: Department | None = None) -> str:
    """An agency with its department, when that says more."""
    name = AGENCIES[agency]
    return name if department is None else f"{name} ({DEPARTMENTS[department]})"


UNTIL: dict[MeasureKind, str] = {
    MeasureKind.HOLD: "tot en met",
    MeasureKind.END_REGIME: "per",
    MeasureKind.DECIDE_EARLIER: "uiterlijk op",
    MeasureKind.CONFIRM: "uiterlijk op",
}
"""How the last day of a measure is told; others run until a day."""


def measure_text(measure: Measure | Request, *, with_amount: bool = True) -> str:
    """What the body would do, in one line: the act, the amount and the dates that matter."""
    parts = [MEASURES[measure.kind]]
    if with_amount and measure.amount_cents is not None:
        parts.append(euros(measure.amount_cents))
    if measure.from_date is not None:
        parts.append(f"vanaf {day(measure.from_date)}")
    if measure.until is not None:
        parts.append(f"{UNTIL.get(measure.kind, 'tot')} {day(measure.until)}")
    return ", ".join(parts)

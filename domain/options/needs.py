"""Who may decide on a measure, which room the law gives for it, and what it needs."""

from __future__ import annotations

from domain.legislation.powers import power_for
from domain.legislation.room import Room, room_for
from domain.legislation.text import Text
from domain.measures import Measure, MeasureKind, Request

RIGHT = Text(
    "Dit is een recht: de wet schrijft het voor of geeft de bevoegdheid zonder afwijking.",
    "This is a right: the law prescribes it, or gives the power without a deviation.",
)

_NEEDS: dict[MeasureKind, tuple[Text, ...]] = {
    MeasureKind.HOLD: (
        Text(
            "Een einddatum, en dat ook verrekening stopt (Awb 4:94 lid 3, 4:93 lid 5).",
            "A last day, and that set-off stops too (Awb 4:94(3), 4:93(5)).",
        ),
    ),
    MeasureKind.REDUCE: (
        Text("Een weging van de gevolgen (Awb 3:4).", "A weighing of the effects (Awb 3:4)."),
        Text(
            "De oorzaak van het te veel betaalde, met bewijs.",
            "What caused the overpayment, with evidence.",
        ),
    ),
    MeasureKind.REMIT: (
        Text("Een weging van de gevolgen (Awb 3:4).", "A weighing of the effects (Awb 3:4)."),
    ),
    MeasureKind.END_REGIME: (
        Text(
            "Een schriftelijke overeenkomst over de premieschuld: schuldhulp of stabilisatie.",
            "A written agreement about the premium debt: debt counselling or stabilisation.",
        ),
    ),
    MeasureKind.ADVANCE: (Text("Een ingediende aanvraag.", "An application that was made."),),
    MeasureKind.GRANT_FROM: (
        Text(
            "Inkomen, vermogen en woonsituatie, vastgesteld.",
            "Income, means and living situation, established.",
        ),
    ),
    MeasureKind.CORRECT: (
        Text("Het bewijs van het juiste gegeven.", "Evidence of the right fact."),
    ),
    MeasureKind.REVISE: (
        Text("Het bewijs van het juiste gegeven.", "Evidence of the right fact."),
    ),
    MeasureKind.APPLY_EXCEPTION: (
        Text(
            "Dat aan de voorwaarden van de uitzondering is voldaan.",
            "That the conditions of the exception are met.",
        ),
    ),
    MeasureKind.TAILOR: (
        Text(
            "Waarom de norm hier niet past, en een einddatum of herzieningsdag.",
            "Why the norm does not fit here, and a last day or a day of review.",
        ),
    ),
    MeasureKind.OTHER_INCOME_YEAR: (
        Text(
            "Een aanvraag met het inkomen van nu; de daling moet groot genoeg zijn.",
            "An application with the income of now; the fall must be large enough.",
        ),
    ),
    MeasureKind.REGISTER_ADDRESS: (
        Text(
            "Een adres waar post aankomt, met instemming van wie er woont.",
            "An address where post arrives, with consent of who lives there.",
        ),
    ),
    MeasureKind.ACCEPT_OBJECTION: (
        Text(
            "Een bezwaarschrift; de gronden mogen later (Awb 6:6).",
            "A notice of objection; its grounds may follow (Awb 6:6).",
        ),
    ),
    MeasureKind.RECOGNISE_OBJECTION: (
        Text(
            "De brief, met de dag van ontvangst (Awb 6:14).",
            "The letter, with the day of receipt (Awb 6:14).",
        ),
    ),
    MeasureKind.ARRANGE_INSTALMENTS: (
        Text(
            "De berekening van wat het huishouden kan missen.",
            "The computation of what the household can spare.",
        ),
    ),
    MeasureKind.MORATORIUM: (
        Text(
            "Een verzoek aan de rechtbank, met een lopend schuldhulptraject.",
            "A request to the court, with debt counselling under way.",
        ),
    ),
    MeasureKind.RECOMPUTE: (
        Text(
            "De gegevens over inkomen en woonsituatie van nu.",
            "The facts on income and living situation of now.",
        ),
    ),
    MeasureKind.REFUND: (
        Text(
            "Het bankafschrift van voor het beslag.",
            "The bank statement of before the attachment.",
        ),
    ),
}


def needs_of(act: Measure | Request) -> tuple[Text, ...]:
    """What must be there before this can be decided, beside the decision itself."""
    return _NEEDS.get(act.kind, ())


def room_of_measure(measure: Measure) -> Room | None:
    """The room that this measure uses; None for a right."""
    if not measure.deviates_from_law:
        return None
    return room_for(
        measure.agency, measure.kind, measure.provision, measure.department
    ) or room_for(measure.agency, measure.kind, measure.provision)


def power_words(measure: Measure) -> str | None:
    """What the power behind it says, in Dutch; None when there is none."""
    power = power_for(measure)
    return None if power is None else power.summary_nl

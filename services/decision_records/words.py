"""The Dutch words of a record's codes; a code that is not known here is told as it is."""

from __future__ import annotations

from domain.decision_record import words
from domain.legislation.text import Language
from domain.vocabulary import Agency, Department

FACTS = {
    "income_year": "Inkomen per jaar",
    "income_month": "Inkomen per maand",
    "assets": "Vermogen",
    "birth_date": "Geboortedatum",
    "partner": "Partner",
    "main_residence": "Hoofdverblijf",
    "registered_address": "Adres in de BRP",
    "postal_address": "Briefadres",
    "insured_in": "Land van verzekering",
    "spouse_without_right": "Partner zonder recht",
    "cost_sharers": "Kostendelers",
    "weeks_worked": "Gewerkte weken",
    "weeks_abroad": "Weken in het buitenland",
    "enrolled_until": "Ingeschreven tot",
    "unable_to_act": "Kon zelf niet handelen",
    "reachable": "Bereikbaar",
    "needs_intensive_care": "Heeft intensieve zorg nodig",
    "keeps_own_home": "Houdt eigen woning aan",
}

STANDINGS = {"established": "staat vast", "disputed": "hierover is verschil van mening"}

VOTES = {
    "agree": "Akkoord",
    "agree_on_conditions": "Akkoord, als",
    "object": "Niet akkoord",
    "ask": "Vraag",
    "recuse": "Doet zelf niet mee",
    "not_involved": "Niet betrokken",
}

OPINIONS = {"sound": "In orde", "not_sound": "Niet in orde"}

FOLLOW_UPS = {
    "act_begins": "Dit gaat in",
    "act_ends": "Dit loopt af",
    "objection_closes": "Laatste dag voor bezwaar",
}

WEIGHING = {
    "aim_of_the_rule": "Doel van de regel",
    "effect_on_household": "Gevolg voor het huishouden",
    "alternatives": "Andere wegen",
    "third_parties": "Anderen",
    "special_circumstances": "Bijzondere omstandigheden",
    "legitimacy": "Legitimiteit: mag het?",
    "involvement": "Betrokkenheid: wat doet het huishouden zelf?",
    "return_on_effort": "Rendement: wat levert het op?",
}


def agency_name(code: str, department: str | None = None) -> str:
    """An agency at the start of a line, by its department where people know that better."""
    if code not in tuple(Agency):
        return code
    known = Department(department) if department in tuple(Department) else None
    told = words.agency(Agency(code), known).in_language(Language.NL)
    return f"{told[:1].upper()}{told[1:]}"

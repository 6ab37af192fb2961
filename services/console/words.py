"""Dutch words for the typed words of records, as far as the console shows them."""

from __future__ import annotations

from enum import StrEnum

from domain import vocabulary as v
from domain.deadlines import Owner
from domain.explanations import body_name, sentence
from domain.picture import Picture
from services.plans.dutch import agency_name

WORDS: dict[type[StrEnum], dict[str, str]] = {
    v.ApplicationStatus: {
        "open": "in behandeling",
        "not_opened": "gevraagd, maar niet in behandeling genomen",
        "decided": "besloten",
        "withdrawn": "ingetrokken",
    },
    v.EntitlementStatus: {
        "in_payment": "wordt betaald",
        "suspended": "opgeschort",
        "ended": "beëindigd",
        "refused": "geweigerd",
        "eligible": "recht op, nog niet aangevraagd",
    },
    v.Outcome: {
        "granted": "toegekend",
        "granted_lower": "lager toegekend",
        "refused": "afgewezen",
        "ended": "beëindigd",
        "suspended": "opgeschort",
        "reclaimed": "teruggevorderd",
        "assessed": "vastgesteld",
        "imposed": "opgelegd",
    },
    v.ClaimKind: {
        "overpayment": "te veel ontvangen",
        "tax_assessment": "aanslag",
        "fine": "boete",
        "loan": "lening",
        "premium_arrears": "premieachterstand",
        "rent_arrears": "huurachterstand",
        "energy_arrears": "energieschuld",
        "purchase": "aankoop",
        "maintenance_arrears": "achterstand alimentatie",
    },
    v.ClaimStatus: {
        "announced": "aangekondigd",
        "open": "open",
        "in_collection": "wordt ingevorderd",
    },
    v.RecoveryMethod: {
        "set_off": "verrekening",
        "source_withholding": "inhouding op de uitkering",
        "redirection": "omleiding van toeslag",
        "wage_attachment": "loonbeslag",
        "benefit_attachment": "beslag op uitkering",
        "bank_attachment": "bankbeslag",
        "instalment": "betalingsregeling",
    },
    v.RecoveryStatus: {"running": "loopt", "announced": "aangekondigd", "ended": "gestopt"},
    v.StoppedAct: {
        "dunning": "aanmanen",
        "enforcement": "dwanginvordering",
        "attachment": "beslag",
        "set_off": "verrekenen",
        "interest": "rente",
    },
    v.HoldStatus: {"in_force": "geldt", "asked": "gevraagd", "ended": "voorbij"},
    v.ThreatenedActKind: {
        "court_hearing": "zitting bij de rechter",
        "eviction": "ontruiming",
        "end_of_benefit": "einde van de uitkering",
        "end_of_insurance": "einde van de verzekering",
        "report_to_cak": "melding bij het CAK",
        "right_lapses": "recht vervalt",
    },
    v.DutyKind: {
        "file_return": "aangifte doen",
        "deregister_school": "uitschrijven bij de opleiding",
        "stop_travel_product": "reisproduct stopzetten",
        "report_change": "wijziging doorgeven",
    },
    v.DutyStatus: {"met": "gedaan", "not_met": "niet gedaan", "open": "nog te doen"},
    v.NoticeDirection: {"received": "ontvangen", "sent": "verstuurd"},
    v.NoticeKind: {
        "change_report": "wijziging",
        "letter": "brief",
        "signal": "signaal",
        "decision_letter": "besluit per brief",
        "form_request": "verzoek om formulier",
    },
    v.NoticeStatus: {
        "sent": "verstuurd",
        "not_sent": "nog niet verstuurd",
        "returned": "teruggekomen",
    },
    v.Certainty: {
        "registered": "geregistreerd",
        "declared": "opgegeven",
        "established": "vastgesteld",
        "estimated": "geschat",
        "disputed": "betwist",
    },
    v.FactName: {
        "income_year": "jaarinkomen",
        "income_month": "maandinkomen",
        "assets": "vermogen",
        "birth_date": "geboortedatum",
        "partner": "partner",
        "main_residence": "hoofdverblijf",
        "registered_address": "adres in de BRP",
        "postal_address": "briefadres",
        "insured_in": "verzekerd in",
        "spouse_without_right": "partner zonder recht",
        "cost_sharers": "kostendelers",
        "weeks_worked": "gewerkte weken",
        "weeks_abroad": "weken in het buitenland",
        "enrolled_until": "ingeschreven tot",
        "unable_to_act": "kon zelf niets regelen",
        "reachable": "bereikbaar",
        "needs_intensive_care": "intensieve zorg nodig",
        "keeps_own_home": "houdt eigen woning",
    },
    v.Cover: {"health_care": "zorgverzekering", "social_support": "ondersteuning"},
    v.MemberRole: {
        "applicant": "aanvrager",
        "partner": "partner",
        "child": "kind",
        "other_adult": "andere volwassene",
        "outside_plan": "buiten het plan",
    },
}


def word(value: StrEnum) -> str:
    """The Dutch word for a typed word; its code for one that has no Dutch word yet."""
    return WORDS.get(type(value), {}).get(value.value, value.value.replace("_", " "))


def owner_name(owner: Owner, picture: Picture) -> str:
    """Who must act, for people; a party by what it is, not by its name."""
    if owner.body is None:
        return f"Huishouden ({owner.member})"
    if owner.body.agency is None:
        return sentence(body_name(owner.body, picture))
    return agency_name(owner.body.agency, owner.body.department)

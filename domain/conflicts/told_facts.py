"""The words for facts and their values, as far as a liaison of another body may read them.

Who is meant, where somebody lives and when he was born is never told: such a value is only said to
be there or not.
"""

from __future__ import annotations

from domain.explanations import texts
from domain.household import FactShown
from domain.legislation.text import Text
from domain.records import Count, Country, DateValue, FactUsed, Flag, LimitTest, Money, Ref, Value
from domain.vocabulary import FactName, HarmfulWhen

_FACTS = {
    FactName.INCOME_YEAR: Text("jaarinkomen", "income of the year"),
    FactName.INCOME_MONTH: Text("maandinkomen", "income of the month"),
    FactName.ASSETS: Text("vermogen", "assets"),
    FactName.BIRTH_DATE: Text("geboortedatum", "date of birth"),
    FactName.PARTNER: Text("partner", "partner"),
    FactName.MAIN_RESIDENCE: Text("hoofdverblijf", "main residence"),
    FactName.REGISTERED_ADDRESS: Text("adres in de BRP", "address in the BRP"),
    FactName.POSTAL_ADDRESS: Text("postadres", "postal address"),
    FactName.INSURED_IN: Text("land van zorgverzekering", "country of health insurance"),
    FactName.SPOUSE_WITHOUT_RIGHT: Text("echtgenoot zonder recht", "spouse without a right"),
    FactName.COST_SHARERS: Text("aantal kostendelers", "number of cost sharers"),
    FactName.WEEKS_WORKED: Text("gewerkte weken", "weeks worked"),
    FactName.WEEKS_ABROAD: Text("weken in het buitenland", "weeks abroad"),
    FactName.ENROLLED_UNTIL: Text("einde van de inschrijving", "end of the enrolment"),
    FactName.UNABLE_TO_ACT: Text("niet in staat tot handelen", "unable to act"),
    FactName.REACHABLE: Text("bereikbaar", "reachable"),
    FactName.NEEDS_INTENSIVE_CARE: Text("intensieve zorgbehoefte", "need of intensive care"),
    FactName.KEEPS_OWN_HOME: Text("houdt een eigen woning aan", "keeps a home of his own"),
}


def fact_name(fact: FactName) -> Text:
    """A fact as people call it, inside a sentence."""
    return _FACTS[fact]


def fact_and_value(fact: FactUsed | FactShown) -> Text:
    """A fact with its value: "jaarinkomen (€ 52.000,00)"."""
    name, told = fact_name(fact.fact), value_told(fact.fact, fact.value)
    return Text(f"{name.nl} ({told.nl})", f"{name.en} ({told.en})")


def value_told(fact: FactName, value: Value) -> Text:
    """A value without saying who, where or when born."""
    match value:
        case Money(amount):
            return texts.amount(amount)
        case Count(count):
            return Text(str(count), str(count))
        case Country(country):
            return Text(country, country)
        case Flag(flag):
            return Text("ja", "yes") if flag else Text("nee", "no")
        case DateValue(day) if fact is not FactName.BIRTH_DATE:
            return texts.date(day)
        case DateValue():
            return Text("datum bekend bij de houder", "date known to the holder")
        case Ref(ref):
            return Text("geen", "none") if ref is None else Text("ingevuld", "filled in")


def limit_told(test: LimitTest) -> Text:
    """The limit of a test with its harmful side: "boven € 40.857,00"."""
    side = _SIDES[test.harmful_when]
    limit = (
        texts.amount(test.limit_cents)
        if test.limit_cents is not None
        else Text(str(test.limit_count), str(test.limit_count))
    )
    return Text(f"{side.nl} {limit.nl}", f"{side.en} {limit.en}")


_SIDES = {
    HarmfulWhen.ABOVE: Text("boven", "above"),
    HarmfulWhen.BELOW: Text("onder", "below"),
}

"""NIET_GEBRUIK: a right that the body itself has calculated was asked for, and no file was started.

Every application must be decided on in time (Awb 4:13), or forwarded to whom it is meant for (Awb
2:3). What was never asked for goes the ordinary way, and is no conflict.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.grounds import records_in
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Application, Body, Entitlement, MemberRef, Provision, Referral
from domain.vocabulary import ApplicationStatus, EntitlementStatus, Law, Scheme

LAW = (Provision(Law.AWB, "2:3"), Provision(Law.AWB, "4:13"))

_GUARANTEES_THE_MINIMUM = frozenset({Scheme.BIJSTAND, Scheme.AIO})


@dataclass(frozen=True, slots=True)
class _Unused:
    body: Body
    application: Application
    right: Entitlement


def find(picture: Picture) -> tuple[Conflict, ...]:
    """At most one conflict: all bodies that left such a request lying."""
    unused = tuple(_unused(picture))
    return (_conflict(unused, picture.today),) if unused else ()


def household(conflict: Conflict, picture: Picture) -> Text:
    """What was asked for and never dealt with, and what it is worth."""
    names, schemes = texts.bodies(conflict.bodies, picture), _schemes(conflict, picture)
    worth, take = _worth(conflict), "nemen" if len(conflict.bodies) > 1 else "neemt"
    return Text(
        f"Er is gevraagd om {schemes.nl}, maar {names.nl} {take} de aanvraag niet in behandeling. "
        f"Toch blijkt uit de eigen berekening dat er recht op is{worth.nl}. De aanvraag moet "
        "alsnog worden behandeld, vanaf de dag dat erom is gevraagd.",
        f"{texts.capital(schemes).en} was asked for, but {names.en} did not deal with the "
        f"application. Yet by its own calculation there is a right{worth.en}. The application "
        "must still be dealt with, from the day on which it was made.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The days asked, against the right that the same body has calculated."""
    days = sorted({each.received for each in records_in(conflict, picture, Application)})
    asked, schemes = texts.joined(map(texts.date, days)), _schemes(conflict, picture)
    names, worth = texts.bodies(conflict.bodies, picture), _worth(conflict)
    return Text(
        f"Gevraagd op {asked.nl}: {schemes.nl}; geen dossier geopend en niet doorverwezen. "
        f"Volgens de eigen berekening van {names.nl} bestaat het recht{worth.nl}.",
        f"Asked on {asked.en}: {schemes.en}; no file was opened and nobody was referred. By the "
        f"own calculation of {names.en} the right exists{worth.en}.",
    )


def _unused(picture: Picture) -> Iterator[_Unused]:
    referred = {(counted(holder), referral.scheme) for holder, referral in picture.of(Referral)}
    eligible = _eligible(picture)
    for holder, application in picture.of(Application):
        asked = (counted(holder), application.scheme)
        if application.status is ApplicationStatus.NOT_OPENED and asked not in referred:
            for right in eligible.get(asked, ()):
                if not _concerned(right).isdisjoint(application.persons):
                    yield _Unused(asked[0], application, right)


def _eligible(picture: Picture) -> dict[tuple[Body, Scheme], list[Entitlement]]:
    """Per body and scheme the rights that the body itself calculated, but does not pay."""
    rights: dict[tuple[Body, Scheme], list[Entitlement]] = defaultdict(list)
    for holder, entitlement in picture.of(Entitlement):
        if entitlement.status is EntitlementStatus.ELIGIBLE:
            rights[counted(holder), entitlement.scheme].append(entitlement)
    return rights


def _concerned(entitlement: Entitlement) -> frozenset[MemberRef]:
    """Those for whom the money is meant, and who receives it (a parent asks for a child)."""
    payee = entitlement.payee.member
    return frozenset(entitlement.persons) | (frozenset() if payee is None else {payee})


def _conflict(unused: tuple[_Unused, ...], today: dt.date) -> Conflict:
    applications = [each.application for each in unused]
    rights = {each.right.id: each.right for each in unused}
    monthly = sum(
        right.amount_monthly_cents
        for right in rights.values()
        if right.until is None or today <= right.until
    )
    once = sum(right.one_off_cents or 0 for right in rights.values())
    minimum = any(right.scheme in _GUARANTEES_THE_MINIMUM for right in rights.values())
    return Conflict(
        type=ConflictType.NIET_GEBRUIK,
        bodies=in_order(each.body for each in unused),
        records=(*refs(applications), *refs(rights.values())),
        provisions=provisions_of((*applications, *rights.values()), LAW),
        monthly_harm_cents=monthly or None,
        urgency=HarmUrgency.CRITICAL if minimum else HarmUrgency.HIGH,
        one_off_harm_cents=once or None,
    )


def _schemes(conflict: Conflict, picture: Picture) -> Text:
    schemes = {each.scheme for each in records_in(conflict, picture, Application)}
    return texts.joined(texts.scheme(scheme) for scheme in sorted(schemes))


def _worth(conflict: Conflict) -> Text:
    monthly, once = conflict.monthly_harm_cents, conflict.one_off_harm_cents
    per_month, at_once = texts.amount(monthly or 0), texts.amount(once or 0)
    parts = [Text(f"{per_month.nl} per maand", f"{per_month.en} a month")] if monthly else []
    if once:
        parts.append(Text(f"{at_once.nl} ineens", f"{at_once.en} at once"))
    told = texts.joined(parts)
    return Text(f": {told.nl}", f": {told.en}") if parts else Text("", "")


DETECTOR = Detector(
    type=ConflictType.NIET_GEBRUIK,
    summary=Text(
        "Recht berekend en aangevraagd, maar er is nooit een dossier geopend",
        "A right calculated and asked for, but no file was ever opened",
    ),
    trigger=Text(
        "Een aanvraag is niet in behandeling genomen en niet doorverwezen, terwijl dezelfde "
        "organisatie het recht zelf heeft berekend.",
        "An application was not opened and nobody was referred, while the same body has calculated "
        "the right itself.",
    ),
    example=Text(
        "Iemand vraagt aan de balie om AIO; de SVB maakt geen aanvraag op, maar haar eigen "
        "berekening geeft recht.",
        "Someone asks for the AIO supplement at the desk; the SVB starts no application, though "
        "its own calculation gives a right.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)

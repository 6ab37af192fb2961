"""The made-up people of the development installation: who one can log in as.

A social worker, a coordinator and a liaison stand ready for any municipality that a case file
names;
the other agencies are one for the whole country.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.vocabulary import Agency, Department
from services.identity.actor import LOCAL, Actor, Role
from services.store.refs import municipality_ref
from services.store.staff import Municipality

HOME = "Rijnstede"
NEIGHBOUR = "Veenburg"
"""The municipalities that are there from the start: the second shows that neither sees the
other."""

TEST_OIN_PREFIX = "00000099"

OINS: dict[Agency, str] = {
    agency: f"{TEST_OIN_PREFIX}{number:012d}" for number, agency in enumerate(Agency, start=1)
}
"""Organisation numbers of the agencies; test numbers, as every OIN here."""

_SOCIAL_WORKERS = ("Anouk de Wit", "Hassan Amrani", "Joke Terpstra")
_COORDINATORS = ("Pieter Jansma", "Carla Verbeek", "Ravi Sewpersad")
_LOCAL_LIAISONS = ("Bart van Loon", "Els Hendriks", "Murat Yildiz")
"""Names by municipality, so that neighbours are not namesakes."""

_NAMES = {
    "belastingdienst": "Marit Kuipers",
    "uwv": "Jeroen Smits",
    "svb": "Fatima el Idrissi",
    "duo": "Tim Hofstra",
    "cak": "Sandra Bos",
}

_DEPARTMENTS = {Agency.BELASTINGDIENST: Department.TOESLAGEN}


def municipality_named(name: str) -> Municipality:
    """The municipality of this name, with a test OIN of its own."""
    ref = municipality_ref(name)
    number = sum(ord(letter) * (place + 1) for place, letter in enumerate(ref)) % 10**9
    return Municipality(ref, name, f"{TEST_OIN_PREFIX}9{number:011d}")


def social_worker_of(municipality_name: str) -> Actor:
    """The social worker (casusregisseur) of a municipality."""
    return _worker(Role.SOCIAL_WORKER, _SOCIAL_WORKERS, municipality_name)


def coordinator_of(municipality_name: str) -> Actor:
    """The coordinator of a municipality."""
    return _worker(Role.COORDINATOR, _COORDINATORS, municipality_name)


def liaison_of(agency: Agency, municipality_name: str = HOME) -> Actor:
    """The liaison of an agency; where every municipality has its own, of that municipality."""
    department = _DEPARTMENTS.get(agency)
    subject = f"liaison.{department.value if department else agency.value}"
    if agency not in LOCAL:
        return Actor(
            subject,
            _NAMES[agency.value],
            Role.LIAISON,
            OINS[agency],
            agency=agency,
            department=department,
        )
    municipality = municipality_named(municipality_name)
    return Actor(
        f"{subject}.{_slug(municipality)}",
        _name(_LOCAL_LIAISONS, municipality),
        Role.LIAISON,
        municipality.oin,
        municipality.ref,
        municipality.name,
        agency,
    )


def people_of(municipality_name: str) -> tuple[Actor, ...]:
    """Everyone who works for one municipality."""
    return (
        social_worker_of(municipality_name),
        coordinator_of(municipality_name),
        *(liaison_of(agency, municipality_name) for agency in Agency if agency in LOCAL),
    )


def everyone() -> Iterator[Actor]:
    """All people who are there from the start."""
    yield from people_of(HOME)
    yield from (liaison_of(agency) for agency in Agency if agency not in LOCAL)
    yield from people_of(NEIGHBOUR)


def _worker(role: Role, names: tuple[str, ...], municipality_name: str) -> Actor:
    municipality = municipality_named(municipality_name)
    return Actor(
        f"{role.value}.{_slug(municipality)}",
        _name(names, municipality),
        role,
        municipality.oin,
        municipality.ref,
        municipality.name,
    )


def _name(names: tuple[str, ...], municipality: Municipality) -> str:
    """HOME has the first name of every list; others follow by the length of theirs."""
    first = municipality.name == HOME
    return names[0] if first else names[1 + len(municipality.name) % (len(names) - 1)]


def _slug(municipality: Municipality) -> str:
    return municipality.ref.removeprefix("gm-")

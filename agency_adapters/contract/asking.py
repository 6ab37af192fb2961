"""What an agency asks of every request before it answers: who, when, why, and on which ground.

All that is wrong is told at once, by the name of the field and never by its content.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from stdnum.nl import bsn as elfproef

from agency_adapters.contract.errors import FieldViolation
from agency_adapters.contract.failures import request_invalid
from agency_adapters.contract.messages import (
    date_from_message,
    kind_from_number,
    provision_from_message,
)
from agency_adapters.contract.port import PersonNumber
from agency_adapters.contract.wire import MessageInvalid
from domain.records import MemberRef
from domain.vocabulary import RecordKind
from samenloop.agency.v1 import agency_service_pb2 as wire
from samenloop.agency.v1 import values_pb2

T = TypeVar("T")
BSN_DIGITS = 9


@dataclass(frozen=True, slots=True)
class AskedHousehold:
    """The household that a request is about."""

    administration: str
    persons: tuple[PersonNumber, ...]

    @property
    def asked_about(self) -> frozenset[MemberRef]:
        """The references of the persons to answer for."""
        return frozenset(person.ref for person in self.persons if person.asked_about)


@dataclass(slots=True)
class Reading:
    """Reads the fields of one request and gathers everything that is wrong with them."""

    violations: list[FieldViolation] = field(default_factory=list)

    def wrong(self, path: str, description: str) -> None:
        """Note that a field is not accepted."""
        self.violations.append(FieldViolation(path, description))

    def attempt(self, read: Callable[[], T]) -> T | None:
        """What `read` gives, or None with its complaint noted."""
        try:
            return read()
        except MessageInvalid as invalid:
            self.wrong(invalid.field, invalid.description)
            return None

    def finish(self) -> None:
        """Raise the refusal that names all that is wrong, if anything is."""
        if self.violations:
            raise request_invalid(self.violations)

    def required(self, value: T | None) -> T:
        """A value that `finish` has let pass."""
        if value is None:
            raise request_invalid(self.violations)
        return value

    def text(self, value: str, path: str) -> str:
        """A text that must be there."""
        if not value.strip():
            self.wrong(path, "is missing")
        return value

    def household(self, message: wire.Household) -> AskedHousehold:
        """The persons, of whom at least one is asked about."""
        persons = self.persons(
            [
                PersonNumber(MemberRef(each.ref), each.bsn, each.asked_about)
                for each in message.persons
            ],
            "household.persons",
        )
        if not any(person.asked_about for person in persons):
            self.wrong("household.persons", "name nobody who is asked about")
        return AskedHousehold(message.administration, persons)

    def persons(self, persons: Sequence[PersonNumber], path: str) -> tuple[PersonNumber, ...]:
        """Persons, each with a reference and a valid BSN of its own."""
        if not persons:
            self.wrong(path, "name nobody")
        for index, person in enumerate(persons):
            self._person(person, f"{path}[{index}]")
        for name, values in (
            ("ref", [person.ref for person in persons]),
            ("bsn", [person.bsn for person in persons]),
        ):
            if len(set(values)) < len(values):
                self.wrong(f"{path}.{name}", "stands there twice")
        return tuple(persons)

    def _person(self, person: PersonNumber, path: str) -> None:
        self.text(person.ref, f"{path}.ref")
        number = person.bsn
        if not (number.isascii() and number.isdigit() and len(number) == BSN_DIGITS):
            self.wrong(f"{path}.bsn", "is not nine digits")
        elif not elfproef.is_valid(number):
            self.wrong(f"{path}.bsn", "does not pass the elfproef")

    def date(self, message: values_pb2.Date, path: str) -> dt.date | None:
        """The day that a request is about."""
        return self.attempt(lambda: date_from_message(message, path))

    def purpose_and_ground(
        self, purpose: str, ground: values_pb2.Provision, path: str = ""
    ) -> None:
        """Nothing is answered without a purpose and a legal ground (AVG art. 5(1)(b), 6)."""
        self.text(purpose, f"{path}purpose")
        self.attempt(lambda: provision_from_message(ground, f"{path}ground"))

    def kinds(self, fields: Sequence[wire.FieldRequest]) -> tuple[RecordKind, ...]:
        """The kinds of record asked for, each with its own purpose and ground."""
        if not fields:
            self.wrong("fields", "name nothing that is asked for")
        kinds: list[RecordKind] = []
        for index, asked in enumerate(fields):
            path = f"fields[{index}]"
            kind = self.attempt(partial(kind_from_number, asked.kind, f"{path}.kind"))
            if kind is not None:
                kinds.append(kind)
            self.purpose_and_ground(asked.purpose, asked.ground, f"{path}.")
        return tuple(kinds)

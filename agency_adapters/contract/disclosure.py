"""What of an agency's records may cross the border: data minimisation in one place.

Only records about persons asked about; every person under the asker's own reference; a person whom
the asker did not name is left out, or `undisclosed` where somebody must stand; notes never.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from domain.records import (
    Claim,
    DeterminationMade,
    Entitlement,
    FactUsed,
    MemberRef,
    Payee,
    Record,
    Ref,
    Value,
)


@dataclass(frozen=True, slots=True)
class Naming:
    """How the asker names the persons of a dossier (None: it did not), and whom it asked about."""

    names: Mapping[MemberRef, MemberRef | None]
    asked_about: frozenset[MemberRef]

    def persons(self, refs: tuple[MemberRef, ...]) -> tuple[MemberRef, ...]:
        """The persons that the asker named, under its own references."""
        return tuple(name for ref in refs if (name := self.names.get(ref)) is not None)

    def concerns(self, record: Record) -> bool:
        """Whether a record of the ledger is about a person asked about."""
        return not self.asked_about.isdisjoint(self.persons(record.persons))

    def hides(self, value: Value) -> bool:
        """Whether a value is a person whom the asker did not name."""
        match value:
            case Ref(str(ref)):
                return MemberRef(ref) in self.names and self.names[MemberRef(ref)] is None
            case _:
                return False

    def value(self, value: Value) -> Value:
        """The value, with a person under the asker's reference; addresses stay as they are."""
        match value:
            case Ref(str(ref)) if (name := self.names.get(MemberRef(ref))) is not None:
                return Ref(name)
            case _:
                return value

    def payee(self, payee: Payee) -> Payee:
        """The payee, undisclosed when the asker did not name the person."""
        if payee.member is None:
            return payee
        name = self.names.get(payee.member)
        return Payee(undisclosed=True) if name is None else Payee(member=name)


def disclosed(record: Record, naming: Naming) -> Record | None:
    """The record as the asker may see it, or None when it may not see it at all."""
    if not naming.concerns(record):
        return None
    seen = replace(record, persons=naming.persons(record.persons), note=None)
    match seen:
        case Entitlement():
            return replace(seen, payee=naming.payee(seen.payee))
        case Claim():
            return replace(
                seen,
                liable=naming.persons(seen.liable),
                arose_from=naming.names.get(seen.arose_from) if seen.arose_from else None,
            )
        case FactUsed():
            # a fact cannot be told without its value, and "there is none" would be false
            if naming.hides(seen.value):
                return None
            return replace(seen, value=naming.value(seen.value))
        case DeterminationMade():
            told = (other for other in seen.would_be if not naming.hides(other.value))
            return replace(
                seen,
                would_be=tuple(replace(other, value=naming.value(other.value)) for other in told),
            )
        case _:
            return seen

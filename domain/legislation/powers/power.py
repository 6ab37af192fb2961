"""What a power and a prohibition are."""

from __future__ import annotations

from dataclasses import dataclass

from domain.legislation.room.room import ClaimSort
from domain.measures.measure import MeasureKind
from domain.records import Provision
from domain.vocabulary import Agency, Department, RecordKind, Scheme


@dataclass(frozen=True, slots=True)
class Power:
    """One agency may do one kind of act under one provision.

    `department` None: every department. `on`: the kinds of record that the act may name. `schemes`
    empty: any scheme. `claims`: only claims of this sort. `deviates_from_law`: it leaves the
    ordinary rule (discretionary room).
    """

    agency: Agency
    kind: MeasureKind
    provision: Provision
    deviates_from_law: bool
    on: tuple[RecordKind, ...]
    summary_nl: str
    department: Department | None = None
    schemes: tuple[Scheme, ...] = ()
    claims: ClaimSort | None = None

    def reaches(self, department: Department | None, scheme: Scheme | None) -> bool:
        """Is it held by this department, and for this scheme (None: the record is of no scheme)?"""
        if self.department not in (None, department):
            return False
        return scheme is None or not self.schemes or scheme in self.schemes


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A kind of act that the law keeps from an agency, and the provision to use in its place.

    It holds whatever provision is invoked, but for those of `except_under`; with `schemes`,
    `claims` or `within_years` for such claims only.
    """

    agency: Agency
    kind: MeasureKind
    forbidden_by: Provision
    instead_use: Provision
    summary_nl: str
    department: Department | None = None
    schemes: tuple[Scheme, ...] = ()
    claims: ClaimSort | None = None
    except_under: tuple[Provision, ...] = ()
    within_years: int | None = None

    @property
    def is_conditional(self) -> bool:
        """Does it depend on what the claim is?"""
        return bool(self.schemes) or self.claims is not None

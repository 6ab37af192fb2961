"""The room that a provision leaves: who may deviate, on which ground, and by which act."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from domain.legislation.acts import Article
from domain.legislation.text import Text
from domain.measures.measure import MeasureKind
from domain.records import Provision
from domain.vocabulary import Agency, Department, Scheme


class RoomKind(StrEnum):
    """What kind of room it is; `NONE` is a rule that binds."""

    NONE = "none"
    MAY_CLAUSE = "may_clause"
    URGENT_REASONS = "urgent_reasons"
    PROPORTIONALITY = "proportionality"
    INDIVIDUALISATION = "individualisation"
    AWB_3_4 = "awb_3_4"
    AWB_4_84 = "awb_4_84"
    HARDSHIP_CLAUSE = "hardship_clause"
    JUDGE = "judge"
    OTHER_BODY = "other_body"


class ClaimSort(StrEnum):
    """Which claims a rule speaks of, where it does not speak of all.

    `breach`: too much was paid because the duty to inform was not met; `fine`: a penalty; `regime`:
    premium of a defaulters' regime that still runs.
    """

    BREACH = "breach"
    FINE = "fine"
    REGIME = "regime"


@dataclass(frozen=True, slots=True)
class Competent:
    """An agency that may use the room, and the department when only that one may."""

    agency: Agency
    department: Department | None = None


@dataclass(frozen=True, slots=True)
class Permission:
    """A kind of measure that the provision lets its competent body take."""

    kind: MeasureKind
    words: Text
    schemes: tuple[Scheme, ...] = ()
    claims: ClaimSort | None = None


@dataclass(frozen=True, slots=True)
class Prohibition:
    """A kind of measure that the provision forbids, and the provision to use in its place.

    Under the provisions of `except_under` it is not forbidden; `within_years` limits it to claims
    whose period ended less than so many years ago.
    """

    kind: MeasureKind
    instead: Article
    words: Text
    schemes: tuple[Scheme, ...] = ()
    claims: ClaimSort | None = None
    except_under: tuple[Article, ...] = ()
    within_years: int | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """What may be done about one provision. `decided_by` names who decides when no agency may.

    `verified` is False when the article was not read in an official text.
    """

    id: str
    article: Article
    kind: RoomKind
    words: Text
    competent: tuple[Competent, ...]
    known_from: dt.date
    decided_by: Text | None = None
    permits: tuple[Permission, ...] = ()
    forbids: tuple[Prohibition, ...] = ()
    valid_until: dt.date | None = None
    verified: bool = True

    @property
    def provision(self) -> Provision | None:
        """The article as a provision of the case file format, when that names the law."""
        return self.article.provision

    def in_force(self, on: dt.date) -> bool:
        """Whether it holds on this day, as far as it is written here."""
        return self.known_from <= on and (self.valid_until is None or on <= self.valid_until)

    def permission(self, kind: MeasureKind) -> Permission | None:
        """What it permits of this kind of measure, or None."""
        return next((each for each in self.permits if each.kind is kind), None)

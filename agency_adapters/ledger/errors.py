"""Why a ledger does not do what is asked: one small hierarchy, each with its reason code.

The texts carry no personal data. One table (in the service) turns them into gRPC statuses.
"""

from __future__ import annotations

from typing import ClassVar

from agency_adapters.contract.port import Judgement


class LedgerError(Exception):
    """Base; `reason` is the code that crosses the border."""

    reason: ClassVar[str]


class AdministrationUnknown(LedgerError):
    """There is no administration of this name."""

    reason = "ADMINISTRATION_UNKNOWN"

    def __init__(self) -> None:
        super().__init__("this administration does not exist (any more)")


class RecordUnknown(LedgerError):
    """The agency holds no such record about the persons asked about."""

    reason = "RECORD_UNKNOWN"

    def __init__(self) -> None:
        super().__init__("a record that is named is not held about the persons asked about")


class NotLawful(LedgerError):
    """The measure is not lawful, or not possible, on the records as they are."""

    reason = "MEASURE_NOT_LAWFUL"

    def __init__(self, judgement: Judgement) -> None:
        super().__init__(judgement.explanation)
        self.judgement = judgement


class KeyReused(LedgerError):
    """An idempotency key came back with something else under it."""

    reason = "IDEMPOTENCY_KEY_REUSED"

    def __init__(self) -> None:
        super().__init__("this idempotency key was used for something else")


class RevertedBeforeApplied(LedgerError):
    """The measure under this key was taken back before it came: it comes too late."""

    reason = "REVERTED_BEFORE_APPLIED"

    def __init__(self) -> None:
        super().__init__("this measure was taken back before it was asked for")


class ChangedSince(LedgerError):
    """A record was changed after the measure by something else: a person has to look at it."""

    reason = "RECORD_CHANGED_SINCE"

    def __init__(self, number: str) -> None:
        super().__init__(f"a record that {number} changed was changed again since")
        self.number = number


class DossierOverlaps(LedgerError):
    """Some, but not all, of these persons belong to another dossier already."""

    reason = "DOSSIER_OVERLAPS"

    def __init__(self) -> None:
        super().__init__(
            "some of these persons already belong to the dossier of another set of persons"
        )

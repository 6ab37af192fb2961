"""How an agency says no: one exception with everything that google.rpc.Status can carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import grpc
from google.protobuf import any_pb2, duration_pb2
from google.protobuf.message import Message
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped]

from agency_adapters.contract.errors import FieldViolation

ERROR_DOMAIN = "agency.samenloop"


class Refusal(Exception):
    """An agency's no, with its reason code. The text never carries personal data."""

    def __init__(
        self,
        code: grpc.StatusCode,
        reason: str,
        message: str,
        *,
        violations: Sequence[FieldViolation] = (),
        details: Mapping[str, str] | None = None,
        retry_after_seconds: float | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.reason = reason
        self.violations = tuple(violations)
        self.details = dict(details or {})
        self.retry_after_seconds = retry_after_seconds


def request_invalid(violations: Sequence[FieldViolation]) -> Refusal:
    """A request that must be mended first: all fields that are wrong, at once."""
    return Refusal(
        grpc.StatusCode.INVALID_ARGUMENT,
        "REQUEST_INVALID",
        "the request cannot be answered: "
        + "; ".join(f"{violation.field} {violation.description}" for violation in violations),
        violations=violations,
    )


def not_possible_now(reason: str, message: str, **details: str) -> Refusal:
    """A request that is right in itself and that the state of things, or the law, forbids."""
    return Refusal(grpc.StatusCode.FAILED_PRECONDITION, reason, message, details=details)


def unavailable(reason: str, message: str, retry_after_seconds: float) -> Refusal:
    """Trouble that passes: ask again after so many seconds."""
    return Refusal(
        grpc.StatusCode.UNAVAILABLE, reason, message, retry_after_seconds=retry_after_seconds
    )


def status_of(refusal: Refusal) -> status_pb2.Status:
    """The refusal as google.rpc.Status: ErrorInfo and, where they apply, BadRequest, RetryInfo."""
    details: list[Message] = [
        error_details_pb2.ErrorInfo(
            reason=refusal.reason, domain=ERROR_DOMAIN, metadata=refusal.details
        )
    ]
    if refusal.violations:
        details.append(
            error_details_pb2.BadRequest(
                field_violations=[
                    error_details_pb2.BadRequest.FieldViolation(
                        field=violation.field, description=violation.description
                    )
                    for violation in refusal.violations
                ]
            )
        )
    if refusal.retry_after_seconds is not None:
        delay = duration_pb2.Duration()
        delay.FromNanoseconds(round(refusal.retry_after_seconds * 1e9))
        details.append(error_details_pb2.RetryInfo(retry_delay=delay))
    number: int = refusal.code.value[0]
    return status_pb2.Status(
        code=number, message=str(refusal), details=[_packed(detail) for detail in details]
    )


def _packed(message: Message) -> any_pb2.Any:
    packed = any_pb2.Any()
    packed.Pack(message)
    return packed

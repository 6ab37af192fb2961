"""What a gRPC status from an agency means to the caller: one table, three kinds of error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from google.protobuf.message import DecodeError, Message
from google.rpc import error_details_pb2  # type: ignore[import-untyped]
from grpc import StatusCode, aio
from grpc_status import rpc_status

from agency_adapters.contract.errors import (
    AgencyAnswerInvalid,
    AgencyError,
    AgencyRefused,
    AgencyUnavailable,
    FieldViolation,
)
from agency_adapters.contract.scrub import masked
from agency_adapters.contract.wire import MessageInvalid
from domain.vocabulary import Agency

D = TypeVar("D", bound=Message)

# Asking again cannot help: something must first change at the asker or in the household's records
_REFUSED = frozenset(
    {
        StatusCode.INVALID_ARGUMENT,
        StatusCode.NOT_FOUND,
        StatusCode.ALREADY_EXISTS,
        StatusCode.PERMISSION_DENIED,
        StatusCode.UNAUTHENTICATED,
        StatusCode.FAILED_PRECONDITION,
        StatusCode.OUT_OF_RANGE,
        StatusCode.UNIMPLEMENTED,
    }
)
_INVALID = frozenset({StatusCode.DATA_LOSS})


@contextmanager
def errors_of(agency: Agency) -> Iterator[None]:
    """Raise what goes wrong in a call to this agency as one of the three kinds of error."""
    try:
        yield
    except aio.AioRpcError as error:
        raise _error(agency, error) from None
    except MessageInvalid as invalid:
        raise AgencyAnswerInvalid(
            agency, "ANSWER_INVALID", f"its answer does not follow the contract: {invalid}"
        ) from None


def _error(agency: Agency, error: aio.AioRpcError) -> AgencyError:
    # a foreign server's text is not ours to trust
    message = masked(error.details() or "no details given")
    info = _detail(error, error_details_pb2.ErrorInfo)
    code: StatusCode = error.code()
    reason = info.reason if info else code.name
    if code in _INVALID:
        return AgencyAnswerInvalid(agency, reason, message)
    if code not in _REFUSED:
        return AgencyUnavailable(agency, reason, message, _retry_after(error))
    metadata = dict(info.metadata) if info else {}
    return AgencyRefused(
        agency,
        reason,
        message,
        violations=_violations(error),
        forbidden_by=metadata.get("forbidden_by"),
        instead_use=metadata.get("instead_use"),
    )


def _retry_after(error: aio.AioRpcError) -> float | None:
    info = _detail(error, error_details_pb2.RetryInfo)
    return info.retry_delay.ToNanoseconds() / 1e9 if info else None


def _violations(error: aio.AioRpcError) -> tuple[FieldViolation, ...]:
    bad = _detail(error, error_details_pb2.BadRequest)
    found = bad.field_violations if bad else ()
    return tuple(FieldViolation(each.field, masked(each.description)) for each in found)


def _detail(error: aio.AioRpcError, kind: type[D]) -> D | None:
    """The detail of this kind in the status, if it carries one that can be read."""
    try:
        # it reads trailing metadata, code and details only, which the error has
        status = rpc_status.from_call(error)  # type: ignore[arg-type]
    except (ValueError, DecodeError):
        # details that contradict the status, or are not a status at all: there are none then
        return None
    for packed in status.details if status else ():
        detail = kind()
        if packed.Unpack(detail):
            return detail
    return None

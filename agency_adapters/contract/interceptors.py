"""What surrounds every call at an agency's server: error translation, deadline, identity.

A streaming answer may be an async generator or a coroutine that writes (the health service's); both
are wrapped as what they are.
"""

from __future__ import annotations

import asyncio
import functools
import inspect
import logging
import traceback
from abc import abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, TypeAlias

import grpc
from cryptography import x509
from cryptography.x509.oid import NameOID
from grpc import aio
from grpc_status import rpc_status

from agency_adapters.contract.errors import FieldViolation
from agency_adapters.contract.failures import Refusal, request_invalid, status_of
from agency_adapters.contract.organisations import AllowList
from agency_adapters.contract.wire import MessageInvalid

logger = logging.getLogger(__name__)

LONGEST_CALL_SECONDS = 30.0

# Requests and answers of every method of every service: gRPC gives them no common type.
Context = aio.ServicerContext[Any, Any]
UnaryCall = Callable[[Any, Context], Awaitable[Any]]
StreamCall = Callable[[Any, Context], AsyncIterator[Any]]
# The refusal that an exception of the services means, or None when it is not foreseen
Translate = Callable[[Exception], Refusal | None]
Handler: TypeAlias = "grpc.RpcMethodHandler[Any, Any]"


def service_of(method: str) -> str:
    """`package.Service` of `/package.Service/Method`."""
    return method.split("/")[1]


def method_of(method: str) -> str:
    """`Method` of `/package.Service/Method`."""
    return method.rsplit("/", 1)[1]


class Surround(aio.ServerInterceptor):
    """Base: subclasses say what surrounds a call with one answer, and one with a stream."""

    async def intercept_service(
        self,
        continuation: Callable[[grpc.HandlerCallDetails], Awaitable[Handler | None]],
        handler_call_details: grpc.HandlerCallDetails,
    ) -> Handler | None:
        """The handler with what surrounds it."""
        handler = await continuation(handler_call_details)
        if handler is None:
            return handler
        return _replaced(handler, self, handler_call_details.method)

    async def one(self, method: str, call: UnaryCall, request: Any, context: Context) -> Any:
        """A call with one answer."""
        return await call(request, context)

    async def stream(
        self, method: str, call: StreamCall, request: Any, context: Context
    ) -> AsyncIterator[Any]:
        """A call with a stream of answers."""
        async for answer in call(request, context):
            yield answer


def _replaced(handler: Handler, surround: Surround, method: str) -> Handler:
    if handler.unary_unary:
        return grpc.unary_unary_rpc_method_handler(
            _awaiting(handler.unary_unary, surround, method),
            handler.request_deserializer,
            handler.response_serializer,
        )
    if handler.unary_stream:
        return grpc.unary_stream_rpc_method_handler(
            _streaming(handler.unary_stream, surround, method),
            handler.request_deserializer,
            handler.response_serializer,
        )
    return grpc.stream_stream_rpc_method_handler(
        _streaming(handler.stream_stream, surround, method),
        handler.request_deserializer,
        handler.response_serializer,
    )


def _awaiting(call: Any, surround: Surround, method: str) -> Any:
    async def surrounded(request: Any, context: Context) -> Any:
        return await surround.one(method, call, request, context)

    return surrounded


def _streaming(call: Any, surround: Surround, method: str) -> Any:
    if inspect.iscoroutinefunction(call):
        return _awaiting(call, surround, method)

    async def surrounded(request: Any, context: Context) -> AsyncIterator[Any]:
        async for answer in surround.stream(method, call, request, context):
            yield answer

    return surrounded


class Around(Surround):
    """Base of what is the same for both kinds of call: something before and after it."""

    @abstractmethod
    def around(self, method: str, context: Context) -> AbstractAsyncContextManager[None]:
        """What surrounds the call."""

    async def one(self, method: str, call: UnaryCall, request: Any, context: Context) -> Any:
        """A call with one answer."""
        async with self.around(method, context):
            return await call(request, context)

    async def stream(
        self, method: str, call: StreamCall, request: Any, context: Context
    ) -> AsyncIterator[Any]:
        """A call with a stream of answers."""
        async with self.around(method, context):
            async for answer in call(request, context):
                yield answer


class Failures(Around):
    """Turns every exception into a google.rpc.Status; logs what nobody foresaw, without its text.

    `translate` knows the exceptions of the services behind it.
    """

    def __init__(self, translate: Translate) -> None:
        self._translate = translate

    @asynccontextmanager
    async def around(self, method: str, context: Context) -> AsyncIterator[None]:
        """Translate what the call raises."""
        try:
            yield
        except (aio.AbortError, asyncio.CancelledError):
            raise
        except Exception as problem:
            refusal = self._refusal(problem, method)
            await context.abort_with_status(rpc_status.to_status(status_of(refusal)))

    def _refusal(self, problem: Exception, method: str) -> Refusal:
        match problem:
            case Refusal():
                return problem
            case MessageInvalid():
                return request_invalid([FieldViolation(problem.field, problem.description)])
            case TimeoutError():
                return Refusal(
                    grpc.StatusCode.DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED", "it took too long"
                )
        known = self._translate(problem)
        if known is not None:
            return known
        _log(problem, method)
        return Refusal(grpc.StatusCode.INTERNAL, "INTERNAL", "the agency met a problem of its own")


def _log(problem: Exception, method: str) -> None:
    # an exception's text may quote what was asked: only its kind and place are written down
    frames = traceback.extract_tb(problem.__traceback__)[-3:]
    place = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    logger.error("%s failed: %s at %s", method_of(method), type(problem).__name__, place)


class Deadline(Surround):
    """Stops a call with one answer at the caller's deadline, and in any case after a while."""

    async def one(self, method: str, call: UnaryCall, request: Any, context: Context) -> Any:
        """A call with one answer."""
        remaining = context.time_remaining()
        async with asyncio.timeout(min(LONGEST_CALL_SECONDS, remaining or LONGEST_CALL_SECONDS)):
            return await call(request, context)


class Identity(Around):
    """Lets an organisation make the calls that it may make; who it is stands in its certificate."""

    def __init__(self, allow_list: AllowList) -> None:
        self._allow_list = allow_list

    @asynccontextmanager
    async def around(self, method: str, context: Context) -> AsyncIterator[None]:
        """Refuse whoever may not make this call."""
        oin = caller_of(context)
        if oin is None or not self._allow_list.knows(oin):
            raise Refusal(
                grpc.StatusCode.UNAUTHENTICATED,
                "ORGANISATION_UNKNOWN",
                "the certificate is not of an organisation that is known here",
            )
        if not self._allow_list.allows(oin, service_of(method)):
            raise Refusal(
                grpc.StatusCode.PERMISSION_DENIED,
                "NOT_ALLOWED",
                "this organisation may not make this call",
            )
        yield


def caller_of(context: Context) -> str | None:
    """The caller's organisation number (OIN): subject serialNumber of its certificate."""
    shown = context.auth_context().get("x509_pem_cert")
    return _oin_in(next(iter(shown))) if shown else None


@functools.lru_cache(maxsize=256)
def _oin_in(pem: bytes) -> str | None:
    subject = x509.load_pem_x509_certificate(pem).subject
    values = subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)
    return str(values[0].value) if len(values) == 1 else None

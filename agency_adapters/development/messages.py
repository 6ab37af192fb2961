"""Trouble as a message, and back."""

from __future__ import annotations

from typing import cast

from agency_adapters.contract.wire import MessageInvalid, enum_conversion
from agency_adapters.development.trouble import Trouble, TroubleKind
from samenloop.agency.development.v1 import development_service_pb2 as wire

_KIND = enum_conversion(TroubleKind, wire.TroubleKind.DESCRIPTOR)


def trouble_to_message(trouble: Trouble) -> wire.Trouble:
    """The trouble as a message."""
    return wire.Trouble(
        kind=_KIND.to_item(trouble.kind),
        seconds=trouble.seconds,
        times=trouble.times,
        method=trouble.method,
    )


def trouble_from_message(message: wire.Trouble) -> Trouble:
    """The trouble; raises MessageInvalid."""
    kind = cast(TroubleKind, _KIND.from_item(message.kind, "trouble.kind"))
    if message.seconds < 0:
        raise MessageInvalid("trouble.seconds", "is less than nothing")
    if message.times < 0:
        raise MessageInvalid("trouble.times", "is less than nothing")
    return Trouble(kind, message.seconds, message.times, message.method)

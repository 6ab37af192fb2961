"""What the law leaves no choice in, and where it leaves room: both as data, one file per law.

A law's TOML file beside this one has two tables: `exception`, the exceptions that must be applied
when their conditions hold, and `room`, who may deviate from a provision, on which ground, by which
act, and which acts a provision forbids. `act` at the top names the law (a name of `Act`). Nothing
here decides: it says what must be, what may be, and who may.
"""

from domain.legislation.room.condition import Condition, FactValue
from domain.legislation.room.exception import MandatoryException
from domain.legislation.room.lookup import (
    EXCEPTIONS,
    ROOMS,
    exceptions_for,
    room_for,
    room_of,
    rooms_of,
)
from domain.legislation.room.room import Competent, Permission, Prohibition, Room, RoomKind

__all__ = [
    "EXCEPTIONS",
    "ROOMS",
    "Competent",
    "Condition",
    "FactValue",
    "MandatoryException",
    "Permission",
    "Prohibition",
    "Room",
    "RoomKind",
    "exceptions_for",
    "room_for",
    "room_of",
    "rooms_of",
]

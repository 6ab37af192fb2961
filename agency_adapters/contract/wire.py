"""Dataclass <-> protobuf by reflection: one compiled plan per pair of class and message, kept.

A field crosses under its own name; what the message has no field for stays behind. A value equal
to its default is not sent where the message can tell absence. A required field that does not
arrive, an enum that is not known and a value outside its range are refused with the path of the
field, never with its content.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from google.protobuf.descriptor import EnumDescriptor, FieldDescriptor
from google.protobuf.message import Message

if TYPE_CHECKING:
    from google._upb import _message as upb

T = TypeVar("T")
# protobuf has two of these: its stubs know both, at run time they are one
AnyFieldDescriptor: TypeAlias = "FieldDescriptor | upb.FieldDescriptor"


class MessageInvalid(ValueError):
    """A message does not follow the contract; `field` is the path, the text says what is wrong."""

    def __init__(self, field: str, description: str) -> None:
        super().__init__(f"{field} {description}")
        self.field = field
        self.description = description


# `Any` is what protobuf's reflection gives and takes: the value of a field of any type.
@dataclasses.dataclass(frozen=True, slots=True)
class Conversion:
    """How one value becomes an item of a message's field, and back (with the path for errors)."""

    to_item: Callable[[Any], Any]
    from_item: Callable[[Any, str], Any]
    is_text: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class _FieldPlan:
    name: str
    conversion: Conversion
    repeated: bool
    is_message: bool
    has_presence: bool
    nullable: bool
    has_default: bool
    default: object


_PLAIN = Conversion(lambda value: value, lambda item, _: item)
_TEXT = dataclasses.replace(_PLAIN, is_text=True)


@functools.cache
def enum_conversion(kind: type[enum.Enum], described: EnumDescriptor) -> Conversion:
    """A domain enum as the contract's enum with the same members; UNSPECIFIED is never a value."""
    prefix = "".join(f"_{c}" if c.isupper() else c for c in described.name).lstrip("_").upper()
    values = described.values_by_name
    to_number = {member: values[f"{prefix}_{member.name}"].number for member in kind}
    to_member = {number: member for member, number in to_number.items()}

    def from_item(number: int, path: str) -> enum.Enum:
        if (member := to_member.get(number)) is None:
            raise MessageInvalid(path, "is missing or not a known value")
        return member

    return Conversion(to_number.__getitem__, from_item)


class Wire:
    """The converters of one generated package.

    `messages` are its message classes by name; `special` are the Python types that cross otherwise
    than field by field (a union is keyed by the set of its members).
    """

    def __init__(
        self, messages: Mapping[str, type[Message]], special: Mapping[object, Conversion]
    ) -> None:
        self._messages = messages
        self._special = special
        self._plans: dict[tuple[type[Any], type[Message]], tuple[_FieldPlan, ...]] = {}

    def fill(self, message: Message, value: object) -> None:
        """Write every field of the dataclass that the message has."""
        for plan in self._plan(type(value), message):
            held = getattr(value, plan.name)
            if plan.repeated:
                getattr(message, plan.name).extend([plan.conversion.to_item(i) for i in held])
            elif held is not None and not (plan.has_presence and held == plan.default):
                _write(message, plan, held)

    def fields(self, kind: type[Any], message: Message, path: str) -> dict[str, Any]:
        """The dataclass's constructor arguments that the message has; raises MessageInvalid."""
        return {
            plan.name: _read(message, plan, f"{path}.{plan.name}" if path else plan.name)
            for plan in self._plan(kind, message)
        }

    def build(self, kind: type[T], message: Message, path: str) -> T:
        """The dataclass that the message holds; raises MessageInvalid."""
        fields = self.fields(kind, message, path)
        try:
            return kind(**fields)
        except ValueError:
            raise MessageInvalid(path, "does not hold exactly what it must") from None

    def _plan(self, kind: type[Any], message: Message) -> tuple[_FieldPlan, ...]:
        key = (kind, type(message))
        if (plan := self._plans.get(key)) is None:
            plan = self._plans[key] = tuple(self._compile(kind, message))
        return plan

    def _compile(self, kind: type[Any], message: Message) -> Iterator[_FieldPlan]:
        hints = typing.get_type_hints(kind)
        for field in dataclasses.fields(kind):
            if (target := message.DESCRIPTOR.fields_by_name.get(field.name)) is None:
                continue
            bare, nullable = _without_none(hints[field.name])
            repeated = typing.get_origin(bare) is tuple
            has_default = field.default is not dataclasses.MISSING
            yield _FieldPlan(
                name=field.name,
                conversion=self._conversion(typing.get_args(bare)[0] if repeated else bare, target),
                repeated=repeated,
                is_message=target.message_type is not None,
                has_presence=target.has_presence,
                nullable=nullable,
                has_default=has_default,
                default=field.default if has_default else None,
            )

    # `kind` is a type hint: there is no type for those
    def _conversion(self, kind: Any, target: AnyFieldDescriptor) -> Conversion:
        special = self._special.get(frozenset(typing.get_args(kind)) or kind)
        if special is not None:
            return special
        if target.message_type is not None:
            return self._message_conversion(kind, self._messages[target.message_type.name])
        if target.enum_type is not None:
            return enum_conversion(kind, target.enum_type)
        return _TEXT if target.type == FieldDescriptor.TYPE_STRING else _PLAIN

    def _message_conversion(self, kind: type[Any], make: type[Message]) -> Conversion:
        def to_item(value: object) -> Message:
            message = make()
            self.fill(message, value)
            return message

        return Conversion(to_item, lambda message, path: self.build(kind, message, path))


def _write(message: Message, plan: _FieldPlan, value: object) -> None:
    item = plan.conversion.to_item(value)
    if plan.is_message:
        target = getattr(message, plan.name)
        # an empty message is a value too: "there is none"
        target.SetInParent()
        target.MergeFrom(item)
        return
    try:
        setattr(message, plan.name, item)
    except ValueError:
        raise MessageInvalid(plan.name, "is outside the range of the contract") from None


def _read(message: Message, plan: _FieldPlan, path: str) -> Any:
    from_item = plan.conversion.from_item
    if plan.repeated:
        items: Iterable[Any] = getattr(message, plan.name)
        return tuple([from_item(item, f"{path}[{i}]") for i, item in enumerate(items)])
    if plan.has_presence and not message.HasField(plan.name):
        if not (plan.nullable or plan.has_default):
            raise MessageInvalid(path, "is missing")
        return plan.default
    value = from_item(getattr(message, plan.name), path)
    if value == "" and plan.conversion.is_text and not plan.has_presence:
        raise MessageInvalid(path, "is missing")
    return value


def _without_none(hint: Any) -> tuple[Any, bool]:
    """A type hint without `None`, and whether `None` was in it."""
    if typing.get_origin(hint) not in (types.UnionType, typing.Union):
        return hint, False
    members = typing.get_args(hint)
    others = [member for member in members if member is not types.NoneType]
    bare = others[0] if len(others) == 1 else functools.reduce(lambda a, b: a | b, others)
    return bare, len(others) < len(members)

"""Deadlines: what must happen by when, by whom, on which ground."""

from domain.deadlines.deadline import Deadline, Owner
from domain.deadlines.derive import deadlines_of

__all__ = ["Deadline", "Owner", "deadlines_of"]

"""Deadlines: what must happen by when, by whom, on which ground."""

from domain.deadlines.deadline import Deadline, Owner

__all__ = ["Deadline", "Owner"]

"""Structured logs: one JSON object per line, with what was said on purpose and nothing else.

Of an exception only its type and the places in the code are written, never its message: a message
may quote what someone sent.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys
import traceback

from agency_adapters.contract.scrub import masked

ALLOWED_EXTRAS = (
    "method",
    "route",
    "status",
    "duration_ms",
    "trace_id",
    "count",
    "error",
    "plan",
    "listen",
)


class JsonLines(logging.Formatter):
    """The formatter. Extras that are not allowed are left out."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        line: dict[str, object] = {
            "at": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _said(record),
        }
        line |= {name: record.__dict__[name] for name in ALLOWED_EXTRAS if name in record.__dict__}
        if record.exc_info and record.exc_info[1] is not None:
            line["exception"] = places_in(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def _said(record: logging.LogRecord) -> str:
    """The message. Libraries put exceptions into theirs: of those the type is said, no more."""
    if isinstance(record.args, tuple):
        told = tuple(type(a).__name__ if isinstance(a, BaseException) else a for a in record.args)
        return masked(str(record.msg) % told if told else str(record.msg))
    return masked(record.getMessage())


def places_in(error: BaseException) -> list[str]:
    """The exception's type and where it came from, the innermost place last; causes follow."""
    places = [type(error).__name__]
    places += [
        f"{frame.filename}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    cause = error.__cause__ or error.__context__
    return [*places, *places_in(cause)] if cause is not None else places


def set_up_logs() -> None:
    """Have everything that is logged in this process written as JSON lines on stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in ("uvicorn.access", "httpx", "alembic"):
        logging.getLogger(name).setLevel(logging.WARNING)

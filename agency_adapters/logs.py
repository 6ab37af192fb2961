"""One JSON object per line on standard error, masked of whatever looks like a BSN."""

from __future__ import annotations

import json
import logging
import sys

from opentelemetry import trace

from agency_adapters.contract.scrub import masked


class JsonLines(logging.Formatter):
    """Time, level, logger, message, and the trace if there is one. Never an exception's text."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        line: dict[str, object] = {
            "at": self.formatTime(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": masked(record.getMessage()),
        }
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
        span = trace.get_current_span().get_span_context()
        if span.is_valid:
            line["trace_id"] = trace.format_trace_id(span.trace_id)
        return json.dumps(line, ensure_ascii=False)


def set_up_logs() -> None:
    """Log to standard error from level INFO; libraries from WARNING."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("agency_adapters").setLevel(logging.INFO)

"""Traces, kept in PostgreSQL so that the console can show them: receiver, exporter and reading.

Spans come in scrubbed by their senders and are scrubbed again here; nothing in it is personal data.
"""

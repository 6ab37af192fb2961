"""A record as an accessible PDF (PDF/UA-1): tagged, titled, in Dutch; the same bytes every time."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import typst

from services.decision_records.document import RecordJson
from services.decision_records.page import page_of

TEMPLATE = Path(__file__).parent / "besluitdocument.typ"


def pdf_of(record: RecordJson) -> bytes:
    """The PDF. Takes some tenths of a second of computing; call it off the event loop."""
    made_on = record.record.made_on
    made = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        # nothing but what comes with the library: the same on every machine, and no network
        ignore_system_fonts=True,
        sys_inputs={"page": page_of(record).model_dump_json()},
        pdf_standards="ua-1",
        timestamp=dt.datetime(made_on.year, made_on.month, made_on.day, tzinfo=dt.UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one file")
    return made

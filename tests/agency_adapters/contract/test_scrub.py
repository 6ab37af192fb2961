"""Nothing personal leaves the process in a span."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode

from agency_adapters.contract.scrub import MASK, ScrubbingExporter, masked


@pytest.mark.parametrize(
    "text",
    ["000009830", "bsn=000009830.", "000 009 830", "0000.09.830", "000-009-830", "x 000009830"],
)
def test_whatever_looks_like_a_bsn_is_masked(text: str) -> None:
    assert "9830" not in masked(text).replace(" ", "").replace(".", "")


@pytest.mark.parametrize("text", ["UWV-2026-000123", "00000099000000002001", "hh-3f0a912345678bc"])
def test_numbers_and_references_that_are_no_bsn_stay(text: str) -> None:
    assert masked(text) == text


@given(st.from_regex(r"\A[0-9]{9}\Z"), st.sampled_from([" ", ",", ":", "(", '"', "\n"]))
def test_nine_digits_between_other_signs_never_pass(number: str, sign: str) -> None:
    assert number not in masked(f"{sign}{number}{sign}")


def test_a_span_keeps_its_shape_and_loses_what_is_not_allowed() -> None:
    kept = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(ScrubbingExporter(kept)))
    with provider.get_tracer("test").start_as_current_span("ask 000009830") as span:
        span.set_attributes(
            {
                "rpc.method": "GetPosition",
                "samenloop.note": "000009830",
                "samenloop.count": 9830,
                "samenloop.number": 123456782,
                "samenloop.list": ["a", "000009830"],
                "person.name": "Samira",
            }
        )
        span.record_exception(ValueError("Samira"))
        span.set_status(StatusCode.ERROR, "Samira")
    (scrubbed,) = kept.get_finished_spans()
    assert scrubbed.name == f"ask {MASK}"
    assert dict(scrubbed.attributes or {}) == {
        "rpc.method": "GetPosition",
        "samenloop.note": MASK,
        "samenloop.count": 9830,
        "samenloop.number": MASK,
        "samenloop.list": ("a", MASK),
    }
    (event,) = scrubbed.events
    assert dict(event.attributes or {}) == {
        "exception.type": "ValueError",
        "exception.escaped": "False",
    }
    assert (scrubbed.status.status_code, scrubbed.status.description) == (StatusCode.ERROR, None)

"""A record as it leaves the house: the same JSON, a PDF that everybody can read, and for a liaison
no other agency's ledger."""

from __future__ import annotations

import json

import pytest

from domain.decision_record import DecisionMade, canonical, hash_of, record_of
from domain.decision_record.chain import canonical_json
from domain.vocabulary import Agency
from services.decision_records.document import Document, RecordJson, seen_by
from services.decision_records.page import page_of
from services.decision_records.pdf import pdf_of
from tests.support.records import case_of, every_decision_made, withheld_of

EVERY = [pytest.param(name, made, id=made.id) for name, made in every_decision_made()]
PREVIOUS = "0" * 64


def json_of(name: str, made: DecisionMade) -> RecordJson:
    body = canonical(record_of(made, withheld_of(name)))
    return RecordJson(
        hash=hash_of(PREVIOUS, body),
        previous_hash=PREVIOUS,
        complete=True,
        record=Document.model_validate_json(body),
    )


@pytest.mark.parametrize(("name", "made"), EVERY)
def test_whoever_has_the_json_can_make_the_hash_again(name: str, made: DecisionMade) -> None:
    sent = json.loads(json_of(name, made).model_dump_json())
    assert hash_of(sent["previous_hash"], canonical_json(sent["record"])) == sent["hash"]


@pytest.mark.parametrize(("name", "made"), EVERY)
def test_a_liaison_sees_the_own_acts_whole_and_of_others_no_ledger(
    name: str, made: DecisionMade
) -> None:
    document = json_of(name, made).record
    for agency in {measure.agency for measure in made.decided.measures}:
        seen = seen_by(agency, document)
        for part, whole in zip(seen.agencies, document.agencies, strict=True):
            if part.agency == agency:
                assert part == whole
                continue
            assert all(
                (act.on, act.amount_cents, act.decision) == (None, None, None) for act in part.acts
            )
        others = [fact for fact in seen.facts if fact.holder.agency != agency]
        assert all((fact.record, fact.value) == (None, None) for fact in others)


@pytest.mark.parametrize(("name", "made"), EVERY)
def test_the_page_begins_with_the_summary_and_names_the_decisions_that_follow(
    name: str, made: DecisionMade
) -> None:
    page = page_of(json_of(name, made))
    first, second = page.sections[:2]
    assert first.heading == "In het kort"
    assert first.bullets
    assert "geen besluit" in second.paragraphs[0]
    text = page.model_dump_json()
    for receipt in made.receipts:
        assert receipt.decision is None or receipt.decision.number in text
    assert all(person.name not in text for person in case_of(name).people)


def test_a_day_is_told_as_what_it_is_the_last_of_the_first_without_or_the_latest() -> None:
    text = " ".join(
        page_of(json_of(name, made)).model_dump_json()
        for name, made in every_decision_made()
        if name == "J01"
    )
    for told in ("tot en met 31 mei 2027", "per 1 januari 2027", "uiterlijk op 25 november 2026"):
        assert told in text


def test_the_pdf_is_tagged_titled_and_in_dutch_and_the_same_every_time() -> None:
    name, made = every_decision_made()[0]
    record = json_of(name, made)
    pdf = pdf_of(record)
    assert pdf.startswith(b"%PDF-")
    for marker in (b"/MarkInfo", b"/Marked true", b"/StructTreeRoot", b"/Lang", b"pdfuaid"):
        assert marker in pdf
    assert b"/Lang (nl-NL)" in pdf or b"nl-NL" in pdf
    assert b"Besluitdocument van" in pdf
    assert pdf_of(record) == pdf


@pytest.mark.slow
def test_every_record_fits_the_accessible_form() -> None:
    for name, made in every_decision_made():
        record = json_of(name, made)
        for shown in (record, _for(Agency.GEMEENTE, record)):
            assert pdf_of(shown).startswith(b"%PDF-")


def _for(agency: Agency, record: RecordJson) -> RecordJson:
    hidden = seen_by(agency, record.record)
    return record.model_copy(update={"complete": False, "record": hidden})

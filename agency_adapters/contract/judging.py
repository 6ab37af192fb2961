"""An agency's judgement of a measure and its effect: the domain's law, in the words of the port."""

from __future__ import annotations

import datetime as dt

from agency_adapters.contract.port import Judgement, RecordEffect
from agency_adapters.ledger.errors import NotLawful
from domain.measures import Measure
from domain.measures.effects import RecordsAfter, apply_to_records
from domain.measures.judge import judge
from domain.records import Record


def judgement_of(measure: Measure, records: tuple[Record, ...], on: dt.date) -> Judgement:
    """Whether the measure is lawful and possible on the agency's records on this day."""
    judged = judge(measure, records, on)
    return Judgement(
        measure_ref=measure.ref,
        lawful=judged.lawful,
        explanation=judged.explanation_nl,
        allowed_by=judged.allowed_by,
        forbidden_by=judged.forbidden_by,
        instead_use=judged.instead_use,
        effects=tuple(
            RecordEffect(
                record=effect.record,
                what=effect.what,
                monthly_effect_cents=effect.monthly_effect_cents,
                debt_effect_cents=effect.debt_effect_cents,
            )
            for effect in judged.effects
        ),
    )


def outcome_of(measure: Measure, records: tuple[Record, ...], on: dt.date) -> RecordsAfter:
    """The agency's records once the measure is carried out, with what that changes.

    Raises NotLawful.
    """
    judgement = judgement_of(measure, records, on)
    if not judgement.lawful:
        raise NotLawful(judgement)
    return apply_to_records(measure, records, on)

"""What a decision refuses is told in Dutch: every reason that the domain gives has its words."""

from __future__ import annotations

import inspect
import re

import pytest

from domain.decisions import DecisionState, counter_proposal, peer_review
from services.plans.dutch import DECISIONS
from services.plans.refusals import (
    NOT_ALL_WEIGHED,
    proposal_refused,
    review_refused,
    weighing_refused,
)


def reasons(source: str, pattern: str) -> list[str]:
    """The texts in the source, with something in the place of what is filled in."""
    return [re.sub(r"\{[^}]*\}", "x", text) for text in re.findall(pattern, source)]


@pytest.mark.parametrize(
    "reason", reasons(inspect.getsource(counter_proposal), r'ProposalRefused\(\s*f?"([^"]+)"')
)
def test_every_reason_against_a_proposal_has_its_dutch_words(reason: str) -> None:
    assert reason not in proposal_refused(reason)


@pytest.mark.parametrize("reason", reasons(inspect.getsource(peer_review), r'return f?"([^"]+)"'))
def test_every_reason_against_a_review_has_its_dutch_words(reason: str) -> None:
    assert reason not in review_refused(reason)


@pytest.mark.parametrize("state", DecisionState)
def test_where_a_decision_stands_is_told_when_that_is_why(state: DecisionState) -> None:
    for told in (proposal_refused, weighing_refused, review_refused):
        assert DECISIONS[state] in told(f"this decision is {state.value}")


def test_what_an_agency_may_not_do_is_told_in_its_own_words() -> None:
    assert "Awir 31bis" in proposal_refused("Kwijtschelden kan niet (Awir 31bis).")
    assert weighing_refused("not everything is weighed") == NOT_ALL_WEIGHED

"""Who may do what: the whole table, and that nothing outside it is allowed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.vocabulary import Agency
from services.identity.actor import Actor, Role
from services.identity.people import HOME, NEIGHBOUR, coordinator_of, liaison_of, social_worker_of
from services.identity.rights import GRANTS, Action, Resource, may
from services.plans.decisions import scope_of
from services.store.database import NOBODY

OWN = Resource("gm-rijnstede", (Agency.UWV, Agency.GEMEENTE))
IN_REVIEW = Resource("gm-rijnstede", (Agency.UWV, Agency.GEMEENTE), for_review=True)
OTHER = Resource("gm-veenburg", (Agency.CAK, Agency.GEMEENTE))


@pytest.mark.parametrize(
    ("actor", "action", "resource", "allowed"),
    [
        (social_worker_of(HOME), Action.START_PLAN, OWN, True),
        (social_worker_of(HOME), Action.SEE_NAMES, OWN, True),
        (social_worker_of(HOME), Action.SEE_PLAN, OTHER, False),
        (social_worker_of(HOME), Action.CAST_VOTE, OWN, False),
        (social_worker_of(HOME), Action.WEIGH, OWN, True),
        (social_worker_of(HOME), Action.WEIGH, OTHER, False),
        (social_worker_of(HOME), Action.PROPOSE, OWN, False),
        (social_worker_of(HOME), Action.REVIEW, IN_REVIEW, False),
        (coordinator_of(HOME), Action.WEIGH, OWN, True),
        (coordinator_of(HOME), Action.CAST_VOTE, OWN, False),
        (coordinator_of(HOME), Action.REVIEW, IN_REVIEW, False),
        (liaison_of(Agency.UWV), Action.PROPOSE, OWN, True),
        (liaison_of(Agency.UWV), Action.PROPOSE, OTHER, False),
        (liaison_of(Agency.UWV), Action.WEIGH, OWN, True),
        (liaison_of(Agency.SVB), Action.WEIGH, IN_REVIEW, False),
        (liaison_of(Agency.SVB), Action.CAST_VOTE, IN_REVIEW, False),
        (liaison_of(Agency.SVB), Action.REVIEW, IN_REVIEW, True),
        (liaison_of(Agency.SVB), Action.SEE_DECISION, IN_REVIEW, True),
        (liaison_of(Agency.SVB), Action.SEE_DECISION, OWN, False),
        (liaison_of(Agency.GEMEENTE, NEIGHBOUR), Action.SEE_DECISION, IN_REVIEW, True),
        (liaison_of(Agency.GEMEENTE, NEIGHBOUR), Action.SEE_DECISION, OWN, False),
        (coordinator_of(HOME), Action.SEE_PLAN, OWN, True),
        (coordinator_of(HOME), Action.SEE_NAMES, OWN, False),
        (coordinator_of(HOME), Action.CLOSE_PLAN, OWN, False),
        (coordinator_of(NEIGHBOUR), Action.SEE_TRACE, OWN, False),
        (liaison_of(Agency.UWV), Action.CAST_VOTE, OWN, True),
        (liaison_of(Agency.UWV), Action.CAST_VOTE, OTHER, False),
        (liaison_of(Agency.UWV), Action.SEE_PLAN, OWN, False),
        (liaison_of(Agency.UWV), Action.SEE_TRACE, OWN, False),
        (liaison_of(Agency.GEMEENTE, HOME), Action.CAST_VOTE, OWN, True),
        (liaison_of(Agency.GEMEENTE, HOME), Action.CAST_VOTE, OTHER, False),
    ],
)
def test_rights_are_as_the_law_and_the_design_want_them(
    actor: Actor, action: Action, resource: Resource, allowed: bool
) -> None:
    decision = may(actor, action, resource)
    assert decision.allowed is allowed
    assert bool(decision.reason) is not allowed


@given(
    role=st.sampled_from(Role),
    action=st.sampled_from(Action),
    municipality=st.sampled_from([None, "gm-a", "gm-b"]),
    agency=st.sampled_from([None, *Agency]),
    resource=st.builds(
        Resource,
        st.sampled_from([None, "gm-a", "gm-b"]),
        st.lists(st.sampled_from(Agency)).map(tuple),
        st.booleans(),
    ),
)
def test_what_no_grant_names_is_refused(
    role: Role,
    action: Action,
    municipality: str | None,
    agency: Agency | None,
    resource: Resource,
) -> None:
    actor = Actor("s", "n", role, "o", municipality, municipality, agency)
    if may(actor, action, resource).allowed:
        assert (role, action) in GRANTS


@given(action=st.sampled_from(Action), role=st.sampled_from([Role.SOCIAL_WORKER, Role.COORDINATOR]))
def test_nobody_of_one_municipality_may_touch_a_plan_of_another(action: Action, role: Role) -> None:
    actor = Actor("s", "n", role, "o", "gm-a", "A")
    about_the_installation = {Action.LIST_PLANS, Action.LIST_DECISIONS, Action.SEE_STATUS}
    if action not in about_the_installation:
        assert not may(actor, action, Resource("gm-b", tuple(Agency))).allowed


@pytest.mark.parametrize(
    "action",
    [
        Action.LIST_DECISIONS,
        Action.SEE_DECISION,
        Action.CAST_VOTE,
        Action.PROPOSE,
        Action.WEIGH,
        Action.REVIEW,
    ],
)
def test_a_local_agencys_liaison_without_a_municipality_may_do_nothing(action: Action) -> None:
    nowhere = replace(liaison_of(Agency.GEMEENTE, HOME), municipality=None)
    assert not may(nowhere, action, OWN).allowed
    assert not may(nowhere, action, IN_REVIEW).allowed
    assert not may(nowhere, action, Resource(None, (Agency.GEMEENTE,))).allowed
    assert scope_of(nowhere) == NOBODY

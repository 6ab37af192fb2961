"""The one place that decides rights: who may do what with which plan or decision.

One table of grants; everything that is not in it is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.vocabulary import Agency
from services.identity.actor import LOCAL, Actor, Role


class Action(StrEnum):
    """What can be done."""

    START_PLAN = "start_plan"
    LIST_PLANS = "list_plans"
    SEE_PLAN = "see_plan"
    SEE_NAMES = "see_names"
    REFRESH_PLAN = "refresh_plan"
    CLOSE_PLAN = "close_plan"
    ERASE_HOUSEHOLD = "erase_household"
    LIST_DECISIONS = "list_decisions"
    SEE_DECISION = "see_decision"
    CAST_VOTE = "cast_vote"
    PROPOSE = "propose"
    WEIGH = "weigh"
    REVIEW = "review"
    SEE_TRACE = "see_trace"
    SEE_STATUS = "see_status"


@dataclass(frozen=True, slots=True)
class Resource:
    """What it is done to: whose plan it belongs to, which agencies must decide, and whether a
    colleague's review is asked (or was given by who acts)."""

    municipality: str | None = None
    agencies: tuple[Agency, ...] = ()
    for_review: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether it may, and if not, why (Dutch, for people)."""

    allowed: bool
    reason: str = ""


Condition = Callable[[Actor, Resource], bool]


def _anyone(_: Actor, __: Resource) -> bool:
    return True


def _has_municipality(actor: Actor, _: Resource) -> bool:
    return actor.municipality is not None


def _own_municipality(actor: Actor, resource: Resource) -> bool:
    return actor.municipality is not None and actor.municipality == resource.municipality


def acts_for_an_agency(actor: Actor) -> bool:
    """Whether it is clear for which agency: a municipality's own, only with that municipality."""
    return actor.agency is not None and (
        actor.agency not in LOCAL or actor.municipality is not None
    )


def _some_agency(actor: Actor, _: Resource) -> bool:
    return acts_for_an_agency(actor)


def _own_agency(actor: Actor, resource: Resource) -> bool:
    within = actor.municipality is None or actor.municipality == resource.municipality
    return acts_for_an_agency(actor) and actor.agency in resource.agencies and within


def _own_agency_or_reviewer(actor: Actor, resource: Resource) -> bool:
    """A colleague of another agency looks only at what there is to review."""
    asked = resource.for_review and acts_for_an_agency(actor)
    return asked or _own_agency(actor, resource)


GRANTS: Mapping[tuple[Role, Action], Condition] = {
    (Role.SOCIAL_WORKER, Action.START_PLAN): _own_municipality,
    (Role.SOCIAL_WORKER, Action.LIST_PLANS): _has_municipality,
    (Role.SOCIAL_WORKER, Action.SEE_PLAN): _own_municipality,
    (Role.SOCIAL_WORKER, Action.SEE_NAMES): _own_municipality,
    (Role.SOCIAL_WORKER, Action.REFRESH_PLAN): _own_municipality,
    (Role.SOCIAL_WORKER, Action.CLOSE_PLAN): _own_municipality,
    (Role.SOCIAL_WORKER, Action.ERASE_HOUSEHOLD): _own_municipality,
    (Role.SOCIAL_WORKER, Action.LIST_DECISIONS): _has_municipality,
    (Role.SOCIAL_WORKER, Action.SEE_DECISION): _own_municipality,
    (Role.SOCIAL_WORKER, Action.WEIGH): _own_municipality,
    (Role.SOCIAL_WORKER, Action.SEE_TRACE): _own_municipality,
    (Role.SOCIAL_WORKER, Action.SEE_STATUS): _anyone,
    # a coordinator watches deadlines and stuck plans, and needs no names for it (AVG art. 5(1)(c))
    (Role.COORDINATOR, Action.LIST_PLANS): _has_municipality,
    (Role.COORDINATOR, Action.SEE_PLAN): _own_municipality,
    (Role.COORDINATOR, Action.REFRESH_PLAN): _own_municipality,
    (Role.COORDINATOR, Action.LIST_DECISIONS): _has_municipality,
    (Role.COORDINATOR, Action.SEE_DECISION): _own_municipality,
    (Role.COORDINATOR, Action.WEIGH): _own_municipality,
    (Role.COORDINATOR, Action.SEE_TRACE): _own_municipality,
    (Role.COORDINATOR, Action.SEE_STATUS): _anyone,
    # a liaison sees what the decision needs, never the plan (DESIGN, "Who uses it")
    (Role.LIAISON, Action.LIST_DECISIONS): _some_agency,
    (Role.LIAISON, Action.SEE_DECISION): _own_agency_or_reviewer,
    (Role.LIAISON, Action.CAST_VOTE): _own_agency,
    (Role.LIAISON, Action.PROPOSE): _own_agency,
    (Role.LIAISON, Action.WEIGH): _own_agency,
    # of any agency, or of another municipality's: who looks must stand outside the question
    (Role.LIAISON, Action.REVIEW): _some_agency,
    (Role.LIAISON, Action.SEE_STATUS): _anyone,
}

ROLE_REFUSED = "Uw rol mag dit niet."
OTHER_HOUSE = "Dit hoort niet bij uw organisatie."


def may(actor: Actor, action: Action, resource: Resource) -> Decision:
    """Whether this actor may do this. Deterministic; never raises; refuses what no grant allows."""
    condition = GRANTS.get((actor.role, action))
    if condition is None:
        return Decision(False, ROLE_REFUSED)
    return Decision(True) if condition(actor, resource) else Decision(False, OTHER_HOUSE)

"""Rights at the door of the application services."""

from __future__ import annotations

from opentelemetry import trace

from services.identity.actor import Actor
from services.identity.rights import Action, Resource, may
from services.plans.errors import NotAllowed

PLAN_ATTRIBUTE = "samenloop.plan"
"""The span attribute that names the plan an event is about."""


def is_about(plan_ref: str) -> None:
    """Have the present span say which plan it is about, so that the plan's traces are found."""
    trace.get_current_span().set_attribute(PLAN_ATTRIBUTE, plan_ref)


def require(actor: Actor, action: Action, resource: Resource) -> None:
    """Raises NotAllowed, with the reason, when the actor may not do this."""
    decision = may(actor, action, resource)
    if not decision.allowed:
        raise NotAllowed(decision.reason)


def municipality_of(actor: Actor, action: Action) -> str:
    """The municipality that the actor works for, for an action within it. Raises NotAllowed."""
    require(actor, action, Resource(municipality=actor.municipality))
    if actor.municipality is None:
        raise NotAllowed("U werkt niet voor een gemeente.")
    return actor.municipality

"""Workflow ids and task-queue names, made and read by functions: never by string formats elsewhere.

Ids carry opaque references only (no personal data); the household reference is in every workflow id
because the payload codec finds the household's key by it.
"""

from __future__ import annotations

from domain.vocabulary import Agency

PLAN_QUEUE = "plans"


def plan_workflow_id(household_ref: str, plan_ref: str) -> str:
    """The id of the workflow that is the plan."""
    return f"plan/{household_ref}/{plan_ref}"


def decision_workflow_id(household_ref: str, plan_ref: str, decision_ref: str) -> str:
    """The id of the child workflow in which one bundle is decided."""
    return f"plan/{household_ref}/{plan_ref}/decision/{decision_ref}"


def household_of(workflow_id: str) -> str | None:
    """The household reference in a workflow id of ours, or None when it is not one of ours."""
    parts = workflow_id.split("/")
    return parts[1] if len(parts) >= 3 and parts[0] == "plan" else None


def agency_queue(agency: Agency) -> str:
    """The task queue on which one agency's activities run, so that its trouble stays its own."""
    return f"agency-{agency.value}"

"""The norm of a household (Pw 20-24a), shared by the norm, the means and the assistance.

Works through the `Working` that it is given.
"""

from __future__ import annotations

from domain.legislation.determination import Answer, Working
from domain.legislation.regulations.gemeente._household import (
    HouseholdFacts,
)
from domain.legislation.regulations.gemeente._norm_couples import couple
from domain.legislation.regulations.gemeente._norm_parts import (
    APPLICANT,
    NOT_KNOWN,
    Norm,
)
from domain.legislation.regulations.gemeente._norm_single import alone
from domain.legislation.regulations.gemeente._norm_without_right import partner_without_right


def norm_of(working: Working, facts: HouseholdFacts) -> Norm:
    """The norm for this household on the day, before any lowering by the college."""
    match working.answer("has_partner"):
        case Answer.NO:
            return alone(working, facts, APPLICANT)
        case Answer.YES:
            match working.answer("partner_has_right"):
                case Answer.YES:
                    return couple(working, facts)
                case Answer.NO:
                    return partner_without_right(working, facts)
                case Answer.UNKNOWN:
                    return NOT_KNOWN
        case Answer.UNKNOWN:
            return NOT_KNOWN

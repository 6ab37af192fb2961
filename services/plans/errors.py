"""What can go wrong for someone who asks something of a plan. Texts are Dutch and hold no
personal data."""

from __future__ import annotations

from domain.decisions import VoteRefusal


class ServiceError(Exception):
    """Base: the text is for the person who asked."""


class NotAllowed(ServiceError):
    """The actor may not do this."""


class NotFound(ServiceError):
    """There is no such thing within the actor's sight."""


class PlanNotReady(ServiceError):
    """The plan has not come so far yet."""


class PlanClosed(ServiceError):
    """The plan is closed, or no longer runs: nothing can be done with it."""


class PlanNotClosable(ServiceError):
    """The plan cannot be closed now; the text says what stands in the way."""


class VoteNotCounted(ServiceError):
    """A vote was refused; `refusal` says why, for programs."""

    def __init__(self, refusal: VoteRefusal, message: str) -> None:
        super().__init__(message)
        self.refusal = refusal


class ProposalNotPut(ServiceError):
    """A counter-proposal was refused; the text says why, and what would mend it."""


class WeighingNotTaken(ServiceError):
    """A weighing was refused: not now, or the fields in `missing` say too little."""

    def __init__(self, message: str, missing: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.missing = missing


class ReviewNotCounted(ServiceError):
    """A colleague's review was refused; the text says why."""


class InvalidInput(ServiceError):
    """What was sent cannot be used; every problem is named, with the place where it is."""

    def __init__(self, problems: tuple[tuple[str, str], ...]) -> None:
        super().__init__("De invoer klopt niet.")
        self.problems = problems


class RunnerUnavailable(ServiceError):
    """The engine that runs the plans does not answer now; asking again later may help."""

    def __init__(self) -> None:
        super().__init__(
            "De plannenmotor antwoordt nu niet. Probeer het over enkele seconden weer."
        )

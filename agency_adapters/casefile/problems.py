"""What is wrong with a case file: told so that it can be mended, without quoting what it holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: where (a JSON pointer; "" is the whole file) and what.

    The message never holds a value from the file, because any value may be personal data; ids of
    the file (p1, t-kot) are not.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path or '/'}: {self.message}"


class CaseFileInvalid(ValueError):
    """A case file cannot be used; `problems` are all that was found, ordered by path."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

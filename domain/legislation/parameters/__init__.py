"""The parameters of law as dated data: one file per law beside this one, in TOML.

A parameter's table is named by its id and has: `act` (a name of `Act`), `article`, `lid`, `nl` and
`en` (its name in a sentence), `unit`, `renewal` (how often the law sets it anew), and `values`,
each with `from`, `value`, `source` and, when it was not checked, `verified = false`.
"""

from domain.errors import ParameterMissing
from domain.legislation.parameters.loading import read_parameters
from domain.legislation.parameters.parameter import (
    DatedValue,
    Parameter,
    Renewal,
    last_known_on,
    value_on,
)

PARAMETERS = read_parameters()
"""Every parameter, by its id."""


def parameter(name: str) -> Parameter:
    """The parameter with this id; raises ParameterMissing when no file has it."""
    found = PARAMETERS.get(name)
    if found is None:
        raise ParameterMissing(f"no parameter file has {name}")
    return found


__all__ = [
    "PARAMETERS",
    "DatedValue",
    "Parameter",
    "Renewal",
    "last_known_on",
    "parameter",
    "value_on",
]

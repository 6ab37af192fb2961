"""Options: which lawful measures answer a conflict, right before deviation.

A remedy is a module in this package that defines `REMEDY`; being there registers it
(`domain.options.catalogue`).
"""

from domain.options.remedy import Remedy

__all__ = ["Remedy"]

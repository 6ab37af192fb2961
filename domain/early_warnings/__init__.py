"""Early warnings: what will be crossed, lapse or be reached in the coming ninety days.

A warning is not a conflict yet: there is still time to prevent one.
"""

from domain.early_warnings.find import DAYS_AHEAD, early_warnings
from domain.early_warnings.warning import EarlyWarning, WarningKind

__all__ = ["DAYS_AHEAD", "EarlyWarning", "WarningKind", "early_warnings"]

"""A count is one short of a harmful act: pause the debt that is counted, where an agency claims it.

Premiums are claimed by an insurer, who is no agency: what stops that count is its own arrangement
in instalments (Zvw 18a), which keeps the report to the CAK away (Zvw 18b lid 3, 18c lid 2). No
kind of measure does that.
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile

REMEDY = Remedy(ConflictType.DREMPEL_NADERT, holds_meanwhile)

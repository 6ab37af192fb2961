"""A letter in time was no objection to its receiver: pause what is claimed by that decision.

An objection does not suspend the decision (Awb 6:16), so what it claims goes on. The answer itself
is that the body that decided deals with the letter as an objection, after it is forwarded when
another got it (Awb 6:15): no kind of measure does that.
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile

REMEDY = Remedy(ConflictType.BEZWAAR_NIET_HERKEND, holds_meanwhile)

"""The term to object ran out through nobody's fault: pause what is claimed by that decision.

The answer itself is that the body that decided takes an objection that comes yet for one in time
(Awb 6:11), or reviews the decision on request (Awb 4:6): no kind of measure does that.
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile

REMEDY = Remedy(ConflictType.BEZWAARTERMIJN_VERLOPEN, holds_meanwhile)

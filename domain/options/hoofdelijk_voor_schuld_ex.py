"""A debt of a former spouse is claimed: pause it while it is found out who ought to bear it.

How far the claim is lowered or dropped for this debtor is for the creditor to weigh (Awir 26 lid 2,
IW 1990 26; among those who owe together BW 6:10): the law gives no amount, so none is proposed. A
private creditor does no measures; an arrangement with it belongs in the debt help (Wgs 4a).
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile

REMEDY = Remedy(ConflictType.HOOFDELIJK_VOOR_SCHULD_EX, holds_meanwhile)

"""A body claims back what it paid too much by its own fault: pause while its share is weighed.

The conflict ends when the body has weighed its share and waives recovery in part or wholly (WIA 77,
WW 36 lid 6, Pw 58 lid 8; otherwise Awb 3:4 lid 2). It sets the amount: no record states one, and
the opening proposal of half (docs/decisions/0003-opening-proposal-for-reduction.md) is for debts
whose remission the law excludes.
"""

from __future__ import annotations

from domain.conflicts import ConflictType
from domain.options.remedy import Remedy
from domain.options.while_sorted_out import holds_meanwhile

REMEDY = Remedy(ConflictType.EIGEN_FOUT_OVERHEID, holds_meanwhile)

"""What the parts of the benchmark call each other."""

from __future__ import annotations

BARE_QUEUE = "bench-bare"
ADMINISTRATION = "bench"
CASE = "J01"

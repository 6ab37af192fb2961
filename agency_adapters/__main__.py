"""`python -m agency_adapters --agency uwv`: the process of one agency."""

from __future__ import annotations

from agency_adapters.main import run_and_exit

if __name__ == "__main__":
    run_and_exit()

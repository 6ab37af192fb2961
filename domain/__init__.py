"""The pure heart of Samenloop: household, records, budget, conflicts, measures, decisions.

Nothing here does I/O, reads a clock or draws a random number, so all of it may run inside a
Temporal workflow. It imports none of the other houses (kept by import-linter).
"""

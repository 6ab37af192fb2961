"""The regulations, one module each, by who carries them out.

A module with a `REGULATION` is found by being here (`domain.legislation.catalogue`); modules that
start with an underscore are parts of others.
"""

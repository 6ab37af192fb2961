"""Who people are and what they may: signed tokens, sessions, and the one place that decides rights.

The embedded default has a development issuer of its own; an installation in production refuses it.
"""

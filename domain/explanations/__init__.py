"""Plain Dutch (B1) for what the domain finds: amounts, bodies, schemes, lists; never a name."""

from domain.explanations.words import body_name, day, euros, joined, scheme_name, sentence

__all__ = ["body_name", "day", "euros", "joined", "scheme_name", "sentence"]

"""Rules that every body applies: the protected amount, the division of its room, terms."""

"""Tables of law as data, where a rule has a table rather than single values."""

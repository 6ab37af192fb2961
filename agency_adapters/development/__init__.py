"""What only a development installation serves: filling ledgers, and made-to-order trouble."""

"""What only a development or test installation serves: filling ledgers, and made-to-order trouble."""

"""What each kind of measure does to the records it names: a module per act, joined in `effects`."""

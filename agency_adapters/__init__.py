"""The border with the agencies: the contract, the ledgers, and one folder per agency."""

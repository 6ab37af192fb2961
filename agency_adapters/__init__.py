"""The border with the agencies: the contract's server and client, the ledgers, and one folder per agency."""

"""Decision records as they leave the house: JSON for programs, PDF/UA for people, and the check of
the chain. Who may see them, and how much of them, is decided here."""

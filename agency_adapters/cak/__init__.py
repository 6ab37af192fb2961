"""CAK: contributions for care, and the scheme for unpaid health premiums."""

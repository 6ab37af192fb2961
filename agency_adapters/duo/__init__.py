"""DUO: student finance and its debts."""

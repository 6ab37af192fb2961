"""Belastingdienst, with Dienst Toeslagen as a department."""

"""What Dienst Toeslagen determines: the four allowances, the partner, recovery and payment."""

"""What the municipality determines: social assistance, debt counselling, postal address."""

"""What DUO determines: student finance and the repayment of student debt."""

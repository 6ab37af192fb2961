"""What the SVB determines: old age, survivors and child benefit, AIO, overpayment."""

"""What UWV determines: unemployment and disability benefits, overpayment and penalty."""

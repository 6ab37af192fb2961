"""What the CAK determines: premium defaulters, the uninsured, contributions to care."""

"""What the collector of taxes determines: deferral, remission, attachment, direct debit."""

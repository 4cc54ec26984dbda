"""What Qt shows of the phone and hears from the person; it decides and keeps nothing."""

"""The phone's window."""

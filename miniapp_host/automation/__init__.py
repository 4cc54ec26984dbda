"""The phone driven by a script instead of a person."""

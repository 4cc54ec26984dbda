"""The screen of a running program: its bars, capsule, sheets."""

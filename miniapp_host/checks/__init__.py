"""Checks of a program's files before its submission: none of its scripts is run."""

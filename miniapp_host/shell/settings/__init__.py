"""The settings of a program's scopes and of the phone."""

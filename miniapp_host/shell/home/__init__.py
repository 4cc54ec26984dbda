"""The launcher: the programs of the phone."""

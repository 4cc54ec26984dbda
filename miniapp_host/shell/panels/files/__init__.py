"""The panel Files: what is in a program's package, and what the program wrote."""

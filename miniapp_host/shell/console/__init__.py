"""The console of a program: its entries as a list."""

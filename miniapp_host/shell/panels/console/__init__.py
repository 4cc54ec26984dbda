"""The panel Console: what the program in front wrote, and a line to evaluate in it."""

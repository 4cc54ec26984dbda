"""The panel Elements & Sources: Chromium's own tools on the program in front."""

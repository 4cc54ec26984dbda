"""The panel Permissions: what a program may use, since when and by whom, what is left to test."""

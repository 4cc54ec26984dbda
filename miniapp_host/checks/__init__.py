"""Checks of a program before its submission: of its files, and of its pages opened unseen."""

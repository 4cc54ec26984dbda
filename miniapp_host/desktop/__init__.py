"""The phone's place on the person's desktop: its launcher in the menu, and its icons."""

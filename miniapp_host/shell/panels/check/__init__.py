"""The panel Check: what would keep the program from working or from being accepted."""

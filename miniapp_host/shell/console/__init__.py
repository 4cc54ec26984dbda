"""What a program and the phone say about it, as a list."""

"""What can be said of a program before it is submitted, without running it."""

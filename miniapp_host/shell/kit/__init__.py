"""The widgets that every screen is made of; they know nothing of programs."""

"""The parts every screen is made of; they know nothing of programs."""

"""Component libraries of other people: what their example pages must show, and who looks."""

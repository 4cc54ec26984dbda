"""The panel in which a test grows while the person uses the phone."""

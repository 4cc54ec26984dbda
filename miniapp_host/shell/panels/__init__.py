"""The panels of the inspector, each in modules of its own."""

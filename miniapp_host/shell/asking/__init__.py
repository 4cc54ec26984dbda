"""The popup that asks for a scope."""

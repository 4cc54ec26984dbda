"""Interfaces of places: location and its updates, choosing and showing a place."""

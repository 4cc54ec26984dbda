"""Overlays for one answer each: dialogs, notes, sheets, pickers."""

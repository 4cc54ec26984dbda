"""What lies over a screen for one answer: dialogs, notes, sheets, pickers."""

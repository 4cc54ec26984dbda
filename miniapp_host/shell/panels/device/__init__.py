"""The panel Device: the pretend phone itself, changed while programs run."""

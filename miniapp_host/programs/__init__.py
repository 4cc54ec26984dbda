"""Mini programs: their format, the installed ones, and what each of them keeps."""

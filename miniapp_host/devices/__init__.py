"""The pretend phone: where it is, its album, its owner, its switches, its clock and clipboard."""

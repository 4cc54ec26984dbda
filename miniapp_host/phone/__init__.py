"""The running phone: everything built and wired, the open programs, Qt's clock and network."""

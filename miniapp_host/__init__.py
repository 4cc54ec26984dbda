"""MiniApp Host: a desktop phone that runs mini programs and keeps their permissions."""

__version__ = "0.1.0"

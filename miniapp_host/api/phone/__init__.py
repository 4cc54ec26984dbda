"""Interfaces of the phone itself: system, hardware, clipboard, sheets, other programs."""

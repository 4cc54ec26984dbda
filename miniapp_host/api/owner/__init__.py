"""Interfaces of the phone's owner: profile, addresses, invoices, steps."""

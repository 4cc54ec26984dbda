"""Interfaces that talk to servers: requests, sockets, transfers, the cloud."""

"""Interfaces of a program's files and storage."""

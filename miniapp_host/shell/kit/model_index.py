"""How views and other models name a place in an item model."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
"""What Qt hands to the methods of a model or delegate: it promises either kind."""

"""Interfaces of pictures, films and sound: album, camera, recorder."""

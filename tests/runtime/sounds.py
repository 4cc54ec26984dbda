"""Sounds for programs under test to play."""

import io
import wave


def tone(seconds: float) -> bytes:
    """A wave file, quiet but for its first sample."""
    file = io.BytesIO()
    with wave.open(file, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(8000)
        made.writeframes(b"\x01\x00" + b"\x00\x00" * round(8000 * seconds))
    return file.getvalue()

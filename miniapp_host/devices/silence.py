"""What the pretend microphone records: silence, as a real sound file of the right length."""

import struct
from dataclasses import dataclass
from pathlib import Path

_BYTES = 2
"""Bytes per sample: 16 bits."""


@dataclass(frozen=True)
class Sound:
    """How a recording is written: samples per second, channels, a WAV header or none."""

    rate: int = 8000
    channels: int = 1
    header: bool = True


def write_silence(file: Path, seconds: float, sound: Sound) -> int:
    """Write so many seconds of silence and return the file's size; raises OSError.

    The file is sparse: on most disks its silence takes no room.
    """
    frame = _BYTES * sound.channels
    length = round(seconds * sound.rate) * frame
    header = _wav_header(length, sound) if sound.header else b""
    with file.open("wb") as stream:
        stream.write(header)
        stream.truncate(len(header) + length)
    return len(header) + length


def _wav_header(length: int, sound: Sound) -> bytes:
    """The header of plain PCM in Microsoft's RIFF layout."""
    frame = _BYTES * sound.channels
    form = struct.pack(
        "<HHIIHH", 1, sound.channels, sound.rate, sound.rate * frame, frame, 8 * _BYTES
    )
    return b"".join(
        (
            b"RIFF" + struct.pack("<I", 36 + length) + b"WAVE",
            b"fmt " + struct.pack("<I", len(form)) + form,
            b"data" + struct.pack("<I", length),
        )
    )

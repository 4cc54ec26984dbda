"""Text in bytes and back, in the encodings that FileSystemManager documents."""

import base64
import binascii
from collections.abc import Mapping

from miniapp_host.api.calls.call import CallError, Errno

_CODECS = {
    "ascii": "latin-1",
    "binary": "latin-1",
    "latin1": "latin-1",
    "ucs2": "utf-16-le",
    "ucs-2": "utf-16-le",
    "utf16le": "utf-16-le",
    "utf-16le": "utf-16-le",
    "utf8": "utf-8",
    "utf-8": "utf-8",
}

_SEVEN_BITS = bytes(byte & 0x7F for byte in range(256))


def decoded(body: bytes, encoding: str) -> str:
    """The text that `body` is in that encoding; what is no text of it becomes U+FFFD."""
    match encoding:
        case "base64":
            return base64.b64encode(body).decode("ascii")
        case "hex":
            return body.hex()
        case "ascii":
            return body.translate(_SEVEN_BITS).decode("ascii")
        case _:
            return body.decode(_codec(encoding), "replace")


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of `text`; raises CallError for bad base64 or hex and an unknown encoding."""
    try:
        match encoding:
            case "base64":
                return base64.b64decode("".join(text.split()) + "=" * (-len(text) % 4))
            case "hex":
                return bytes.fromhex(text)
            case _:
                return text.encode(_codec(encoding), "replace")
    except (binascii.Error, ValueError):
        raise CallError(f"{encoding} encode error", Errno.BAD_ENCODING) from None


def _codec(encoding: str) -> str:
    codec = _CODECS.get(encoding)
    if codec is None:
        raise CallError(f'invalid encoding "{encoding}"', Errno.FILE_ARGUMENT)
    return codec


def sent_bytes(arguments: Mapping[str, object]) -> bytes | None:
    """The ArrayBuffer that the service sent as base64 under `bytes`, None if there is none.

    Raises CallError for bad base64.
    """
    coded = arguments.get("bytes")
    if not isinstance(coded, str):
        return None
    try:
        return binascii.a2b_base64(coded, strict_mode=True)
    except (binascii.Error, ValueError):
        raise CallError("invalid request data", Errno.PARAMETER) from None

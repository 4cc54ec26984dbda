"""A profile as a program's server checks it: rawData, signature, encryptedData.

WeChat's guide "Signature verification and encryption/decryption of open data" fixes all of it.
"""

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping

_BLOCK_BITS = 128


def new_session_key() -> str:
    """A new key: 16 random bytes, in base64."""
    return base64.b64encode(secrets.token_bytes(16)).decode("ascii")


def raw_data(info: Mapping[str, object]) -> str:
    """The profile as compact JSON, in the order of `info`."""
    return json.dumps(info, ensure_ascii=False, separators=(",", ":"))


def signature(raw: str, session_key: str) -> str:
    """The SHA-1 of rawData and the session key, in hexadecimal digits."""
    return hashlib.sha1((raw + session_key).encode(), usedforsecurity=False).hexdigest()


def encrypted(data: Mapping[str, object], session_key: str) -> dict[str, object]:
    """`encryptedData` and `iv`: AES-128-CBC with PKCS#7 padding, both in base64."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # slow to load
    from cryptography.hazmat.primitives.padding import PKCS7

    iv = secrets.token_bytes(16)
    padder = PKCS7(_BLOCK_BITS).padder()
    plain = padder.update(raw_data(data).encode()) + padder.finalize()
    encryptor = Cipher(algorithms.AES(base64.b64decode(session_key)), modes.CBC(iv)).encryptor()
    secret = encryptor.update(plain) + encryptor.finalize()
    return {
        "encryptedData": base64.b64encode(secret).decode("ascii"),
        "iv": base64.b64encode(iv).decode("ascii"),
    }


def open_id(program: str) -> str:
    """An id of 28 characters, always the same for the same program."""
    digest = hashlib.sha256(f"owner of this phone in {program}".encode()).digest()
    return "o" + base64.urlsafe_b64encode(digest).decode("ascii")[:27]

"""Reads what a program's server reads: `encryptedData` and `iv`, with the session key."""

import base64
import json

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

from miniapp_host.api.calls.call import Result


def decrypted(result: Result, session_key: str) -> dict[str, object]:
    """The object that was encrypted."""
    key, iv = base64.b64decode(session_key), base64.b64decode(str(result["iv"]))
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    secret = base64.b64decode(str(result["encryptedData"]))
    padded = decryptor.update(secret) + decryptor.finalize()
    unpadder = PKCS7(128).unpadder()
    plain = json.loads(unpadder.update(padded) + unpadder.finalize())
    assert isinstance(plain, dict)
    return plain

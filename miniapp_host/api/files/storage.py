"""wx.setStorage and its family: what a program keeps, with and without waiting."""

import json

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import DATA, Endpoint, Kind, Parameter, SyncEndpoint
from miniapp_host.api.calls.parameters import mistyped
from miniapp_host.api.calls.session import Session
from miniapp_host.programs.storage import StorageFull

ABSENT = "data not found"


class Storage:
    """JSON values under text keys; each program sees only its own."""

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's asynchronous calls."""
        key = (Parameter("key"),)
        return (
            Endpoint("setStorage", _set, parameters=key, long=DATA),
            Endpoint("getStorage", _get, parameters=key),
            Endpoint("removeStorage", _remove, parameters=key),
            Endpoint("clearStorage", _clear),
            Endpoint("getStorageInfo", _info),
        )

    def sync_endpoints(self) -> tuple[SyncEndpoint, ...]:
        """The family's calls that return their value."""
        return (
            SyncEndpoint("setStorageSync", _set_sync),
            SyncEndpoint("getStorageSync", _get_sync),
            SyncEndpoint("removeStorageSync", _remove_sync),
            SyncEndpoint("clearStorageSync", lambda session, _: _cleared(session)),
            SyncEndpoint("getStorageInfoSync", lambda session, _: storage_info(session)),
        )


def keep(session: Session, key: str, value: object) -> None:
    """Keep a value under its key.

    Raises CallError if there is no room, or if it is nothing that JavaScript could give.
    """
    try:
        session.storage.set(session.program, key, _json(value))
    except StorageFull as problem:
        raise CallError(str(problem)) from problem


def kept(session: Session, key: str) -> tuple[bool, object]:
    """Whether there is such a key, and its value; raises StoreError."""
    text = session.storage.get(session.program, key)
    return (False, None) if text is None else (True, json.loads(text))


def storage_info(session: Session) -> dict[str, object]:
    """The keys, and the kilobytes in use and at most; raises StoreError."""
    keys, current, limit = session.storage.info(session.program)
    return {"keys": list(keys), "currentSize": current, "limitSize": limit}


def _set(call: Call) -> None:
    keep(call.session, call.string("key"), call.arguments.get("data", ""))
    call.ok()


def _get(call: Call) -> None:
    found, value = kept(call.session, call.string("key"))
    if not found:
        raise CallError(ABSENT)
    call.ok({"data": value})


def _remove(call: Call) -> None:
    call.session.storage.remove(call.session.program, call.string("key"))
    call.ok()


def _clear(call: Call) -> None:
    call.session.storage.clear(call.session.program)
    call.ok()


def _info(call: Call) -> None:
    call.ok(storage_info(call.session))


def _set_sync(session: Session, arguments: list[object]) -> None:
    keep(session, _key(arguments), arguments[1] if len(arguments) > 1 else "")


def _get_sync(session: Session, arguments: list[object]) -> object:
    """The value under the key, an empty text if there is none."""
    found, value = kept(session, _key(arguments))
    return value if found else ""


def _remove_sync(session: Session, arguments: list[object]) -> None:
    session.storage.remove(session.program, _key(arguments))


def _cleared(session: Session) -> None:
    session.storage.clear(session.program)


def _json(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except (ValueError, RecursionError):
        raise CallError("the data is no JSON") from None


def _key(arguments: list[object]) -> str:
    if not arguments:
        raise CallError("parameter error: parameter.key should be String instead of Undefined;")
    key = arguments[0]
    if not isinstance(key, str):
        raise CallError(mistyped("key", Kind.STRING, key), Errno.PARAMETER)
    return key

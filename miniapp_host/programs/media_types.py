"""The media type of a file by its suffix, the same on every system."""

_TYPES = {
    "aac": "audio/aac",
    "avif": "image/avif",
    "bmp": "image/bmp",
    "css": "text/css",
    "eot": "application/vnd.ms-fontobject",
    "gif": "image/gif",
    "htm": "text/html",
    "html": "text/html",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "m4a": "audio/mp4",
    "mjs": "text/javascript",
    "mov": "video/quicktime",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "ogg": "audio/ogg",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "wasm": "application/wasm",
    "wav": "audio/wav",
    "webm": "video/webm",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
}
_TEXTS = frozenset({"md", "ts", "txt", "wxml", "wxs", "wxss", "xml"})
_ACTIVE = frozenset({"text/html", "text/javascript"})


def media_type(path: str) -> str:
    """The media type by suffix, `application/octet-stream` for an unknown one."""
    suffix = path.rpartition(".")[2].lower()
    return _TYPES.get(suffix, "text/plain" if suffix in _TEXTS else "application/octet-stream")


def inert_media_type(path: str) -> str:
    """The type for a program's own files: no page or script among them runs in the browser."""
    found = media_type(path)
    return "text/plain" if found in _ACTIVE else found


def suffix_of(kind: str) -> str:
    """The usual suffix, with its dot, of a media type; empty if it has none."""
    usual = {"image/jpeg": ".jpg", "text/html": ".html", "text/javascript": ".js"}
    found = next((name for name, one in _TYPES.items() if one == kind), "")
    return usual.get(kind, f".{found}" if found else "")

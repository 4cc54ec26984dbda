"""The media type of a package's file by its suffix, the same on every system."""

_TYPES = {
    "aac": "audio/aac",
    "avif": "image/avif",
    "bmp": "image/bmp",
    "css": "text/css",
    "eot": "application/vnd.ms-fontobject",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "m4a": "audio/mp4",
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
_TEXTS = frozenset({"htm", "html", "js", "md", "mjs", "ts", "txt", "wxml", "wxs", "wxss", "xml"})


def media_type(path: str) -> str:
    """Pages and scripts of a package are plain text: they run as modules or not at all."""
    suffix = path.rpartition(".")[2].lower()
    return _TYPES.get(suffix, "text/plain" if suffix in _TEXTS else "application/octet-stream")

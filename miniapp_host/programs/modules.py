"""A program's scripts as the service loads them: one `__define` call per file.

CommonJS is wrapped here; an ES module or TypeScript is handed over as text for the service to
transform. Line numbers stay those of the file.
"""

import json
import re
from collections.abc import Iterator

from miniapp_host.programs.json_text import JsonError, parse_json

# What a browser has and the phone's logic layer has not: parameters of an outer function, so that
# a program's own `const self = this` is no redeclaration.
SHADOWED = (
    "window,document,frames,self,location,navigator,localStorage,history,Caches,screen,alert,"
    "confirm,prompt,XMLHttpRequest,WebSocket,webkit,WeixinJSCore,Reporter,print,WeixinJSBridge"
)

_LIKELY = re.compile(
    r"(?:^[^\S\n]*+|[;})]\s*+|\*/\s*+)(?:import\b\s*[\"'{*\w$]|import\.meta\b"
    r"|export\b\s*(?:[{*]|(?:default|const|let|var|function|class|async)\b))",
    re.M,
)
_TOKEN = re.compile(
    r"""(?P<blank>\s+|//[^\n]*|/\*.*?(?:\*/|\Z))
    |"(?>(?:\\.|[^"\\\n]++)*)"?
    |'(?>(?:\\.|[^'\\\n]++)*)'?
    |`(?>(?:\\.|[^`\\]++)*)`?
    |[\w$]+
    |.""",
    re.S | re.X,
)
_REGEX = re.compile(r"/(?>(?:\\.|\[(?:\\.|[^\]\\\n]){0,300}\]|[^/\\\n\[]){1,5000})/[a-z]*")
_BEFORE_REGEX = frozenset("(,=:[!&|?{};+-*%~^<>") | frozenset(
    ("", "return", "typeof", "case", "in", "of", "delete", "void", "do", "else", "throw", "new")
)
_DEPTH = {"{": 1, "(": 1, "[": 1, "}": -1, ")": -1, "]": -1}
_CALL = re.compile(r"(?>(?:\s++|/\*.*?\*/)*)\(", re.S)


def wrap_module(path: str, text: str) -> str:
    """The script at `path` as one `__define` call that ends with a newline."""
    name = json.dumps(path)
    if path.endswith(".json"):
        return _wrapped(name, f"module.exports=JSON.parse({_json_value(text)})")
    if path.endswith(".ts") or is_es_module(text):
        return f"__define({name}, {json.dumps(text, ensure_ascii=False)});\n"
    return _wrapped(name, f"//{text}" if text.startswith("#!") else text)


def is_module(path: str) -> bool:
    """Whether the service may `require` the file."""
    return path.endswith((".js", ".ts", ".json")) and not path.endswith(".d.ts")


def is_es_module(text: str) -> bool:
    """Whether a script has `import` or `export` statements, not just the words somewhere."""
    return _LIKELY.search(text) is not None and _has_module_statement(text)


def _wrapped(name: str, body: str) -> str:
    inner = f"return function(require,module,exports){{{body}\n}}"
    return f"__define({name},(function({SHADOWED}){{{inner}}})());\n"


def _json_value(text: str) -> str:
    """A json file as a string literal; bad JSON throws when it is required, as on the phone."""
    try:
        plain = json.dumps(parse_json(text))
    except JsonError:
        plain = text
    return json.dumps(plain)


def _has_module_statement(text: str) -> bool:
    """Whether `import` or `export` stands outside all brackets, except `import(`.

    Both words are reserved, so only a module has them there.
    """
    depth = 0
    before = ""
    for token, end in _tokens(text):
        if depth == 0 and before != "." and _opens_module_statement(token, text, end):
            return True
        depth += _DEPTH.get(token, 0)
        before = token
    return False


def _opens_module_statement(token: str, text: str, end: int) -> bool:
    return token == "export" or (token == "import" and _CALL.match(text, end) is None)


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """The script's tokens, each with its end; comments and blanks are left out."""
    before = ""
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is not None and match[0] == "/" and before in _BEFORE_REGEX:
            match = _REGEX.match(text, position) or match
        if match is None:
            return
        position = match.end()
        if match.lastgroup != "blank":
            before = match[0]
            yield before, position

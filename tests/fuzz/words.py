"""Random words of the formats that a program brings, by hypothesis."""

import json

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.guarantees.tally import number


def tries(quick: int, full: int) -> settings:
    """The same examples each time, few of them unless somebody asked for many."""
    return settings(
        max_examples=number(quick, full),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


texts = st.text(max_size=20) | st.sampled_from(
    [
        "pages/index/index",
        "../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "plugin://x/y",
        "\x00",
        "\ud800",
        "__proto__",
        "scope.userLocation",
        "x" * 3_000,
    ]
)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | texts
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
)
APP_KEYS = (
    "pages", "subpackages", "subPackages", "window", "tabBar", "permission", "requiredPrivateInfos",
    "usingComponents", "entryPagePath", "darkmode", "themeLocation", "networkTimeout", "plugins",
    "resolveAlias", "lazyCodeLoading", "style", "sitemapLocation", "useExtendedLib", "workers",
    "requiredBackgroundModes", "__usePrivacyCheck__", "appid", "projectname", "miniprogramRoot",
)  # fmt: skip
manifests = st.dictionaries(st.sampled_from(APP_KEYS) | texts, values, max_size=6)

TEMPLATE_PARTS = (
    "<view", "<block", "<wxs", "<template", "<import", "<include", "<slot", "</view>", "</block>",
    "</wxs>", "</template>", ">", "/>", " wx:if=", " wx:for=", " wx:elif=", " wx:else", " wx:key=",
    " src=", " is=", " data=", " name=", " module=", " bindtap=", " class=", '"', "'", "{{", "}}",
    "...", "item", ".a", "[0]", "(", ")", "{", "}", ",", ":", "?", "<!--", "-->", "&lt;", "&#x;",
    "module.exports = ", "/*", "*/", "//", "\n", " ", "=", "\x00", "\ud800", "中", "😀", "-1e9",
)  # fmt: skip
SCRIPT_PARTS = (
    "var ", "function ", "f", "a", "(", ")", "{", "}", "[", "]", ";", ",", ".", "=", "=>", "+", "-",
    "!", "?", ":", "return ", "if", "else", "for", "while", "do", "switch", "case ", "default:",
    "break", "continue", "typeof ", "delete ", "new ", "this", "arguments", "require(", "module",
    "exports", "constructor", "__proto__", "prototype", "'", '"', "`", "${", "/", "\\", "\n", "//",
    "/*", "*/", "0x", "1e", "getRegExp(", "let ", "class ", "with(", "eval(", "\u2028", "\ud800",
)  # fmt: skip


def sequences(parts: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Texts made of `parts`, with a few other characters between them."""
    return st.lists(st.sampled_from(parts) | st.text(max_size=5), max_size=60).map("".join)


templates = sequences(TEMPLATE_PARTS)
scripts = sequences(SCRIPT_PARTS)


def json_text(value: object) -> str:
    return json.dumps(value)

"""Calls with their reasons as a file: JSON for programs, one web page for people."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from html import escape

from miniapp_host.api.calls.journal import CallRecord
from miniapp_host.texts import Texts

Sentence = Callable[[CallRecord], str]
"""Why a call ended as it did."""

_STYLE = """
:root { color-scheme: light dark; --ground: #fff; --text: #1a1a1a; --quiet: #6b6b6b;
  --line: #e2e2e2; --bad: #b3261e; --good: #07883f }
@media (prefers-color-scheme: dark) { :root { --ground: #191919; --text: #d2d2d2;
  --quiet: #939393; --line: #333; --bad: #ff8080; --good: #4cc87f } }
body { margin: 24px; background: var(--ground); color: var(--text);
  font: 13px/18px system-ui, sans-serif }
h1 { font-size: 20px; line-height: 28px; margin: 0 }
p { margin: 4px 0 20px; color: var(--quiet) }
table { border-collapse: collapse; width: 100%; min-width: 1000px; table-layout: fixed }
th { text-align: left; font-weight: 500; color: var(--quiet); position: sticky; top: 0;
  background: var(--ground) }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top }
code { font: 12px/18px ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap }
.bad { color: var(--bad) }
.good { color: var(--good) }
.why { overflow-wrap: anywhere }
.quiet { color: var(--quiet) }
"""
_WIDTHS = ("76px", "15%", "auto", "18%", "24%", "14%", "86px")
_LONGEST_SHOWN = 160
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def calls_as_json(records: Iterable[CallRecord], sentence: Sentence) -> str:
    """A JSON text: an object with `calls`, one object each, times in UTC."""
    calls = [_as_object(record, sentence(record)) for record in records]
    return json.dumps({"calls": calls}, ensure_ascii=False, indent=2)


def _as_object(record: CallRecord, sentence: str) -> dict[str, object]:
    return {
        "number": record.number,
        "at": record.at.isoformat(),
        "program": record.subject.program,
        "version": record.subject.version,
        "page": record.page,
        "name": record.name,
        "arguments": record.arguments,
        "scope": record.scope,
        "before": record.before.value if record.before is not None else None,
        "how": record.how.value if record.how is not None else None,
        "joined": record.joined,
        "result": record.result,
        "errno": record.errno,
        "seconds": record.seconds,
        "why": sentence,
    }


def calls_as_html(
    records: Iterable[CallRecord], sentence: Sentence, title: str, at: datetime, texts: Texts
) -> str:
    """One web page that needs nothing else; whatever programs wrote stands in it literally.

    `at` is the local time that the page names.
    """
    rows = [_row(record, sentence(record)) for record in records]
    heads = ("Time", "Interface", "Arguments", "Result", "Why", "Page", "Took")
    columns = "".join(f'<col style="width: {width}">' for width in _WIDTHS)
    head = "".join(f"<th>{escape(texts(word))}</th>" for word in heads)
    count = texts("{count} calls, {when}", count=len(rows), when=f"{at:%Y-%m-%d %H:%M:%S}")
    return (
        f'<!doctype html><html lang="{texts.language.value[:2]}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><h1>{escape(title)}</h1><p>{escape(count)}</p>"
        f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        "</body></html>"
    )


def _row(record: CallRecord, sentence: str) -> str:
    result = record.result or ""
    tone = "bad" if ":fail" in result else "good" if result else "quiet"
    took = f"{record.seconds * 1000:.1f} ms" if record.seconds is not None else ""
    cells = (
        f'<td class="quiet"><code>{record.at.astimezone():%H:%M:%S}</code></td>',
        f"<td><code>{escape(record.name)}</code></td>",
        f'<td class="quiet">{_folded(record.arguments)}</td>',
        f'<td class="{tone}"><code>{escape(result)}</code></td>',
        f'<td class="why">{escape(sentence)}</td>',
        f'<td class="quiet"><code>{escape(record.page)}</code></td>',
        f'<td class="quiet"><code>{took}</code></td>',
    )
    return f"<tr>{''.join(cells)}</tr>"


def _folded(text: str) -> str:
    """A long text is folded behind its beginning; a click unfolds it."""
    if len(text) <= _LONGEST_SHOWN:
        return f"<code>{escape(text)}</code>"
    head = escape(text[:_LONGEST_SHOWN])
    return f"<details><summary><code>{head}…</code></summary><code>{escape(text)}</code></details>"

"""A report as one HTML file: no script, nothing from elsewhere, fit for the printer."""

from base64 import b64encode
from datetime import datetime
from html import escape

from miniapp_host import paths
from miniapp_host.permissions.scopes import scope_named
from miniapp_host.texts import Texts
from miniapp_host.walkthroughs.report import NOT_REACHED, UNFINISHED, Report, StepReport
from miniapp_host.walkthroughs.walk import Judge

_SIGNS = {"passed": "✓", "failed": "✕", "skipped": "–", NOT_REACHED: "·"}
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def html_of(report: Report, texts: Texts) -> str:
    """The report as an HTML document in the language of `texts`, its pictures inside."""
    return _Page(report, texts).html()


class _Page:
    """Writes one report."""

    def __init__(self, report: Report, texts: Texts) -> None:
        self._report = report
        self._texts = texts
        self._words = {
            "passed": texts("Passed"),
            "failed": texts("Failed"),
            "skipped": texts("Skipped"),
            NOT_REACHED: texts("Not reached"),
            UNFINISHED: texts("Unfinished"),
        }

    def html(self) -> str:
        style = paths.resources().joinpath("walkthroughs", "report.css").read_text("utf-8")
        language = self._texts.language.value.replace("_", "-")
        title = f"{self._texts.of(self._report.title)} - {self._report.tested.name}"
        return "\n".join(
            (
                f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
                f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>",
                *self._head(),
                "<ol>",
                *(self._step(step) for step in self._report.steps),
                "</ol>\n</body>\n</html>\n",
            )
        )

    def _head(self) -> list[str]:
        report = self._report
        facts = "".join(
            f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in self._facts()
        )
        return [
            f"<header>\n<h1>{escape(self._texts.of(report.title))}</h1>",
            f'<p class="result {report.result}">{escape(self._sum())}</p>',
            f'<p class="about">{escape(self._texts.of(report.about))}</p>',
            f"<dl>{facts}</dl>\n</header>",
        ]

    def _sum(self) -> str:
        report, texts = self._report, self._texts
        counts = [
            f"{report.count(result)} {self._words[result].lower()}"
            for result in ("passed", "failed", "skipped", NOT_REACHED)
            if report.count(result)
        ]
        return f"{self._words[report.result]}{texts(': ')}{texts(', ').join(counts)}"

    def _facts(self) -> list[tuple[str, str]]:
        report, texts, tested = self._report, self._texts, self._report.tested
        scope = scope_named(report.scope) if report.scope else None
        facts = [
            (texts("Program"), f"{tested.name} ({tested.appid})"),
            (texts("Version"), f"{tested.version} {tested.kind}".strip()),
            (texts("Folder"), tested.folder),
            (texts("Permission"), f"{texts.of(scope.title)} ({scope.id})" if scope else ""),
            (texts("Began"), _time(report.began)),
            (texts("Took"), _duration(report.seconds)),
            (texts("Host"), tested.host),
        ]
        return [(name, value) for name, value in facts if value]

    def _step(self, step: StepReport) -> str:
        parts = [
            f'<li class="{step.result.replace(" ", "-")}">\n<div class="words">',
            f'<span class="sign">{_SIGNS[step.result]}</span>',
            f'<p class="text">{step.number}. {escape(self._texts.of(step.text))}</p>',
            f'<p class="how">{escape(self._how(step))}</p>',
        ]
        if step.verdict is not None and step.verdict.comment:
            parts.append(f"<blockquote>{escape(step.verdict.comment)}</blockquote>")
        parts.append("</div>")
        if step.picture is not None:
            picture = b64encode(step.picture).decode("ascii")
            said = escape(self._texts("The phone after step {number}", number=step.number))
            parts.append(f'<img src="data:image/png;base64,{picture}" alt="{said}">')
        return "\n".join((*parts, "</li>"))

    def _how(self, step: StepReport) -> str:
        """Result, who said so, when and after how long; one line."""
        verdict = step.verdict
        if verdict is None:
            return self._words[step.result]
        by_phone = verdict.judge is Judge.PHONE
        who = self._texts("by itself") if by_phone else self._texts("by the person")
        when = f"{verdict.at.astimezone():%H:%M:%S}"
        return " · ".join((self._words[step.result], who, when, _duration(verdict.seconds)))


def _time(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M:%S %z}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes:.0f} min {rest:.0f} s" if minutes else f"{rest:.1f} s"

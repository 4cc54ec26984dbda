"""Reads the json of a page or component; its mistakes are warnings and never errors."""

from miniapp_host.programs.findings import Findings
from miniapp_host.programs.json_document import Files, JsonDocument, parse_document
from miniapp_host.programs.manifest import ManifestError, PageConfig
from miniapp_host.texts import Sentence


def read_page(files: Files, path: str, findings: Findings) -> PageConfig:
    """The config of the page or component at `path` (no suffix); an empty one without a file."""
    document = _document(files, f"{path}.json", findings)
    config = PageConfig(
        path=path,
        values=document.values,
        using_components=document.references("usingComponents"),
        generic_defaults=_generic_defaults(document),
        component=document.values.get("component") is True,
    )
    for finding in document.warnings:
        findings.add(finding.file, finding.line, finding.text)
    return config


def _document(files: Files, file: str, findings: Findings) -> JsonDocument:
    text = files.text(file) if files.has(file) else ""
    if not text.strip():
        return JsonDocument(file, "", {})
    try:
        return parse_document(file, text)
    except ManifestError as error:
        findings.add(
            file, error.line, Sentence("{problem}. It counts as empty", problem=error.problem)
        )
        return JsonDocument(file, "", {})


def _generic_defaults(document: JsonDocument) -> dict[str, str]:
    """The defaults in `componentGenerics`: `{"name": {"default": "path"}}`."""
    return {
        name: str(entry["default"])
        for name, entry in document.mapping("componentGenerics").items()
        if isinstance(entry, dict) and isinstance(entry.get("default"), str)
    }

"""The domain rule: who is on the list, and what a bad list says."""

from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.api.network.domains import Domains, DomainsError, allows_page, read_domains
from miniapp_host.texts import Language, Texts


def test_only_listed_origins_of_the_kind_pass(tmp_path: Path) -> None:
    file = tmp_path / "domains.json"
    file.write_text(
        '{"request": ["https://A.example", "https://b.example:8443"], "uploadFile": []}'
    )
    domains = read_domains(file)
    passing = ("https://a.example/x?y", "https://a.example:443/", "https://b.example:8443")
    assert all(domains.allow("request", url) for url in passing)
    for url in ("http://a.example", "https://b.example", "https://x.a.example", "https://a:x/"):
        assert not domains.allow("request", url)
    assert not domains.allow("uploadFile", "https://a.example")
    assert not domains.allow("downloadFile", "https://a.example")


def test_pages_of_the_web_have_a_list_of_their_own_outside_development() -> None:
    domains = Domains({"web-view": frozenset({"https://h5.example:443"})})
    assert allows_page(domains, "release", "https://h5.example/a?b")
    assert not allows_page(domains, "trial", "https://api.example/")
    assert allows_page(domains, "develop", "http://127.0.0.1:8080/")
    assert allows_page(None, "release", "https://api.example/")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[", "it is no JSON"),
        ("[]", "it holds no object"),
        ('{"fetch": []}', "fetch: there is no such kind"),
        ('{"request": ["http://a.example"]}', "request: every entry must be a domain"),
        ('{"connectSocket": ["https://a.example"]}', "connectSocket: every entry must be"),
        ('{"request": [1]}', "request: every entry must be a domain"),
    ],
)
def test_a_bad_file_is_named_with_key_and_remedy(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "domains.json"
    file.write_text(text)
    with pytest.raises(DomainsError) as raised:
        read_domains(file)
    assert str(raised.value).startswith(f"{file}: {complaint}")
    texts = Texts(Language.ZH, paths.resources() / "i18n")
    for words in (raised.value.problem, raised.value.remedy):
        assert not texts.said(words).isascii()

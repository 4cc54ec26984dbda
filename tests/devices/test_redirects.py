"""Where an answer leads a request: method, body, headers and address, as fetch has it."""

import pytest

from miniapp_host.devices.network import Head, Request, Trouble
from miniapp_host.devices.redirects import RedirectError, redirected

HERE = "https://a.example/x/y?q=1"
SECRETS = {"authorization": "Bearer 1", "Cookie": "a=1", "proxy-authorization": "Basic 2"}
OF_THE_BODY = {"content-type": "a/b", "Content-Encoding": "gzip"}


def led(location: str, status: int = 302, url: str = HERE, **more: object) -> Request:
    """The request that follows."""
    found = redirected(Request(url, **more), Head(status, (("Location", location),)))  # type: ignore[arg-type]
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("status", "method", "then"),
    [
        (301, "POST", "GET"),
        (302, "POST", "GET"),
        (303, "POST", "GET"),
        (303, "PUT", "GET"),
        (303, "DELETE", "GET"),
    ],
)
def test_what_was_sent_is_not_sent_again(status: int, method: str, then: str) -> None:
    headers = {"x-mine": "1", **OF_THE_BODY}
    found = led("/z", status, method=method, headers=headers, body=b"sent")
    assert (found.method, found.body, found.headers) == (then, None, {"x-mine": "1"})


@pytest.mark.parametrize(
    ("status", "method"),
    [
        (301, "GET"),
        (302, "PUT"),
        (301, "DELETE"),
        (302, "HEAD"),
        (303, "HEAD"),
        (303, "GET"),
        (307, "POST"),
        (308, "POST"),
        (307, "PATCH"),
    ],
)
def test_otherwise_method_body_and_headers_stay(status: int, method: str) -> None:
    headers = {"x-mine": "1", **OF_THE_BODY, **SECRETS}
    found = led("/z", status, method=method, headers=headers, body=b"sent")
    assert (found.method, found.body, found.headers) == (method, b"sent", headers)


@pytest.mark.parametrize(
    "target",
    ["https://b.example/", "https://a.example:444/", "https://x.a.example/", "//b.example"],
)
def test_what_is_for_one_server_does_not_go_to_another(target: str) -> None:
    assert led(target, 307, headers={"x-mine": "1", **SECRETS}).headers == {"x-mine": "1"}


def test_the_same_server_by_its_usual_port_gets_all() -> None:
    assert led("https://A.example:443/z", headers=SECRETS).headers == SECRETS


def test_a_change_to_https_is_one_to_another_server() -> None:
    found = led("https://a.example/", url="http://a.example/", headers=SECRETS)
    assert found.headers == {}


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("z", "https://a.example/x/z"),
        ("../z", "https://a.example/z"),
        ("/z?b", "https://a.example/z?b"),
        ("?b", "https://a.example/x/y?b"),
        ("//b.example/z", "https://b.example/z"),
        (" https://b.example ", "https://b.example"),
        ("HTTPS://b.example", "https://b.example"),
    ],
)
def test_a_place_is_read_from_where_the_answer_came(location: str, target: str) -> None:
    assert led(location).url == target


def test_the_fragment_goes_on_unless_there_is_a_new_one() -> None:
    assert led("/z", url=f"{HERE}#top").url == "https://a.example/z#top"
    assert led("/z#end", url=f"{HERE}#top").url == "https://a.example/z#end"
    assert led("/z#", url=f"{HERE}#top").url == "https://a.example/z"


@pytest.mark.parametrize(
    ("location", "trouble"),
    [
        ("file:///etc/hostname", Trouble.UNSAFE_REDIRECT),
        ("javascript:1", Trouble.UNSAFE_REDIRECT),
        ("data:text/plain,x", Trouble.UNSAFE_REDIRECT),
        ("mp://wxother/app.json", Trouble.UNSAFE_REDIRECT),
        ("http://a.example/", Trouble.UNSAFE_REDIRECT),
        ("https://", Trouble.INVALID_REDIRECT),
        ("https:z", Trouble.INVALID_REDIRECT),
        ("http:///z", Trouble.INVALID_REDIRECT),
        ("https://[x/", Trouble.INVALID_REDIRECT),
        ("https://a.example:99999/", Trouble.INVALID_REDIRECT),
        ("https://a.example:port/", Trouble.INVALID_REDIRECT),
    ],
)
def test_no_request_goes_to_what_is_unsafe_or_no_address(location: str, trouble: Trouble) -> None:
    with pytest.raises(RedirectError) as raised:
        led(location)
    assert raised.value.trouble is trouble


def test_what_was_safe_stays_safe_however_it_was_written() -> None:
    with pytest.raises(RedirectError):
        led("http://a.example/", url="HTTPS://a.example/")
    assert led("http://a.example/", url="http://a.example/x").url == "http://a.example/"


@pytest.mark.parametrize("status", [200, 201, 300, 304, 305, 306, 404])
def test_any_other_status_is_an_answer(status: int) -> None:
    assert redirected(Request(HERE), Head(status, (("Location", "/z"),))) is None


@pytest.mark.parametrize("headers", [(), (("Location", " "),)])
def test_a_redirect_without_a_place_is_an_answer(headers: tuple[tuple[str, str], ...]) -> None:
    assert redirected(Request(HERE), Head(302, headers)) is None

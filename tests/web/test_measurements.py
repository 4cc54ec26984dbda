"""A request of the service and the page's answer meet, in whatever order they come."""

from miniapp_host.web.measurements import Measurements


def test_the_answer_waits_for_the_request() -> None:
    heard: list[bytes] = []
    measurements = Measurements()
    measurements.hear(1, '{"width": 1}')
    measurements.wait(1, heard.append)
    assert heard == [b'{"width": 1}']


def test_the_request_waits_for_the_answer() -> None:
    heard: list[bytes] = []
    measurements = Measurements()
    measurements.wait(2, heard.append)
    assert heard == []
    measurements.hear(2, "null")
    measurements.hear(2, "again")
    assert heard == [b"null"]


def test_an_answer_to_an_older_question_is_nobodys() -> None:
    heard: list[bytes] = []
    measurements = Measurements()
    measurements.hear(1, "late")
    measurements.wait(2, heard.append)
    assert heard == []
    measurements.hear(2, "right")
    assert heard == [b"right"]

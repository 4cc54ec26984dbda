"""A GPX file as a way: where one is after so many seconds, and what is no way at all."""

from pathlib import Path

import pytest

from miniapp_host.devices.track import WALK, Track, TrackError, read_track

TIMED = """<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1">
  <metadata><name>Along the
  river</name></metadata>
  <trk><trkseg>
    <trkpt lat="31.0" lon="121.0"><ele>4</ele><time>2026-11-22T08:00:00Z</time></trkpt>
    <trkpt lat="31.001" lon="121.0"><ele>6</ele><time>2026-11-22T08:00:20Z</time></trkpt>
    <trkpt lat="31.001" lon="121.002"><ele>6</ele><time>2026-11-22T08:01:00Z</time></trkpt>
  </trkseg></trk>
</gpx>"""
POINTS = '<{tag} lat="31" lon="121"/><{tag} lat="31.001" lon="121"/>'


def written(folder: Path, text: str) -> Path:
    file = folder / "way.gpx"
    file.write_text(text, "utf-8")
    return file


def track(folder: Path, text: str) -> Track:
    return read_track(written(folder, text))


def test_a_recorded_way_takes_the_time_it_took(tmp_path: Path) -> None:
    way = track(tmp_path, TIMED)
    assert (way.name, way.seconds, len(way.points)) == ("Along the river", 60.0, 3)


def test_between_two_points_one_is_on_the_line_at_the_speed_of_the_walk(tmp_path: Path) -> None:
    step = track(tmp_path, TIMED).at(10)
    assert step.point.latitude == pytest.approx(31.0005)
    assert (step.point.longitude, step.point.altitude) == (121.0, 5.0)
    assert step.speed == pytest.approx(111.32 / 20, rel=1e-3)


@pytest.mark.parametrize(("seconds", "end"), [(-5, 31.0), (0, 31.0), (60, 31.001), (900, 31.001)])
def test_before_the_start_and_after_the_end_one_stands_there(
    tmp_path: Path, seconds: float, end: float
) -> None:
    assert track(tmp_path, TIMED).at(seconds).point.latitude == pytest.approx(end)


def test_at_the_end_one_stands_still(tmp_path: Path) -> None:
    assert track(tmp_path, TIMED).at(60).speed == 0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"<gpx version='1.0'><trk><name>x</name><trkseg>{POINTS}</trkseg></trk></gpx>", "x"),
        (f"<gpx version='1.1'><rte>{POINTS}</rte></gpx>", "way"),
        (f"<gpx version='1.1'>{POINTS}</gpx>", "way"),
    ],
    ids=["track", "route", "waypoints"],
)
def test_a_way_without_times_is_walked(tmp_path: Path, text: str, name: str) -> None:
    tag = "trkpt" if "trk>" in text else "rtept" if "rte>" in text else "wpt"
    way = track(tmp_path, text.replace("{tag}", tag))
    assert way.name == name
    assert way.seconds == pytest.approx(111.32 / WALK, rel=1e-3)


def test_times_that_go_back_are_walked_instead(tmp_path: Path) -> None:
    swapped = TIMED.replace("08:00:20Z", "07:00:00Z")
    points = track(tmp_path, swapped).points
    assert [point.seconds for point in points] == sorted(point.seconds for point in points)
    assert points[1].seconds == pytest.approx(111.32 / WALK, rel=1e-3)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no GPX"),
        ("{}", "no GPX"),
        ("<gpx><trk>", "no GPX"),
        ("<gpx version='1.1'><wpt lat='x' lon='2'/></gpx>", "no GPX"),
        ("<kml/>", "fewer than two points"),
        ("<gpx version='1.1'><wpt lat='1' lon='2'/></gpx>", "fewer than two points"),
        ("<gpx version='1.1'><wpt lat='1' lon='2'/><wpt lat='99' lon='2'/></gpx>", "fewer than"),
    ],
)
def test_what_is_no_way_is_told_with_the_files_name_and_what_to_do(
    tmp_path: Path, text: str, why: str
) -> None:
    with pytest.raises(TrackError, match=rf"way\.gpx: it .*{why}.*Choose a GPX file"):
        track(tmp_path, text)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrackError, match=r"way\.gpx: No such file"):
        read_track(tmp_path / "way.gpx")


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    file = tmp_path / "way.gpx"
    file.write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(TrackError, match="no GPX"):
        read_track(file)

"""<camera>: asks when it is shown; the photo is a picture that the person chooses."""

import pytest

from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.phone.phone import Phone
from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import heard, hearing_page, wait_heard
from tests.stories.person import Person

CAMERA = "scope.camera"
FILES = hearing_page(
    '<camera wx:if="{{on}}" id="camera" binderror="hear" bindinitdone="hear" bindstop="hear">'
    '<cover-view id="over">over</cover-view></camera>'
    '<button id="take" bindtap="take">t</button><button id="off" bindtap="turn">o</button>',
    data="{on: true}",
    methods="""take() { wx.createCameraContext().takePhoto({ quality: 'high',
        complete: (result) => this.hear({ type: 'photo', detail: result }) }) },
      turn() { this.setData({ on: !this.data.on }) }, """,
)


def state(page: PageDriver) -> str | None:
    return page.attribute("#camera", "state")


def test_allowed_it_shows_a_view_finder_and_takes_a_chosen_picture(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(FILES)
    person.clicks("allow")
    assert wait_heard(page, "initdone") == {"maxZoom": 1}
    page.wait(lambda: state(page) == "on", "the view finder")
    assert page.text("#over") == "over"
    page.tap("#take")
    person.clicks("picture_0")
    person.clicks("pictureDone")
    photo = wait_heard(page, "photo")
    assert photo["errMsg"] == "operateCamera:ok"
    assert photo["tempImagePath"].startswith("wxfile://tmp_")


def test_refused_it_says_so_as_documented(run_program: OpenProgram, person: Person) -> None:
    page = run_program(FILES)
    person.clicks("reject")
    assert wait_heard(page, "error")["errMsg"] == "insertCamera:fail auth deny"
    page.wait(lambda: state(page) == "off", "the crossed-out camera")
    page.tap("#take")
    assert wait_heard(page, "photo")["errMsg"] == "operateCamera:fail auth deny"
    assert not person.sees("authorizationDialog")


def test_a_photo_not_taken_is_a_cancel(run_program: OpenProgram, person: Person) -> None:
    page = run_program(FILES)
    person.clicks("allow")
    wait_heard(page, "initdone")
    page.tap("#take")
    person.clicks("back")
    assert wait_heard(page, "photo")["errMsg"] == "operateCamera:fail cancel"


def test_taking_the_scope_back_stops_it_at_once(
    run_program: OpenProgram, person: Person, phone: Phone
) -> None:
    page = run_program(FILES)
    person.clicks("allow")
    wait_heard(page, "initdone")
    phone.store.decide(page.program.subject, CAMERA, Decision.DENIED, Actor.SETTINGS)
    wait_heard(page, "stop")
    page.wait(lambda: state(page) == "off", "the crossed-out camera")


@pytest.mark.parametrize("by", ["the settings", "the phone's switch"])
def test_what_was_refused_stays_dark_until_it_is_made_anew(
    run_program: OpenProgram, person: Person, phone: Phone, by: str
) -> None:
    """As on a phone, whose programs put it behind `wx:if` and open the settings."""
    page = run_program(FILES)
    subject, switches = page.program.subject, phone.programs.devices.switches
    if by == "the settings":
        person.clicks("reject")
        wait_heard(page, "error")
        phone.store.decide(subject, CAMERA, Decision.GRANTED, Actor.SETTINGS)
    else:
        person.clicks("allow")
        wait_heard(page, "initdone")
        switches.turn(Switch.CAMERA, on=False)
        wait_heard(page, "stop")
        switches.turn(Switch.CAMERA, on=True)
    begun = len(heard(page, "initdone"))
    page.tap("#take")
    person.clicks("back")
    wait_heard(page, "photo")
    assert (state(page), len(heard(page, "initdone"))) == ("off", begun)
    page.tap("#off")
    page.wait(lambda: not page.exists("#camera"), "no camera")
    page.tap("#off")
    wait_heard(page, "initdone", begun + 1)
    page.wait(lambda: state(page) == "on", "the view finder")


def test_a_camera_that_is_no_longer_there_hears_nothing(
    run_program: OpenProgram, person: Person, phone: Phone
) -> None:
    page = run_program(FILES)
    person.clicks("allow")
    wait_heard(page, "initdone")
    page.tap("#off")
    page.wait(lambda: not page.exists("#camera"), "no camera")
    phone.store.decide(page.program.subject, CAMERA, Decision.DENIED, Actor.SETTINGS)
    page.tap("#take")
    wait_heard(page, "photo")
    assert "stop" not in str(page.text("#heard"))

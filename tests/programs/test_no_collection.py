"""Nothing is collected while a thread works beside the phone's."""

import gc

from miniapp_host.programs.no_collection import no_collection


def test_the_last_of_two_lets_the_collection_go_on() -> None:
    first, second = no_collection(), no_collection()
    with first:
        with second:
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    try:
        with no_collection():
            raise OSError
    except OSError:
        assert gc.isenabled()

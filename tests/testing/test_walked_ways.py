from miniapp_host.testing.walked_ways import WalkedWays


def test_what_one_test_has_walked_stays_walked() -> None:
    walked = WalkedWays()
    walked.add({"scope.record": {"allowed": True, "rejected": False}})
    walked.add({"scope.record": {"allowed": False, "rejected": False}})
    assert walked.seen == {"scope.record": {"allowed": True, "rejected": False}}
    assert walked.percent == 50


def test_nothing_to_walk_is_all_walked() -> None:
    assert WalkedWays().percent == 100


def test_the_table_has_a_line_for_each_scope_and_leaves_out_ways_that_are_none() -> None:
    walked = WalkedWays()
    walked.add({"scope.record": {"allowed": True, "switched off on the phone": False}})
    walked.add({"scope.address": {"allowed": False}})
    assert walked.table().splitlines() == [
        "               allowed  switched off on the phone",
        "scope.address  -",
        "scope.record   walked   -",
        "33 % of the ways walked",
    ]

"""S15: no appid, however hostile, reads or writes what belongs to another."""

import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.programs.storage import ProgramStorage
from tests.guarantees.tally import Tally, number

GRANTED, UNDECIDED = Decision.GRANTED, Decision.UNDECIDED
LOCATION = "scope.userLocation"
PLAIN = ["wx1", "é", "../wx1", "wx1'--", 'wx1"', "wx\x001", "x" * 9_999, "ﬁ", "I", "ß"]
TWISTS = (
    str.upper,
    str.casefold,
    lambda name: name + " ",
    lambda name: name + ".",
    lambda name: "./" + name,
    lambda name: name + "\x00",
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: unicodedata.normalize("NFKC", name),
    lambda name: name[:-1] or "w",
    lambda name: name + "%",
)

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
hostile = names | st.sampled_from(PLAIN)
pairs = st.tuples(hostile, hostile) | st.tuples(hostile, st.sampled_from(TWISTS)).map(
    lambda one: (one[0], one[1](one[0]))
)


@settings(
    max_examples=number(150, 10_000),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(pairs)
def test_no_appid_however_hostile_reads_or_writes_anothers(
    tally: Tally, pair: tuple[str, str]
) -> None:
    one, two = pair
    database = Database(None)
    store, storage = PermissionStore(database), ProgramStorage(database)
    store.decide(Subject(one, "develop"), LOCATION, GRANTED, Actor.PROMPT)
    storage.set(one, "key", "1")
    same = one == two
    expected = (GRANTED, "1") if same else (UNDECIDED, None)
    found = (store.decision(Subject(two, "develop"), LOCATION), storage.get(two, "key"))
    right = found == expected
    if not same:
        store.forget(two)
        storage.forget(two)
        kept = (store.decision(Subject(one, "develop"), LOCATION), storage.get(one, "key"))
        right = right and kept == (GRANTED, "1")
    database.close()
    tally.add(right, pair)

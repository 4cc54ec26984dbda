import base64
import json
from itertools import pairwise

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

from miniapp_host.api.calls.asking import Asking
from miniapp_host.api.calls.dispatcher import Dispatcher
from miniapp_host.api.calls.privacy import Privacy
from miniapp_host.api.owner.steps import Steps
from miniapp_host.devices.steps import SimulatedSteps
from tests.api.pretend_phone import Phone, Result

KEY = base64.b64encode(b"0123456789abcdef").decode()


def told(phone: Phone) -> dict[str, object]:
    program = phone.open()
    program.decide("scope.werun", granted=True)
    family = Steps(phone.steps, lambda program: KEY, phone.clock)
    asking = Asking(phone.broker, phone.owner)
    dispatcher = Dispatcher(family.endpoints(), (), asking, Privacy(phone.clock), phone.switches)
    answers: list[Result] = []
    dispatcher.dispatch(program.session, "getWeRunData", {}, answers.append)
    (result,) = answers
    iv = base64.b64decode(str(result["iv"]))
    decryptor = Cipher(algorithms.AES(base64.b64decode(KEY)), modes.CBC(iv)).decryptor()
    padded = decryptor.update(base64.b64decode(str(result["encryptedData"]))) + decryptor.finalize()
    unpadder = PKCS7(128).unpadder()
    return dict(json.loads(unpadder.update(padded) + unpadder.finalize()))


def test_the_programs_server_reads_thirty_one_days(phone: Phone) -> None:
    phone.steps.walk(4321)
    data = told(phone)
    days = data["stepInfoList"]
    assert isinstance(days, list)
    assert len(days) == 31
    assert days[-1]["step"] == 4321
    assert [day["timestamp"] for day in days] == sorted(day["timestamp"] for day in days)
    assert {b["timestamp"] - a["timestamp"] for a, b in pairwise(days)} == {86400}
    assert data["watermark"] == {"timestamp": int(phone.clock.now()), "appid": "wxnearby"}


def test_a_program_gets_only_what_its_own_key_opens(phone: Phone) -> None:
    program = phone.open()
    program.decide("scope.werun", granted=True)
    result = program.result("getWeRunData")
    assert set(result) == {"encryptedData", "iv", "errMsg"}


def test_yesterday_stays_what_it_was(phone: Phone) -> None:
    phone.steps.walk(111)
    phone.clock.advance(24 * 60 * 60)
    assert phone.steps.history()[-2][1] == 111
    assert SimulatedSteps(phone.preferences, phone.clock.now).history() == phone.steps.history()

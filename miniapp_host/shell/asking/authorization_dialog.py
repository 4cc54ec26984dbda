"""The authorization sheet: who asks, for what, why; Reject left, Allow right.

A view of one Prompt. It knows no store and no broker, and says its one Answer once.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from miniapp_host.permissions.prompts import Answer, Prompt, SharedProfile
from miniapp_host.shell.asking.click_guard import ClickGuard
from miniapp_host.shell.asking.requester_details import RequesterDetails
from miniapp_host.shell.kit.avatar import Avatar
from miniapp_host.shell.kit.buttons import Button, Kind
from miniapp_host.shell.kit.icon import Icon, IconButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.program_icon import ProgramFace, ProgramIcon
from miniapp_host.shell.kit.sheet import OVERHANG, HalfSheet
from miniapp_host.texts import Texts

GUARD_MS = 500


class AuthorizationDialog(HalfSheet):
    """Shows `prompt` on `screen`; Allow takes no click before `guard_ms` of being fully visible.

    `now` gives seconds, for the guard.
    """

    answered = Signal(Answer)

    def __init__(
        self,
        prompt: Prompt,
        texts: Texts,
        screen: QWidget,
        *,
        guard_ms: int = GUARD_MS,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(screen, layer=Layer.PROMPT)
        self.setObjectName("authorizationDialog")
        self._spent = False
        self._press_counts = False
        self._guard = ClickGuard(self, guard_ms, now)
        self._requester, self._texts = prompt.requester, texts
        self._details: RequesterDetails | None = None
        self._fill_header(prompt, texts)
        self._fill_body(prompt, texts)
        self._fill_footer(texts)
        self._name_all(prompt, texts)

    def withdraw(self) -> None:
        """Close without an answer; later clicks have no effect."""
        self._spent = True
        self.leave()

    def reject(self) -> None:
        """Answer DISMISS: after Esc, back or a click on the mask the person did not decide."""
        self._answer(Answer.DISMISS)

    def mask_listens(self) -> bool:
        return self._guard.passed

    def _fill_header(self, prompt: Prompt, texts: Texts) -> None:
        requester = prompt.requester
        face = ProgramFace(prompt.subject.program, requester.name, requester.icon)
        name = PlainLabel(requester.name, pixels=15, medium=True)
        name.setObjectName("programName")
        requests = PlainLabel(texts("requests"), pixels=15)
        requests.setMinimumWidth(requests.sizeHint().width())
        info = IconButton("info", texts("Who asks"), tone="fg_1")
        info.setObjectName("requesterInfo")
        info.setCheckable(True)
        info.toggled.connect(self._on_info_toggled)
        self.header.addWidget(ProgramIcon(face, 24))
        words = QHBoxLayout()
        words.setSpacing(5)
        words.addWidget(name)
        words.addWidget(requests)
        self.header.addLayout(words)
        self.header.addStretch(1)
        self.header.addWidget(info)
        self.header.setContentsMargins(OVERHANG, 0, 0, 0)

    def _fill_body(self, prompt: Prompt, texts: Texts) -> None:
        title = PlainLabel(texts.of(prompt.scope.request), medium=True, lines=3)
        title.setObjectName("scopeTitle")
        self.body.addWidget(title)
        if prompt.purpose:
            purpose = PlainLabel(prompt.purpose, pixels=14, tone="fg_1", lines=4)
            purpose.setObjectName("purpose")
            self.body.addSpacing(8)
            self.body.addWidget(purpose)
        if prompt.profile:
            self.body.addSpacing(20)
            self.body.addWidget(_profile_row(prompt.profile, texts))

    def _fill_footer(self, texts: Texts) -> None:
        reject = Button(texts("Reject"))
        reject.setObjectName("reject")
        reject.clicked.connect(self._on_reject_clicked)
        allow = Button(texts("Allow"), Kind.PRIMARY)
        allow.setObjectName("allow")
        allow.pressed.connect(self._on_allow_pressed)
        allow.clicked.connect(self._on_allow_clicked)
        for button in (reject, allow):
            button.setMinimumWidth(120)
            button.setMaximumWidth(184)
            self.footer.addWidget(button)

    def _name_all(self, prompt: Prompt, texts: Texts) -> None:
        """What a screen reader says when the sheet comes up."""
        asked = texts.of(prompt.scope.request)
        name = texts("“{name}” requests: {request}", name=prompt.requester.name, request=asked)
        self.setAccessibleName(name)
        self.setAccessibleDescription(prompt.purpose)

    def _on_info_toggled(self, wanted: bool) -> None:
        if self._details is None:
            self._details = RequesterDetails(self._requester, self._texts)
            self.body.insertWidget(0, self._details)
        self._details.setVisible(wanted)

    def _on_reject_clicked(self) -> None:
        self._answer(Answer.REJECT)

    def _on_allow_pressed(self) -> None:
        self._press_counts = self._guard.press()

    def _on_allow_clicked(self) -> None:
        if self._press_counts and self._guard.passed:
            self._answer(Answer.ALLOW)

    def _answer(self, answer: Answer) -> None:
        if self._spent:
            return
        self._spent = True
        self.answered.emit(answer)
        self.leave()


def _profile_row(profile: SharedProfile, texts: Texts) -> QWidget:
    """The avatar and nickname that would be shared."""
    row = QWidget()
    row.setObjectName("sharedProfile")
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    words = QVBoxLayout()
    words.setSpacing(0)
    nickname = PlainLabel(profile.nickname)
    nickname.setObjectName("nickname")
    words.addWidget(nickname)
    words.addWidget(PlainLabel(texts("Your profile on this phone"), pixels=14, tone="fg_1"))
    line.addWidget(Avatar(profile.avatar))
    line.addLayout(words, 1)
    line.addWidget(Icon("check", 24, "brand"), 0, Qt.AlignmentFlag.AlignVCenter)
    return row

"""The card of the phone's owner: what programs are told of the person once that is allowed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from miniapp_host.devices.profile import Profile, SimulatedProfile
from miniapp_host.shell.inspector.tool_button import ToolTextButton
from miniapp_host.shell.kit.avatar import Avatar
from miniapp_host.shell.panels.device.card import Attempt, Card, Watch, row_of
from miniapp_host.shell.panels.device.choice import Choice
from miniapp_host.shell.panels.device.small_field import SmallField
from miniapp_host.shell.sheets.open_dialog import OpenDialog
from miniapp_host.texts import Texts

_LONGEST = 32
_NEVER_EMPTY = ("nickname", "phone_number")
_AVATAR = 40
_PICTURES = "*.png *.jpg *.jpeg *.gif *.webp *.bmp"


class OwnerCard(Card):
    """Shows and sets the profile."""

    def __init__(self, profile: SimulatedProfile, texts: Texts, attempt: Attempt) -> None:
        super().__init__("owner", texts("Owner"), texts)
        self._profile = profile
        self._attempt = attempt
        self._avatar = Avatar(None, _AVATAR, 4)
        self._choose = ToolTextButton("ownerAvatar", texts("Choose a picture…"))
        genders = {"0": texts("Unknown"), "1": texts("Male"), "2": texts("Female")}
        self._gender = Choice("ownerGender", genders)
        fields = {
            "nickname": texts("Nickname"),
            "phone_number": texts("Phone number"),
            "city": texts("City"),
            "province": texts("Province"),
            "country": texts("Country"),
        }
        self._fields = {
            key: SmallField(f"owner_{key}", title, texts) for key, title in fields.items()
        }
        self.add(row_of(self._avatar, self._choose))
        for title, field in zip(fields.values(), self._fields.values(), strict=True):
            self.add_row(title, field, stretch=True)
            field.key_written.connect(self._on_field_written)
        self.add_row(texts("Gender"), self._gender)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._gender.wished.connect(self._on_gender_wished)

    def sources(self) -> tuple[Watch, ...]:
        return (self._profile.watch,)

    def refresh(self) -> None:
        profile = self._profile.profile
        self._avatar.show_picture(profile.avatar)
        self._gender.show_chosen(str(profile.gender))
        for key, field in self._fields.items():
            field.show_text(getattr(profile, key))

    def deliver(self) -> None:
        self._change(Profile())

    def _on_field_written(self, name: str, text: str) -> None:
        """Sets one of the texts; the owner always has a nickname and a number."""
        line = " ".join(text.split())[:_LONGEST]
        key = next(key for key, field in self._fields.items() if field.objectName() == name)
        changes: dict[str, Any] = {key: line}
        if line or key not in _NEVER_EMPTY:
            self._change(replace(self._profile.profile, **changes))
        else:
            self.refresh()

    def _change(self, profile: Profile) -> None:
        self._attempt(lambda: self._profile.change(profile))

    def _on_gender_wished(self, gender: str) -> None:
        self._change(replace(self._profile.profile, gender=int(gender)))

    def _on_choose_clicked(self) -> None:
        dialog = OpenDialog(self, self.texts("Choose a picture…"), "avatarDialog", _PICTURES)
        dialog.fileSelected.connect(self._on_picture_selected)
        dialog.open()

    def _on_picture_selected(self, file: str) -> None:
        self._change(replace(self._profile.profile, avatar=Path(file)))

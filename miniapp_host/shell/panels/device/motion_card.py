"""The card of compass and motion: a drawn phone to turn, and what the sensors read of it."""

from miniapp_host.devices.motion import FLAT, ON_ITS_SIDE, UPRIGHT, Attitude, Motion
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.device.card import Attempt, Card, Watch, row_of
from miniapp_host.shell.panels.device.choice import Choice
from miniapp_host.shell.panels.device.drawn_phone import DrawnPhone
from miniapp_host.texts import Texts

_HELD = {"flat": FLAT, "upright": UPRIGHT, "side": ON_ITS_SIDE}
_NEAR = 1.5


class MotionCard(Card):
    """Shows and sets the attitude."""

    def __init__(self, motion: Motion, texts: Texts, attempt: Attempt) -> None:
        super().__init__("motion", texts("Compass and motion"), texts)
        self._motion = motion
        self._attempt = attempt
        self._phone = DrawnPhone()
        self._phone.setAccessibleName(texts("Compass and motion"))
        self._phone.turned.connect(motion.turn)
        self._phone.left.connect(self._on_phone_left)
        words = {"flat": "Flat", "upright": "Upright", "side": "On its side"}
        self._held = Choice("motionHeld", {key: texts(word) for key, word in words.items()})
        self._held.wished.connect(self._on_held_wished)
        self._hint = PlainLabel(
            texts("Drag to tilt it; turn it with the wheel or with Shift."),
            pixels=12,
            tone="fg_1",
            lines=2,
        )
        self._facts = PlainLabel(pixels=12, tone="fg_1", lines=3)
        self._facts.setObjectName("motionFacts")
        self.add(self._phone)
        self.add(row_of(self._held))
        self.add(self._facts)
        self.add(self._hint)

    def sources(self) -> tuple[Watch, ...]:
        return (self._motion.watch,)

    def refresh(self) -> None:
        attitude = self._motion.attitude
        self._phone.show_attitude(attitude)
        near = (key for key, held in _HELD.items() if _is_near(held, attitude))
        self._held.show_chosen(next(near, ""))
        x, y, z = attitude.gravity
        compass = self.texts("Compass {degrees}°", degrees=f"{attitude.heading:.0f}")
        pull = self.texts("acceleration {x} {y} {z} g", x=_said(x), y=_said(y), z=_said(z))
        turned = (
            f"alpha {attitude.alpha:.0f}° beta {attitude.beta:.0f}° gamma {attitude.gamma:.0f}°"
        )
        self._facts.setText(f"{compass} · {pull}\n{turned}")

    def deliver(self) -> None:
        self._hold(FLAT)

    def _hold(self, attitude: Attitude) -> None:
        self._motion.turn(attitude)
        self._attempt(self._motion.keep)

    def _on_held_wished(self, key: str) -> None:
        self._hold(_HELD[key])

    def _on_phone_left(self) -> None:
        self._attempt(self._motion.keep)


def _is_near(one: Attitude, other: Attitude) -> bool:
    return abs(one.beta - other.beta) < _NEAR and abs(one.gamma - other.gamma) < _NEAR


def _said(share: float) -> str:
    """Two digits, and no minus before zero."""
    return f"{round(share, 2) + 0.0:.2f}"

"""The scopes: one record each, from which prompt, settings and `wx.*` calls all speak.

To add one, add a record to `SCOPES`, its icon, and an endpoint for each interface in it.
"""

from dataclasses import dataclass

from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.guard import Guard
from miniapp_host.texts import Text


@dataclass(frozen=True, kw_only=True)
class Scope:
    """A group of interfaces that a person decides on once.

    `guards` has a row for each interface; one of two scopes stands in both. `request` is the line
    of the prompt, `title` the row in the settings; `icon` is a name in the icon family;
    `purpose_required`: app.json must say what for.
    """

    id: str
    guards: tuple[Guard, ...]
    request: Text
    title: Text
    icon: str
    purpose_required: bool = False

    @property
    def interfaces(self) -> tuple[str, ...]:
        """The names of the interfaces that it guards."""
        return tuple(guard.interface for guard in self.guards)


SCOPES: tuple[Scope, ...] = (
    Scope(
        id="scope.userInfo",
        guards=(Guard("getUserInfo"),),
        request=Text("Access your nickname and avatar", "获取你的昵称、头像"),
        title=Text("Nickname and avatar", "昵称、头像"),
        icon="person",
    ),
    Scope(
        id="scope.userLocation",
        guards=(
            Guard("getLocation", declared=True, switch=Switch.LOCATION, in_front=True),
            Guard("chooseLocation", declared=True, switch=Switch.LOCATION),
            Guard("startLocationUpdate", declared=True, switch=Switch.LOCATION),
            Guard("onLocationChange", declared=True),
            Guard("Map.showLocation", switch=Switch.LOCATION),
            Guard("MapContext.moveToLocation", switch=Switch.LOCATION, in_front=True),
        ),
        request=Text("Access your location", "获取你的位置信息"),
        title=Text("Location", "位置信息"),
        icon="location",
        purpose_required=True,
    ),
    Scope(
        id="scope.userFuzzyLocation",
        guards=(Guard("getFuzzyLocation", declared=True, switch=Switch.LOCATION, in_front=True),),
        request=Text("Access your approximate location", "获取你的模糊位置信息"),
        title=Text("Approximate location", "模糊位置信息"),
        icon="location-fuzzy",
        purpose_required=True,
    ),
    Scope(
        id="scope.writePhotosAlbum",
        guards=(
            Guard("saveImageToPhotosAlbum", switch=Switch.ALBUM),
            Guard("saveVideoToPhotosAlbum", switch=Switch.ALBUM),
        ),
        request=Text("Save photos and videos to your album", "保存图片或视频到你的相册"),
        title=Text("Save to album", "保存到相册"),
        icon="album",
    ),
    Scope(
        id="scope.userLocationBackground",
        guards=(Guard("startLocationUpdateBackground", declared=True, switch=Switch.LOCATION),),
        request=Text(
            "Access your location, also while it is in the background",
            "在使用期间和离开后获取你的位置信息",
        ),
        title=Text("Location in the background", "后台位置信息"),
        icon="location-background",
        purpose_required=True,
    ),
    Scope(
        id="scope.record",
        guards=(
            Guard("startRecord", switch=Switch.MICROPHONE, in_front=True),
            Guard("RecorderManager.start", switch=Switch.MICROPHONE, in_front=True),
            Guard("LivePusher.openMicrophone", switch=Switch.MICROPHONE),
            Guard("joinVoIPChat", switch=Switch.MICROPHONE),
        ),
        request=Text("Record with your microphone", "使用你的麦克风录音"),
        title=Text("Microphone", "麦克风"),
        icon="microphone",
    ),
    Scope(
        id="scope.camera",
        guards=(
            Guard("createCameraContext"),
            Guard("insertCamera", switch=Switch.CAMERA),
            Guard("CameraContext.takePhoto", switch=Switch.CAMERA),
            Guard("CameraContext.startRecord", switch=Switch.CAMERA),
            Guard("LivePusher.openCamera", switch=Switch.CAMERA),
            Guard("VKSession.start", switch=Switch.CAMERA),
            Guard("joinVoIPChat", only_with=("roomType", "video"), switch=Switch.CAMERA),
        ),
        request=Text("Use your camera", "使用你的摄像头"),
        title=Text("Camera", "摄像头"),
        icon="camera",
    ),
    Scope(
        id="scope.bluetooth",
        guards=(
            Guard("openBluetoothAdapter"),
            Guard("createBLEPeripheralServer"),
        ),
        request=Text("Use Bluetooth to find and connect to devices", "使用蓝牙查找和连接设备"),
        title=Text("Bluetooth", "蓝牙"),
        icon="bluetooth",
    ),
    Scope(
        id="scope.werun",
        guards=(Guard("getWeRunData"),),
        request=Text("Access your daily step count", "获取你的每日运动步数"),
        title=Text("Steps", "运动步数"),
        icon="steps",
    ),
    Scope(
        id="scope.address",
        guards=(Guard("chooseAddress", declared=True),),
        request=Text("Access your delivery address", "获取你的收货地址"),
        title=Text("Delivery address", "收货地址"),
        icon="address",
    ),
    Scope(
        id="scope.invoice",
        guards=(Guard("chooseInvoice"),),
        request=Text("Access your invoices", "获取你的发票"),
        title=Text("Invoices", "发票"),
        icon="invoice",
    ),
    Scope(
        id="scope.invoiceTitle",
        guards=(Guard("chooseInvoiceTitle"),),
        request=Text("Access your invoice details", "获取你的发票抬头"),
        title=Text("Invoice details", "发票抬头"),
        icon="invoice-title",
    ),
    Scope(
        id="scope.addPhoneContact",
        guards=(Guard("addPhoneContact"),),
        request=Text("Add people to your contacts", "添加联系人到你的通讯录"),
        title=Text("Add contacts", "添加联系人"),
        icon="contact",
    ),
    Scope(
        id="scope.addPhoneCalendar",
        guards=(
            Guard("addPhoneCalendar"),
            Guard("addPhoneRepeatCalendar"),
        ),
        request=Text("Add events to your calendar", "添加日程到你的日历"),
        title=Text("Add calendar events", "添加日程"),
        icon="calendar",
    ),
)

_BY_ID = {scope.id: scope for scope in SCOPES}


def scope_named(scope_id: str) -> Scope | None:
    """The scope with this id, such as `scope.userLocation`; None if there is none."""
    return _BY_ID.get(scope_id)

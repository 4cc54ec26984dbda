"""The interfaces behind the later scopes, and how each of them ends once granted."""

# No calls: what onLocationChange hears begins with startLocationUpdate; a context does nothing yet.
NO_CALLS = frozenset({"onLocationChange", "createCameraContext"})
ADDRESS = {
    "userName": "Wang",
    "telNumber": "13800138000",
    "provinceName": "P",
    "cityName": "C",
    "countyName": "D",
    "detailInfo": "Road 1",
    "postalCode": "1",
    "nationalCode": "2",
}
CHAT = {"groupId": "1", "nonceStr": "n", "signature": "s", "timeStamp": 1}
EVENT = {"title": "Tea", "startTime": 1_700_000_000}

# name -> (scope, arguments, what the person does once it is granted, the end of errMsg)
LATER: dict[str, tuple[str, dict[str, object], str, str]] = {
    "chooseAddress": ("scope.address", {}, "choose", "ok"),
    "chooseInvoice": ("scope.invoice", {}, "choose", "ok"),
    "chooseInvoiceTitle": ("scope.invoiceTitle", {}, "choose", "ok"),
    "getWeRunData": ("scope.werun", {}, "", "ok"),
    "addPhoneContact": ("scope.addPhoneContact", {"firstName": "Wang"}, "confirm", "ok"),
    "addPhoneCalendar": ("scope.addPhoneCalendar", EVENT, "", "ok"),
    "addPhoneRepeatCalendar": ("scope.addPhoneCalendar", EVENT, "", "ok"),
    "startLocationUpdateBackground": ("scope.userLocationBackground", {}, "", "ok"),
    "openBluetoothAdapter": ("scope.bluetooth", {}, "", "fail:not available"),
    "createBLEPeripheralServer": ("scope.bluetooth", {}, "", "fail not supported"),
    "LivePusher.openCamera": ("scope.camera", {}, "", "ok"),
    "LivePusher.openMicrophone": ("scope.record", {}, "", "ok"),
    "VKSession.start": ("scope.camera", {}, "", "fail not supported"),
    "joinVoIPChat": ("scope.record", CHAT, "", "fail not supported"),
}

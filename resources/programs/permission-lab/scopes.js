// Every scope of WeChat and the interfaces behind it; `options` are what a call needs at least.
// `from` names the function of wx whose object has the call; `event` is what wx tells meanwhile.
// Precise and fuzzy location exclude each other in requiredPrivateInfos: a lab that calls both runs in develop only.
const picture = '/images/test.png'
const film = '/images/test.mp4'

module.exports = [
  { id: 'scope.userInfo', calls: [{ name: 'getUserInfo', options: { withCredentials: false } }] },
  {
    id: 'scope.userLocation',
    event: 'LocationChange',
    calls: [
      { name: 'getLocation', options: { type: 'gcj02', altitude: true } },
      { name: 'chooseLocation', options: {} },
      { name: 'startLocationUpdate', options: {} },
      { name: 'stopLocationUpdate', options: {} }
    ]
  },
  { id: 'scope.userFuzzyLocation', calls: [{ name: 'getFuzzyLocation', options: { type: 'wgs84' } }] },
  {
    id: 'scope.writePhotosAlbum',
    calls: [
      { name: 'saveImageToPhotosAlbum', options: { filePath: picture } },
      { name: 'saveVideoToPhotosAlbum', options: { filePath: film } }
    ]
  },
  {
    id: 'scope.userLocationBackground',
    event: 'LocationChange',
    calls: [{ name: 'startLocationUpdateBackground', options: {} }, { name: 'stopLocationUpdate', options: {} }]
  },
  { id: 'scope.record', calls: [{ name: 'startRecord', options: {} }, { name: 'stopRecord', options: {} }] },
  { id: 'scope.camera', calls: [{ name: 'takePhoto', from: 'createCameraContext', options: { quality: 'high' } }] },
  { id: 'scope.bluetooth', calls: [{ name: 'openBluetoothAdapter', options: {} }, { name: 'getBluetoothAdapterState', options: {} }] },
  { id: 'scope.werun', calls: [{ name: 'getWeRunData', options: {} }] },
  { id: 'scope.address', calls: [{ name: 'chooseAddress', options: {} }] },
  { id: 'scope.invoice', calls: [{ name: 'chooseInvoice', options: {} }] },
  { id: 'scope.invoiceTitle', calls: [{ name: 'chooseInvoiceTitle', options: {} }] },
  { id: 'scope.addPhoneContact', calls: [{ name: 'addPhoneContact', options: { firstName: 'Ada' } }] },
  { id: 'scope.addPhoneCalendar', calls: [{ name: 'addPhoneCalendar', options: { title: 'Tea', startTime: 1900000000 } }] }
]

const en = {
  name: 'Nearby',
  title: 'Quiet places near you',
  why: 'With your location the list is sorted by distance. Without it you see all places.',
  locate: 'Use my location',
  all: 'All places',
  sorted: 'Closest first',
  refused: 'Without your location the list can’t be sorted by distance. You can allow it in the settings.',
  settings: 'Open settings',
  off: 'Location is switched off on this phone.',
  unavailable: 'The location could not be read just now.',
  kinds: { park: 'Park', walk: 'Walk', view: 'View' }
}
const zh = {
  name: '附近',
  title: '附近的安静去处',
  why: '允许使用位置后，列表会按距离排序；不允许也能看到全部地点。',
  locate: '使用我的位置',
  all: '全部地点',
  sorted: '由近到远',
  refused: '没有你的位置，列表无法按距离排序。你可以在设置中允许。',
  settings: '打开设置',
  off: '手机的定位服务已关闭。',
  unavailable: '暂时无法获取位置。',
  kinds: { park: '公园', walk: '漫步', view: '观景' }
}
module.exports = { language: () => (wx.getAppBaseInfo().language.startsWith('zh') ? 'zh' : 'en'), en, zh }

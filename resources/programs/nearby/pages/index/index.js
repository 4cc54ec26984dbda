const places = require('../../places')
const texts = require('../../texts')

const EARTH_RADIUS_KM = 6371

function distance(a, b) {
  const rad = (degrees) => (degrees * Math.PI) / 180
  const dLat = rad(b.latitude - a.latitude)
  const dLon = rad(b.longitude - a.longitude)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h))
}

function readable(km) {
  return km < 1 ? `${Math.round(km * 1000)} m` : km < 100 ? `${km.toFixed(1)} km` : `${Math.round(km)} km`
}

Page({
  data: { t: texts.en, list: [], sorted: false, note: '', canOpenSettings: false, place: '' },

  onLoad() {
    const language = texts.language()
    this.setData({ t: texts[language], language })
    this.showAll()
    this.locate()
  },

  locate() {
    wx.getLocation({
      type: 'wgs84',
      success: (here) => this.showFrom(here),
      fail: (problem) => this.explain(problem)
    })
  },

  showAll() {
    this.setData({ sorted: false, place: '', list: places.map((place) => this.row(place)) })
  },

  showFrom(here) {
    const list = places
      .map((place) => ({ place, km: distance(here, place) }))
      .sort((a, b) => a.km - b.km)
      .map(({ place, km }) => this.row(place, readable(km)))
    const position = `${here.latitude.toFixed(4)}, ${here.longitude.toFixed(4)}`
    this.setData({ sorted: true, list, note: '', canOpenSettings: false, place: position })
  },

  row(place, away = '') {
    const name = this.data.language === 'zh' ? place.zh : place.name
    return { name, kind: place.kind, label: this.data.t.kinds[place.kind], away }
  },

  explain({ errMsg }) {
    const refused = errMsg.includes('auth deny')
    const off = errMsg.includes('system permission denied')
    const { t } = this.data
    this.showAll()
    this.setData({ canOpenSettings: refused, note: refused ? t.refused : off ? t.off : t.unavailable })
  },

  settingsClosed({ detail }) {
    if (detail.authSetting['scope.userLocation']) this.locate()
  }
})

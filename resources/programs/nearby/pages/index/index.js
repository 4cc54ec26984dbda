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
  data: { t: texts.en, list: [], sorted: false, refused: false, note: '', place: '' },

  onLoad() {
    const language = texts.language()
    this.setData({ t: texts[language], language })
    wx.setNavigationBarTitle({ title: texts[language].name })
    this.showAll()
  },

  // A return from the settings, too, shows the page.
  onShow() {
    this.follow()
  },

  // Asks nobody: only what was decided before, or meanwhile in the settings, counts here.
  follow() {
    wx.getSetting({
      success: ({ authSetting }) => {
        const allowed = authSetting['scope.userLocation']
        if (allowed) this.locate()
        else this.showAll({ refused: allowed === false })
      }
    })
  },

  // The first tap on the button asks; once it is decided the answer comes without asking.
  locate() {
    wx.getLocation({
      type: 'wgs84',
      success: (here) => this.showFrom(here),
      fail: (problem) => this.explain(problem)
    })
  },

  showAll({ refused = false, note = refused ? this.data.t.refused : '' } = {}) {
    this.setData({ sorted: false, refused, note, place: '', list: places.map((place) => this.row(place)) })
  },

  showFrom(here) {
    const list = places
      .map((place) => ({ place, km: distance(here, place) }))
      .sort((a, b) => a.km - b.km)
      .map(({ place, km }) => this.row(place, readable(km)))
    const position = `${here.latitude.toFixed(4)}, ${here.longitude.toFixed(4)}`
    this.setData({ sorted: true, refused: false, note: '', list, place: position })
  },

  nameOf(place) {
    return this.data.language === 'zh' ? place.zh : place.name
  },

  // A map asks for no location: it shows the place, not the person.
  showOnMap({ currentTarget }) {
    const { name } = currentTarget.dataset
    const { latitude, longitude } = places.find((place) => this.nameOf(place) === name)
    wx.openLocation({ latitude, longitude, name })
  },

  row(place, away = '') {
    const name = this.nameOf(place)
    return { name, kind: place.kind, label: this.data.t.kinds[place.kind], away }
  },

  // A prompt that was closed decided nothing: then the button is there as before.
  explain({ errMsg }) {
    const { t } = this.data
    if (errMsg.includes('auth deny')) this.follow()
    else this.showAll({ note: errMsg.includes('system permission denied') ? t.off : t.unavailable })
  }
})

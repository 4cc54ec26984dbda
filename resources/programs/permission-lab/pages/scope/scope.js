const scopes = require('../../scopes')
const texts = require('../../texts')

Page({
  data: { t: texts.current(), id: '', shown: '', calls: [], state: 'undecided', results: [], camera: false },

  onLoad(query) {
    const { id, calls, event } = scopes.find((scope) => scope.id === query.id) || scopes[0]
    this.calls = calls
    this.setData({ id, shown: texts.breakable(id), calls })
    wx.setNavigationBarTitle({ title: id })
    this.event = event
    if (event) wx[`on${event}`]((told) => this.note(`on${event}`, told))
  },

  onShow() {
    this.refresh()
  },

  onUnload() {
    if (!this.event) return
    wx[`off${this.event}`]()
    wx.stopLocationUpdate({ fail() {} })
  },

  refresh() {
    wx.getSetting({ success: ({ authSetting }) => this.setData({ state: texts.stateOf(authSetting[this.data.id]) }) })
  },

  authorize() {
    this.run('authorize', { scope: this.data.id })
  },

  call({ currentTarget }) {
    const { name, from, options } = this.calls[currentTarget.dataset.index]
    this.run(name, options, from ? wx[from]() : wx)
  },

  openSetting() {
    this.run('openSetting', {})
  },

  toggleCamera() {
    this.setData({ camera: !this.data.camera })
  },

  cameraTold({ type, detail }) {
    this.note(`camera ${type}`, detail)
    this.refresh()
  },

  run(name, options, owner = wx) {
    owner[name]({
      ...options,
      complete: (result) => {
        this.note(name, result)
        this.refresh()
      }
    })
  },

  note(name, result) {
    const entry = { name, errMsg: result.errMsg || name, errno: result.errno, raw: JSON.stringify(result, null, 2) }
    this.setData({ results: [{ ...entry, key: Date.now() + Math.random() }, ...this.data.results].slice(0, 12) })
  }
})

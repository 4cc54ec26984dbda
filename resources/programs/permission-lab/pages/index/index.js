const scopes = require('../../scopes')

const WORDS = { true: 'granted', false: 'denied', undefined: 'undecided' }

Page({
  data: { rows: [], raw: '' },

  onLoad() {
    this.getSetting()
  },

  onShow() {
    this.refresh()
  },

  getSetting() {
    wx.getSetting({ complete: (result) => this.showRaw(result) })
  },

  refresh() {
    wx.getSetting({
      success: (result) => {
        const rows = scopes.map(({ id, calls }) => ({
          id,
          state: WORDS[result.authSetting[id]],
          calls: calls.map((call) => call.name).join(' · ')
        }))
        this.setData({ rows })
      }
    })
  },

  openScope({ currentTarget }) {
    wx.navigateTo({ url: `/pages/scope/scope?id=${currentTarget.dataset.id}` })
  },

  openSetting() {
    wx.openSetting({ complete: (result) => this.showRaw(result) })
  },

  // Allowed only after a tap: this one comes too late on purpose.
  openSettingLate() {
    setTimeout(() => wx.openSetting({ complete: (result) => this.showRaw(result) }), 6000)
    this.setData({ raw: 'wx.openSetting() in 6 s, longer than a tap counts…' })
  },

  openedByButton({ detail }) {
    this.showRaw(detail)
  },

  showRaw(result) {
    this.refresh()
    this.setData({ raw: JSON.stringify(result, null, 1) })
  }
})

const scopes = require('../../scopes')
const texts = require('../../texts')

Page({
  data: { t: texts.current(), rows: [], raw: '' },

  onLoad() {
    wx.setNavigationBarTitle({ title: this.data.t.name })
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
          shown: texts.breakable(id),
          state: texts.stateOf(result.authSetting[id]),
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
    this.setData({ raw: this.data.t.waits })
  },

  openedByButton({ detail }) {
    this.showRaw(detail)
  },

  showRaw(result) {
    this.refresh()
    this.setData({ raw: JSON.stringify(result, null, 2) })
  }
})

const texts = require('../../texts')

const NOBODY = { name: '', avatar: '', note: '', refused: false, typed: '' }

Page({
  data: { t: texts.current(), ...NOBODY },

  onLoad() {
    wx.setNavigationBarTitle({ title: this.data.t.name })
  },

  askByCall() {
    wx.getUserInfo({
      lang: 'zh_CN',
      success: ({ userInfo }) => this.greet(userInfo),
      fail: () => this.setData({ refused: true })
    })
  },

  askedByButton({ detail }) {
    if (detail.userInfo) this.greet(detail.userInfo)
    else this.setData({ refused: true })
  },

  greet(userInfo) {
    this.setData({ name: userInfo.nickName, avatar: userInfo.avatarUrl, note: this.data.t.shared, refused: false })
  },

  nameTyped({ detail }) {
    const name = detail.value.trim()
    this.setData(name ? { ...NOBODY, name, note: this.data.t.typed } : NOBODY)
  },

  startOver() {
    this.setData(NOBODY)
  },

  settingsClosed({ detail }) {
    if (detail.authSetting['scope.userInfo']) this.askByCall()
  }
})

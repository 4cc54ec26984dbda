const scenes = require('../../scenes')
const texts = require('../../texts')

Page({
  data: { t: texts.current(), scene: 0, greeting: texts.current().greeting, saving: false },

  onLoad() {
    wx.setNavigationBarTitle({ title: this.data.t.name })
  },

  onReady() {
    wx.createSelectorQuery()
      .select('#card')
      .fields({ node: true, size: true })
      .exec(([found]) => {
        this.canvas = found.node
        this.canvas.width = 660
        this.canvas.height = 540
        this.draw()
      })
  },

  draw() {
    if (this.canvas) scenes.draw(this.canvas.getContext('2d'), this.data.scene, this.data.greeting)
  },

  greetingTyped({ detail }) {
    this.setData({ greeting: detail.value })
    this.draw()
  },

  anotherScene() {
    this.setData({ scene: (this.data.scene + 1) % scenes.count })
    this.draw()
  },

  save() {
    this.setData({ saving: true })
    wx.canvasToTempFilePath({
      canvas: this.canvas,
      success: ({ tempFilePath }) => this.saveToAlbum(tempFilePath),
      fail: () => this.ended(this.data.t.failed)
    })
  },

  saveToAlbum(filePath) {
    wx.saveImageToPhotosAlbum({
      filePath,
      success: () => this.ended(this.data.t.saved, 'success'),
      fail: ({ errMsg }) => this.notSaved(errMsg, filePath)
    })
  },

  notSaved(errMsg, filePath) {
    const { t } = this.data
    if (errMsg.includes('system permission denied')) this.ended(t.off)
    else if (!errMsg.includes('auth deny')) this.ended(t.failed)
    else wx.getSetting({ success: ({ authSetting }) => this.afterRefusal(authSetting, filePath) })
  },

  // Refused is offered a way back; dismissed (no decision yet) is left in peace.
  afterRefusal(authSetting, filePath) {
    const { t } = this.data
    this.setData({ saving: false })
    if (authSetting['scope.writePhotosAlbum'] !== false) return
    wx.showModal({
      title: t.askTitle,
      content: t.ask,
      confirmText: t.settings,
      cancelText: t.later,
      success: ({ confirm }) => confirm && this.openSettings(filePath)
    })
  },

  openSettings(filePath) {
    wx.openSetting({
      success: ({ authSetting }) => authSetting['scope.writePhotosAlbum'] && this.saveToAlbum(filePath)
    })
  },

  ended(title, icon = 'none') {
    this.setData({ saving: false })
    wx.showToast({ title, icon })
  }
})

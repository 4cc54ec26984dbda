const en = {
  name: 'Postcard',
  placeholder: 'Greetings from…', greeting: 'Greetings from the lake', another: 'Another scene', save: 'Save to album',
  saved: 'Saved', failed: 'Not saved', askTitle: 'Save to your album?',
  ask: 'Postcard may not save to your album at the moment. You can allow it in the settings.',
  settings: 'Settings', later: 'Not now', off: 'The album is switched off on this phone'
}
const zh = {
  name: '明信片',
  placeholder: '写一句问候…', greeting: '来自湖边的问候', another: '换个风景', save: '保存到相册',
  saved: '已保存', failed: '没有保存', askTitle: '保存到相册？',
  ask: '明信片现在不能保存到你的相册，你可以在设置中允许。',
  settings: '去设置', later: '以后再说', off: '手机的相册权限已关闭'
}
module.exports = { current: () => (wx.getAppBaseInfo().language.startsWith('zh') ? zh : en) }

const en = {
  name: 'Hello',
  hello: 'Hello, ', stranger: 'stranger', why: 'I would like to greet you by name. You can share your profile, or just type a name.',
  call: 'Share my profile (wx.getUserInfo)', button: 'Share my profile (open-type)', type: 'Or type a name', placeholder: 'Your name',
  refused: 'That is fine. Type a name instead, or change your mind in the settings.', settings: 'Open settings',
  again: 'Greet someone else', shared: 'You shared your nickname and avatar.', typed: 'A name you typed yourself.'
}
const zh = {
  name: '你好',
  hello: '你好，', stranger: '陌生人', why: '我想用你的名字问好。你可以分享头像昵称，也可以自己填一个名字。',
  call: '分享头像昵称（wx.getUserInfo）', button: '分享头像昵称（open-type）', type: '或者自己填', placeholder: '你的名字',
  refused: '没关系，自己填一个名字就好；也可以在设置中改变主意。', settings: '打开设置',
  again: '换个人问候', shared: '你分享了昵称和头像。', typed: '你自己填的名字。'
}
module.exports = { current: () => (wx.getAppBaseInfo().language.startsWith('zh') ? zh : en) }

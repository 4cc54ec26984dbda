// What the pages say; a state is the word that names its class, too.
const en = {
  name: 'Permission Lab',
  scopes: 'Scopes',
  settings: 'Settings',
  button: 'by a button',
  late: 'without a tap',
  waits: 'wx.openSetting() in 6 s, longer than a tap counts…',
  last: 'Last result',
  results: 'Results, newest first',
  empty: 'Nothing called yet. Press a call above: what the program receives appears here.',
  states: { granted: 'granted', denied: 'denied', undecided: 'undecided' }
}
const zh = {
  name: '权限实验室',
  scopes: '权限（scope）',
  settings: '设置',
  button: '用按钮打开',
  late: '不经点击打开',
  waits: '6 秒后调用 wx.openSetting()，已超过点击的有效时间…',
  last: '最近一次结果',
  results: '结果，最新的在前',
  empty: '还没有调用。点上面的接口，小程序收到的内容会显示在这里。',
  states: { granted: '已允许', denied: '已拒绝', undecided: '未决定' }
}

module.exports = {
  current: () => (wx.getAppBaseInfo().language.startsWith('zh') ? zh : en),
  // An id with places where a narrow line may break: before the capitals and after the dot.
  breakable: (id) => id.replace(/(?=[A-Z])|(?<=\.)/g, '\u200b'),
  stateOf: (allowed) => (allowed === undefined ? 'undecided' : allowed ? 'granted' : 'denied')
}

// <open-data>: what the phone shows of the owner or the group without telling the program. Here it shows neutral words
// and a grey figure.

const FIGURE = `<svg viewBox="0 0 24 24" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
  <rect width="24" height="24" fill="#c8c8c8"/><circle cx="12" cy="9.4" r="4.2" fill="#fff"/>
  <path d="M3.6 24c.3-5.4 3.7-8.6 8.4-8.6s8.1 3.2 8.4 8.6z" fill="#fff"/></svg>`

const WORDS = /** @type {Record<string, Record<string, string>>} */ ({
  userNickName: { zh_CN: '微信用户', zh_TW: '微信用戶', en: 'WeChat user' },
  userGender: { zh_CN: '未知', zh_TW: '未知', en: 'Unknown' },
  groupName: { zh_CN: '微信群', zh_TW: '微信群', en: 'Group chat' },
  userLanguage: { zh_CN: 'zh_CN', zh_TW: 'zh_TW', en: 'en' },
})
const STANDARD_LANGUAGE = 'zh_CN'

const STYLE = `
:host { display: inline-block }
:host([type='userAvatarUrl']) { overflow: hidden }
:host([type='userAvatarUrl']) #shown { display: block; width: 100%; height: 100%; min-width: 1em; min-height: 1em }
svg { display: block; width: 100%; height: 100% }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class OpenData extends Component {
    static template = '<span id="shown"></span>'
    static style = STYLE

    changed() {
      const type = this.text('type')
      this.setAttribute('type', type)
      const shown = this.piece('shown')
      if (type === 'userAvatarUrl') shown.innerHTML = FIGURE
      else shown.textContent = this.word(type)
    }

    /** @param {string} type */
    word(type) {
      const words = WORDS[type]
      const text = words?.[this.text('lang', 'en')] ?? words?.[STANDARD_LANGUAGE] ?? ''
      return text || this.text('default-text')
    }
  }

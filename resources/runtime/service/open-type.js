// What a <button open-type> does when it is tapped: the host or the page answers, and the button fires the event with
// the answer.

import { triggerEvent } from 'glass-easel'

const AGREE = 'agreePrivacyAuthorization'

/** @typedef {{event: string, api: string, args?: (detail: any) => object, onlyOk?: boolean}} Question */

/**
 * The open-types that the host answers, and the event that carries the answer; with `onlyOk` a failure fires nothing.
 * @type {Record<string, Question>}
 */
const QUESTIONS = {
  openSetting: { event: 'opensetting', api: 'openSetting' },
  getUserInfo: { event: 'getuserinfo', api: 'getUserInfo', args: ({ lang }) => ({ lang, withCredentials: true }) },
  getPhoneNumber: { event: 'getphonenumber', api: 'getPhoneNumber' },
  getRealtimePhoneNumber: { event: 'getrealtimephonenumber', api: 'getRealtimePhoneNumber' },
  chooseAvatar: { event: 'chooseavatar', api: 'chooseAvatar', onlyOk: true },
  agreePrivacyAuthorization: { event: 'agreeprivacyauthorization', api: AGREE },
  launchApp: { event: 'error', api: 'launchApp' },
}

/**
 * Writes down what a page gives to be shared: this phone shares with nobody.
 * @param {import('./journal.js').Journal} journal
 * @param {unknown} answer
 */
export function noteShared(journal, answer) {
  if (answer) journal.write('info', ['onShareAppMessage:', answer], null)
  else journal.say('info', 'onShareAppMessage: the standard card', null)
}

/** Does what open-types ask for. The event has the fields of the wx function's answer and an errMsg of its own. */
export class OpenTypes {
  #channel
  #pages
  #journal

  /**
   * @param {import('./channel.js').Channel} channel
   * @param {import('./pages.js').Pages} pages
   * @param {import('./journal.js').Journal} journal
   */
  constructor(channel, pages, journal) {
    this.#channel = channel
    this.#pages = pages
    this.#journal = journal
  }

  /**
   * Handles a tap. In `getUserInfo|agreePrivacyAuthorization` the privacy contract is accepted first.
   * @param {TreeElement} element
   * @param {string} openType
   * @param {unknown} detail
   */
  tapped(element, openType, detail) {
    const types = openType.split('|').map((type) => type.trim())
    if (types.length > 1 && types.includes(AGREE)) this.#tappedOne(element, AGREE, detail)
    for (const type of types) if (types.length === 1 || type !== AGREE) this.#tappedOne(element, type, detail)
  }

  /**
   * @param {TreeElement} element
   * @param {string} openType
   * @param {unknown} detail
   */
  #tappedOne(element, openType, detail) {
    if (openType === 'share') return this.#share(element)
    const question = QUESTIONS[openType]
    if (!question) return this.#journal.say('info', `<button open-type="${openType}"> does nothing here`, null)
    const { event, api, args, onlyOk } = question
    return this.#channel.call(api, args?.(Object(detail)) ?? {}, (result) => {
      if (!onlyOk || result.errMsg === `${api}:ok`) fire(element, event, result)
    })
  }

  /** @param {TreeElement} element */
  #share(element) {
    const target = { id: element.id, dataset: { ...element.dataset } }
    const answer = this.#pages.front?.call('onShareAppMessage', { from: 'button', target })
    noteShared(this.#journal, answer)
  }
}

/**
 * @param {TreeElement} element
 * @param {string} event
 * @param {object} detail
 */
const fire = (element, event, detail) => triggerEvent(element, event, detail, { bubbles: false })

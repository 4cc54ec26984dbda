// wx functions with one answer on this phone, always: what it is, and what nobody has done with it.

import { makeFunction, ok } from './convention.js'

/** @type {Record<string, object>} */
const FACTS = {
  checkIsAddedToMyMiniProgram: { added: false },
  checkIsOpenAccessibility: { open: false },
  checkIsSoterEnrolledInDevice: { isEnrolled: false },
  checkIsSupportSoterAuthentication: { supportMode: [] },
  getAvailableAudioSources: { audioSources: ['auto', 'buildInMic'] },
  getExtConfig: { extConfig: {} },
  getScreenRecordingState: { state: 'off' },
  setTopBarText: {},
}

/** @param {import('../journal.js').Journal} journal */
export function plainAnswers(journal) {
  const facts = Object.entries(FACTS)
  return {
    ...Object.fromEntries(facts.map(([name, fact]) => [name, makeFunction(name, (_options, settle) => settle(ok(name, fact)), journal)])),
    getExptInfoSync: () => ({}),
    getExtConfigSync: () => ({}),
    getPerformance: makePerformance,
  }
}

/** What measures itself: it has measured nothing. */
const makePerformance = () => ({
  createObserver: () => ({ observe() {}, disconnect() {}, supportedEntryTypes: [] }),
  getEntries: () => [],
  getEntriesByName: () => [],
  getEntriesByType: () => [],
  setBufferSize() {},
})

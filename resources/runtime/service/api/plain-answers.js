// The wx functions that always have the same answer on this phone.

import { makeFunction, ok } from './convention.js'

const NO_SKYLINE = { isSupported: false, version: '', reason: 'this phone draws with a web view' }

/** @type {Record<string, object>} */
const FACTS = {
  checkIsAddedToMyMiniProgram: { added: false },
  checkIsOpenAccessibility: { open: false },
  checkIsSoterEnrolledInDevice: { isEnrolled: false },
  checkIsSupportSoterAuthentication: { supportMode: [] },
  getAvailableAudioSources: { audioSources: ['auto', 'buildInMic'] },
  getExtConfig: { extConfig: {} },
  getScreenRecordingState: { state: 'off' },
  getSkylineInfo: NO_SKYLINE,
  setTopBarText: {},
}

/** @param {import('../journal.js').Journal} journal */
export function plainAnswers(journal) {
  const facts = Object.entries(FACTS)
  return {
    ...Object.fromEntries(
      facts.map(([name, fact]) => [name, makeFunction(name, (_options, settle) => settle(ok(name, fact)), journal)]),
    ),
    getExptInfoSync: () => ({}),
    getExtConfigSync: () => ({}),
    getSkylineInfoSync: () => ({ ...NO_SKYLINE }),
    getPerformance: makePerformance,
  }
}

/** Makes what measures performance: it has measured nothing. */
const makePerformance = () => ({
  createObserver: () => ({ observe() {}, disconnect() {}, supportedEntryTypes: [] }),
  getEntries: () => [],
  getEntriesByName: () => [],
  getEntriesByType: () => [],
  setBufferSize() {},
})

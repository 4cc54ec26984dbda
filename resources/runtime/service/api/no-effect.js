// The wx functions that succeed and change nothing that a person would see here.

import { makeFunction, ok } from './convention.js'

const NAMES =
  `preloadAssets preloadWebview preloadSkylineView setVisualEffectOnCapture setInnerAudioOption setEnableDebug
setBackgroundFetchToken`.split(/\s+/)

/** The reports to WeChat's statistics: they take no options, go nowhere, and always succeed. */
const REPORTS = ['reportAnalytics', 'reportEvent', 'reportMonitor', 'reportPerformance', 'reportErr']

/** @param {import('../journal.js').Journal} journal */
export function functionsWithoutEffect(journal) {
  const functions = NAMES.map((name) => [name, makeFunction(name, (_options, settle) => settle(ok(name)), journal)])
  const reports = REPORTS.map((name) => [name, () => {}])
  return {
    ...Object.fromEntries([...functions, ...reports]),
    preDownloadSubpackage: makeFunction('preDownloadSubpackage', downloaded, journal),
  }
}

/**
 * Tells that a package was downloaded: every package is on the disk already.
 * @param {import('./convention.js').Options} _options
 * @param {import('./convention.js').Settle} settle
 */
function downloaded(_options, settle) {
  settle(ok('preDownloadSubpackage'))
  return { onProgressUpdate() {}, offProgressUpdate() {} }
}

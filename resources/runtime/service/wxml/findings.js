// The findings of a WXML file: what is wrong in it.

/** @typedef {import('./reader.js').File} File */

/** The most findings of a file: one that is no WXML at all must not fill the console. */
const MOST_FINDINGS = 20

/**
 * Adds a finding to a file, once for each place and message.
 * @param {File} file
 * @param {number} at
 * @param {string} message
 * @param {import('./reader.js').Finding['level']} level
 */
export function tell({ path, lines, findings }, at, message, level = 'error') {
  const finding = { file: `${path}.wxml`, ...lines.place(at), message, level }
  const known = findings.some((each) => each.line === finding.line && each.column === finding.column)
  if (!known && findings.length < MOST_FINDINGS) findings.push(finding)
}

/**
 * Returns what is wrong with a call.
 * @param {string} call as it is written
 */
export const notCallable = (call) =>
  `${call.length > 60 ? `${call.slice(0, 60)}…` : call} is undefined: WXML calls only functions of its <wxs> modules`

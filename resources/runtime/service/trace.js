// Finds out which line of the program is meant: from a stack, from an error, from a syntax error that has no stack.

import { ORIGIN, listen, reportError, unlisten } from './host.js'
import { inAddress } from './paths.js'

/** @typedef {{file: string, line: number}} Place */

const MODULE_URL = '/__program/module/'
const FRAME = /__program\/module\/([^\s?()]+?):(\d+)(?::\d+)?\)?$/

/**
 * The URL of a module, as stacks show it.
 * @param {string} file
 */
export const moduleUrl = (file) => `${ORIGIN}${MODULE_URL}${inAddress(file)}`

/**
 * Where a file begins in a script that holds several; `from` is the file's own line there.
 * @typedef {Place & {from?: number}} Start
 */

/**
 * Scripts that hold several files: the line at which each begins, in order.
 * @type {Map<string, Start[]>}
 */
const bundles = new Map()

/**
 * @param {string} name as stacks show it
 * @param {Start[]} starts
 */
export function nameBundle(name, starts) {
  bundles.set(name, starts)
}

/**
 * The program's own file and line.
 * @param {string} file
 * @param {number} line
 * @returns {Place}
 */
function original(file, line) {
  const start = bundles.get(file)?.findLast((each) => each.line <= line)
  return start ? { file: start.file, line: line - start.line + (start.from ?? 1) } : { file: decodeURI(file), line }
}

/**
 * The first line of the program in a stack, or null.
 * @param {string | undefined} stack
 * @returns {Place | null}
 */
export function placeInStack(stack) {
  for (const frame of String(stack ?? '').split('\n')) {
    const found = FRAME.exec(frame.trim())
    if (found) return original(found[1], Number(found[2]))
  }
  return null
}

/**
 * Which line of the program called us.
 * @returns {Place | null}
 */
export const callersPlace = () => placeInStack(new Error().stack)

/**
 * Where errors happened that do not know it themselves.
 * @type {WeakMap<object, Place>}
 */
const known = new WeakMap()

/**
 * Says where an error happened.
 * @param {unknown} error
 * @param {Place} place
 */
export function placeError(error, place) {
  if (error instanceof Error) known.set(error, place)
}

/**
 * Where an error happened, in the program's own files.
 * @param {unknown} error
 * @returns {Place | null}
 */
export function placeOfError(error) {
  const stack = stackOf(error)
  if (stack === undefined || !(error instanceof Error)) return null
  const reported = known.has(error) || !(error instanceof SyntaxError) ? null : whereReported(error)
  return known.get(error) ?? placeInStack(stack) ?? placeInStack(reported ? `${reported.file}:${reported.line}` : '')
}

/**
 * The stack of what was thrown. A program may throw anything, also what throws when it is read.
 * @param {unknown} thrown
 */
export function stackOf(thrown) {
  try {
    return thrown instanceof Error ? String(thrown.stack ?? '') : undefined
  } catch {
    return undefined
  }
}

/**
 * The line of a syntax error in a file that has no name of its own.
 * @param {unknown} error
 */
export const lineOfSyntaxError = (error) => (error instanceof SyntaxError ? whereReported(error)?.line : undefined) ?? 1

/**
 * Errors that were reported only to learn where they stand.
 * @type {WeakSet<Error>}
 */
export const probed = new WeakSet()

/**
 * Only the engine knows where a syntax error stands: it says so in the event it fires.
 * @param {Error} error
 */
function whereReported(error) {
  /** @type {Place | null} */ let place = null
  const hear = (/** @type {ErrorEvent} */ event) => {
    place = { file: event.filename, line: event.lineno }
    event.preventDefault()
  }
  probed.add(error)
  listen('error', hear)
  reportError(error)
  unlisten('error', hear)
  return /** @type {Place | null} */ (place)
}

const PLACE = new RegExp(`${ORIGIN}${MODULE_URL}([^\\s?()]+?):(\\d+)`, 'g')

/**
 * A stack with the service's own frames left out and short file names.
 * @param {string} stack
 */
export function programStack(stack) {
  const [title, ...frames] = stack.split('\n')
  const kept = frames.filter((frame) => !/^\s+at /.test(frame) || frame.includes(MODULE_URL))
  return [title, ...kept].join('\n').replace(PLACE, (_all, script, number) => {
    const { file, line } = original(script, Number(number))
    return `${file}:${line}`
  })
}

// Finds the line of the program that is meant: in a stack, in an error, or for a syntax error that has no stack.

import { ORIGIN, listen, reportError, unlisten } from './host.js'
import { inAddress } from './paths.js'

/** @typedef {{file: string, line: number}} Place */

const MODULE_URL = '/__program/module/'
const FRAME = /__program\/module\/([^\s?()]+?):(\d+)(?::\d+)?\)?$/

/**
 * Returns the URL of a module, as stacks show it.
 * @param {string} file
 */
export const moduleUrl = (file) => `${ORIGIN}${MODULE_URL}${inAddress(file)}`

/**
 * Says where a file begins in a script that holds several; `from` is the line of the file itself there.
 * @typedef {Place & {from?: number}} Start
 */

/**
 * The scripts that hold several files: the line at which each file begins, in order.
 * @type {Map<string, Start[]>}
 */
const bundles = new Map()

/**
 * Remembers which files a script holds.
 * @param {string} name of the script, as stacks show it
 * @param {Start[]} starts
 */
export function nameBundle(name, starts) {
  bundles.set(name, starts)
}

/**
 * Returns the file of the program and the line in it that a line of a script stands for.
 * @param {string} file
 * @param {number} line
 * @returns {Place}
 */
function original(file, line) {
  const start = bundles.get(file)?.findLast((each) => each.line <= line)
  return start ? { file: start.file, line: line - start.line + (start.from ?? 1) } : { file: decodeURI(file), line }
}

/**
 * Returns the first line of the program in a stack; null if there is none.
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
 * Returns the line of the program that called the service; null if none did.
 * @returns {Place | null}
 */
export const callersPlace = () => placeInStack(new Error().stack)

/**
 * The places of errors whose stack does not tell it.
 * @type {WeakMap<object, Place>}
 */
const known = new WeakMap()

/**
 * Remembers where an error happened.
 * @param {unknown} error
 * @param {Place} place
 */
export function placeError(error, place) {
  if (error instanceof Error) known.set(error, place)
}

/**
 * Returns where in the program's files an error happened; null if nobody knows.
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
 * Returns the stack of what was thrown. A program may throw anything, also what throws when it is read.
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
 * Returns the line of a syntax error in a file that has no name of its own.
 * @param {unknown} error
 */
export const lineOfSyntaxError = (error) => (error instanceof SyntaxError ? whereReported(error)?.line : undefined) ?? 1

/**
 * The errors that were thrown only to learn where they stand; they are not reported.
 * @type {WeakSet<Error>}
 */
export const probed = new WeakSet()

/**
 * Returns where a syntax error stands. Only the engine knows it, and tells it in the `error` event.
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
 * Returns a stack without the service's own frames and with short file names.
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

// Style sheets of the program, rewritten for a page with the browser's own CSS parser: classes of an isolated
// component get its prefix, tags the names of our elements. Values, key frames and fonts stay as they are.

import { BUILT_IN } from '../tags.js'
import { selectParts } from './inner-parts.js'
import { insetsToVariables } from './insets.js'
import { systemToTypeface } from './typeface.js'

const IDENTIFIER = String.raw`(?:[\w\u0080-\uffff-]+|\\[0-9a-fA-F]{1,6}\s?|\\.)+`
const TEXT = String.raw`"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'`

/**
 * Matches the parts of a selector, in the order in which they must be told apart: what stays as it is, :host(…),
 * :host, a class, a tag.
 */
const PARTS = new RegExp(
  [
    String.raw`(${TEXT}|\[(?:${TEXT}|[^\]"'])*\]|#${IDENTIFIER}|:(?:nth-[\w-]+|lang|dir|state|:part|:highlight)\([^)]*\)|::?(?!host\b)-?[a-zA-Z][\w-]*|:host-[\w-]+)`,
    String.raw`:host\(((?:${TEXT}|\[[^\]]*\]|[^()])*)\)`,
    String.raw`(:host)`,
    String.raw`\.(${IDENTIFIER})`,
    String.raw`(${IDENTIFIER})`,
  ].join('|'),
  'g',
)

/** Matches a step of key frames, which is no tag. */
const STEP = /^\d/

/**
 * The rewritten texts of sheets that several pages use.
 * @type {Map<string, string>}
 */
const rewritten = new Map()

/**
 * @param {Window & typeof globalThis} window
 * @param {string} css
 */
export function plainSheet(window, css) {
  const sheet = new window.CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

/**
 * Makes a sheet of the program for a page.
 * @param {Window & typeof globalThis} window
 * @param {string} css
 * @param {string | null} prefix
 */
export function programSheet(window, css, prefix) {
  const key = `${prefix ?? ''}\n${css}`
  const known = rewritten.get(key)
  if (known !== undefined) return plainSheet(window, known)
  const sheet = plainSheet(window, systemToTypeface(insetsToVariables(css)))
  rewriteRules(sheet.cssRules, prefix)
  requestIdleCallback(() => rewritten.set(key, Array.from(sheet.cssRules, (rule) => rule.cssText).join('\n')))
  return sheet
}

/**
 * @param {CSSRuleList} rules
 * @param {string | null} prefix
 */
function rewriteRules(rules, prefix) {
  for (const rule of rules) {
    const group = /** @type {{selectorText?: string, cssRules?: CSSRuleList}} */ (rule)
    if (group.selectorText !== undefined) group.selectorText = selectorFor(group.selectorText, prefix)
    if (group.cssRules?.length) rewriteRules(group.cssRules, prefix)
  }
}

/**
 * @param {string} selector
 * @param {string | null} prefix
 */
function selectorFor(selector, prefix) {
  const ours = rewriteSelector(selector, prefix)
  return prefix ? ours : selectParts(ours)
}

/**
 * Rewrites a selector.
 * @param {string} selector as the browser writes it
 * @param {string | null} prefix
 * @returns {string}
 */
function rewriteSelector(selector, prefix) {
  return selector.replace(PARTS, (part, kept, hostCondition, host, className, tag) => {
    if (kept) return part
    if (className) return prefix ? `.${prefix}--${className}` : part
    if (tag) return tagSelector(tag)
    if (host) return hostSelector(prefix)
    return `${hostSelector(prefix)}:is(${rewriteSelector(hostCondition, prefix)})`
  })
}

/** @param {string | null} prefix */
function hostSelector(prefix) {
  return prefix ? `[wx-host="${prefix}"]` : 'body'
}

/** @param {string} tag */
function tagSelector(tag) {
  const name = tag.toLowerCase()
  if (name === 'page') return 'body'
  if (name.startsWith('wx-') || STEP.test(name)) return tag
  return BUILT_IN.has(name) ? `wx-${name}` : `wx-c-${name}`
}

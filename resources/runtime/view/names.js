// Names for what a person can do something with: the program's own (aria-label), else what it says, its label, its
// hint, or the words beside it.

import { languageOf } from '../components/words.js'

/** @typedef {import('./nodes.js').ProgramElement} ProgramElement */

const LONGEST = 80
/** How many boxes around a control may hold the words beside it. */
const NEAR = 3
const CONTROLS = ['button', 'checkbox', 'input', 'picker', 'radio', 'slider', 'switch', 'textarea']
  .map((name) => `wx-${name}`)
  .join(',')
/** The elements that are called by what is in them. */
const BY_CONTENT = ['wx-button', 'wx-checkbox', 'wx-navigator', 'wx-picker', 'wx-radio']

/**
 * What an element without words is called.
 * @type {Record<string, {en: string, zh: string}>}
 */
const KINDS = {
  'wx-checkbox': { en: 'Checkbox', zh: '复选框' },
  'wx-image': { en: 'Picture', zh: '图片' },
  'wx-input': { en: 'Text field', zh: '输入框' },
  'wx-navigator': { en: 'Link', zh: '链接' },
  'wx-picker': { en: 'Picker', zh: '选择器' },
  'wx-picker-view-column': { en: 'Column', zh: '列' },
  'wx-progress': { en: 'Progress', zh: '进度' },
  'wx-radio': { en: 'Option', zh: '选项' },
  'wx-slider': { en: 'Slider', zh: '滑块' },
  'wx-switch': { en: 'Switch', zh: '开关' },
  'wx-textarea': { en: 'Text field', zh: '输入框' },
  'wx-video': { en: 'Video', zh: '视频' },
}
const ANYTHING = { en: 'Button', zh: '按钮' }

/**
 * Gives an element its name, unless the program has.
 * @param {ProgramElement} element
 * @param {import('./frames.js').Page} page
 */
export function giveName(element, page) {
  const named = spokenPart(element)
  if (element.properties?.['aria-labelledby']) return
  const own = element.properties?.['aria-label']
  named.ariaLabel = own ? String(own) : nameOf(element, page)
}

/**
 * Returns what is read: the native control of a field, else the element.
 * @param {ProgramElement} element
 */
function spokenPart(element) {
  return /** @type {{control?: HTMLElement}} */ (element).control ?? element
}

/**
 * Returns the name; null if what is in the element says it.
 * @param {ProgramElement} element
 * @param {import('./frames.js').Page} page
 */
function nameOf(element, page) {
  const content = speaks(element) ? wordsIn(element) : ''
  if (content) return element.role ? null : content
  return labelOf(element) || hintOf(element) || pictureIn(element) || wordsBeside(element) || kindOf(element, page)
}

/** @param {ProgramElement} element */
function hintOf(element) {
  return String(element.properties?.['placeholder'] ?? '')
}

/**
 * @param {Element} element
 * @param {import('./frames.js').Page} page
 */
function kindOf({ localName }, page) {
  return (KINDS[localName] ?? ANYTHING)[languageOf(page)]
}

/** @param {Element} element */
function speaks({ localName }) {
  return !(localName in KINDS) || BY_CONTENT.includes(localName)
}

/** @param {Element} element */
function wordsIn(element) {
  return plain(element.textContent ?? '')
}

/** @param {string} words */
function plain(words) {
  return words.replace(/\s+/g, ' ').trim().slice(0, LONGEST)
}

/**
 * Returns the words in a box that are not a control's own, such as a placeholder.
 * @param {Element | null | undefined} box
 */
function wordsAround(box) {
  if (!box) return ''
  const walker = box.ownerDocument.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  let words = ''
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    if (!parentElement?.closest(CONTROLS)) words += textContent
  }
  return plain(words)
}

/**
 * Returns what the label says that presses a control.
 * @param {Element} element
 */
function labelOf(element) {
  if (!element.matches(CONTROLS)) return ''
  const labels = element.id ? [...element.ownerDocument.querySelectorAll('wx-label')] : []
  const naming = labels.find((label) => /** @type {ProgramElement} */ (label).properties?.['for'] === element.id)
  return wordsAround(naming ?? element.closest('wx-label'))
}

/**
 * Returns what the first picture in an element shows, if the program says so.
 * @param {Element} element
 */
function pictureIn(element) {
  return element.querySelector('[aria-label]')?.ariaLabel ?? ''
}

/**
 * Returns the words of the nearest box around a control that is about nothing else.
 * @param {Element} element
 */
function wordsBeside(element) {
  if (!element.matches(CONTROLS)) return ''
  let around = element.parentElement
  for (let away = 0; around && away < NEAR; away++, around = around.parentElement) {
    if (around.querySelectorAll(CONTROLS).length > 1) return ''
    const words = wordsAround(around)
    if (words) return words
  }
  return ''
}

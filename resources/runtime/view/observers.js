// Tells when an element comes into another one or into the page, and how far.

import { finiteNumber, numberWithin } from '../numbers.js'

/** @typedef {{left?: number, right?: number, top?: number, bottom?: number}} Margins in px */

/**
 * Watches an element.
 * @param {import('./frames.js').Page} page
 * @param {Element} element
 * @param {Element | null} root null stands for the page
 * @param {unknown} margins
 * @param {number[]} thresholds
 * @param {(entry: object) => void} tell
 * @returns {() => void} ends the watch
 */
export function observeIntersection(page, element, root, margins, thresholds, tell) {
  const options = {
    root: !root || root === page.root ? page.document : root,
    rootMargin: marginText(margins),
    threshold: thresholdsIn(thresholds),
  }
  const observer = new page.window.IntersectionObserver((entries) => {
    if (page.sheet.dataset.state !== 'away') for (const entry of entries) tell(described(entry))
  }, options)
  observer.observe(element)
  return () => observer.disconnect()
}

/**
 * Returns the thresholds that the engine takes.
 * @param {unknown} list as the program gave it
 */
function thresholdsIn(list) {
  const found = (Array.isArray(list) ? list : [])
    .map((each) => numberWithin(each, 0, 1))
    .filter((each) => each !== null)
  return found.length ? found : [0]
}

/**
 * Returns margins as CSS: the text as it is, or the fields of the phone's relativeTo().
 * @param {unknown} margins
 */
function marginText(margins) {
  if (typeof margins === 'string') return /^(?:\s*-?[\d.]+(?:px|%)){1,4}\s*$/.test(margins) ? margins : '0px'
  const { top = 0, right = 0, bottom = 0, left = 0 } = /** @type {Margins} */ (margins ?? {})
  return [top, right, bottom, left].map((margin) => `${finiteNumber(margin) ?? 0}px`).join(' ')
}

/** @param {IntersectionObserverEntry} entry */
function described(entry) {
  return {
    intersectionRatio: entry.intersectionRatio,
    boundingClientRect: plain(entry.boundingClientRect),
    intersectionRect: plain(entry.intersectionRect),
    relativeRect: plain(entry.rootBounds ?? entry.boundingClientRect),
    time: Date.now(),
  }
}

/** @param {DOMRectReadOnly} rect */
function plain({ left, top, right, bottom, width, height }) {
  return { left, top, right, bottom, width, height }
}

// The wx functions about the scrolling of the page itself: pageScrollTo and pull-down refresh.

import { CODE } from '../../operations.js'
import { finiteNumber, numberWithin } from '../../numbers.js'
import { failure, makeFunction, ok } from './convention.js'

/** The longest scrolling, in ms: a minute. */
const LONGEST = 60_000

/**
 * @param {import('../pages.js').Pages} pages
 * @param {import('../view.js').View} view
 * @param {import('../journal.js').Journal} journal
 */
export function scrollingFunctions(pages, view, journal) {
  /**
   * @param {string} name
   * @param {(number: number) => void} change
   */
  const onFront = (name, change) =>
    makeFunction(
      name,
      (_options, settle) => {
        if (pages.front) change(pages.front.number)
        settle(pages.front ? ok(name) : failure(name, 'page not found'))
      },
      journal,
    )
  return {
    stopPullDownRefresh: onFront('stopPullDownRefresh', (number) => view.do(CODE.stopPullDown, number)),
    startPullDownRefresh: onFront('startPullDownRefresh', (number) => view.do(CODE.startPullDown, number)),
    pageScrollTo: makeFunction(
      'pageScrollTo',
      (options, settle) => {
        scrollPage(pages, view, options, (done) =>
          settle(done ? ok('pageScrollTo') : failure('pageScrollTo', 'target not found')),
        )
      },
      journal,
    ),
  }
}

/**
 * @param {import('../pages.js').Pages} pages
 * @param {import('../view.js').View} view
 * @param {Record<string, any>} options
 * @param {(done: boolean) => void} onDone
 */
function scrollPage({ front }, view, { scrollTop, duration = 300, selector, offsetTop = 0 }, onDone) {
  if (!front) return onDone(false)
  const scroll = (/** @type {number} */ top) => {
    view.do(CODE.scrollPage, front.number, Math.max(0, finiteNumber(top) ?? 0), numberWithin(duration, 0, LONGEST) ?? 0)
    onDone(true)
  }
  if (scrollTop !== undefined || !selector) return scroll(scrollTop)
  const node = front.component?.getShadowRoot().querySelector(selector)?.getBackendElement()
  if (!node) return onDone(false)
  return node.getBoundingClientRect((/** @type {any} */ rect) =>
    front.backend.root.getScrollOffset((offset) =>
      scroll(rect.top + offset.scrollTop + (finiteNumber(offsetTop) ?? 0)),
    ),
  )
}

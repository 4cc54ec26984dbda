// wx.loadFontFace(): the view loads the font for the page in front or for all pages, and the service loads it for its
// canvases.

import { Face, faces } from '../host.js'
import { failure, makeFunction, ok, parameterError } from './convention.js'

/** @typedef {import('../../view/fonts.js').Font} Font */

/**
 * Makes the function.
 * @param {() => any} front gives the page in front
 * @param {import('../view.js').View} view
 * @param {import('../journal.js').Journal} journal
 */
export function fontFunctions(front, view, journal) {
  return {
    loadFontFace: makeFunction(
      'loadFontFace',
      ({ family, source, desc, global = false }, settle) => {
        const wrong = parameterError({ family, source }, { family: 'String', source: 'String' })
        if (wrong) return settle({ ...failure('loadFontFace', wrong, 1001), status: 'error' })
        const font = { family: String(family), source: String(source), descriptors: descriptorsOf(desc) }
        const fail = (/** @type {string} */ problem) => settle({ ...failure('loadFontFace', problem), status: 'error' })
        return view.loadFont(global ? null : (front()?.number ?? null), font, (loaded) => {
          if (loaded.problem) return fail(loaded.problem)
          return loadForCanvases({ ...font, source: loaded.source }).then(
            () => settle(ok('loadFontFace', { status: 'loaded' })),
            (error) => fail(String(error?.message ?? error)),
          )
        })
      },
      journal,
    ),
  }
}

/**
 * @param {unknown} given
 * @returns {FontFaceDescriptors}
 */
function descriptorsOf(given) {
  const { style = 'normal', weight = 'normal' } = Object(given)
  return { style: String(style), weight: String(weight) }
}

/** @param {Font} font */
async function loadForCanvases({ family, source, descriptors }) {
  faces.add(await new Face(family, source, descriptors).load())
}

// wx.loadFontFace(): the view loads the font for the page in front, or for all pages; the service for its canvases.

import { Face, faces } from '../host.js'
import { CODE } from '../../operations.js'
import { failure, makeFunction, ok } from './convention.js'

/** @param {() => any} front the page in front @param {import('../view.js').View} view @param {import('../journal.js').Journal} journal */
export function fontFunctions(front, view, journal) {
  return {
    loadFontFace: makeFunction('loadFontFace', (options, settle) => {
      const { family, source, global = false } = options
      const font = { family: String(family), source: String(source), descriptors: descriptorsOf(options.desc) }
      loadForCanvases(font)
      view.loadFont(global ? null : front()?.number ?? null, font, (problem) => {
        if (problem) settle({ ...failure('loadFontFace', problem), status: 'error' })
        else settle(ok('loadFontFace', { status: 'loaded' }))
      })
    }, journal),
  }
}

/** @param {any} given @returns {FontFaceDescriptors} */
function descriptorsOf(given) {
  const { style = 'normal', weight = 'normal' } = Object(given)
  return { style: String(style), weight: String(weight) }
}

/** What the engine refuses, the view refuses too, and says. @param {import('../../view/fonts.js').Font} font */
async function loadForCanvases({ family, source, descriptors }) {
  try {
    faces.add(await new Face(family, source, descriptors).load())
  } catch {}
}

// Fonts that programs bring (wx.loadFontFace): for one page, or for all of now and later.

import { resourceUrl } from './resources.js'

/** @typedef {{family: string, source: string, descriptors: FontFaceDescriptors}} Font */
/**
 * What became of a font: the problem, empty for none, and its source as a page loads it.
 * @typedef {{problem: string, source: string}} Loaded
 */

/**
 * @param {import('./stage.js').Stage} stage
 * @param {import('./frames.js').Send} send
 */
export function fontOperations(stage, send) {
  return {
    /**
     * @param {number} question
     * @param {number | null} page
     * @param {Font} font
     */
    loadFont(question, page, font) {
      const pages = page === null ? stage.everyPage(font) : [stage.page(page)]
      const answer = (/** @type {Loaded} */ value) => send({ type: 'answer', question, value })
      Promise.all(pages.map((each) => loadFont(each, font))).then(
        ([source = font.source]) => answer({ problem: '', source }),
        (error) => answer({ problem: String(error?.message ?? error), source: '' }),
      )
    },
  }
}

/**
 * @param {import('./frames.js').Page} page
 * @param {Font} font
 * @returns {Promise<string>} the source that was loaded
 */
export async function loadFont(page, { family, source, descriptors }) {
  const from = source.replace(
    /url\(\s*(["']?)(.*?)\1\s*\)/g,
    (_all, _quote, address) => `url("${encodeURI(decodeURI(resourceUrl(address, page.path)))}")`,
  )
  const face = new page.window.FontFace(family, from, descriptors)
  await face.load()
  page.document.fonts.add(face)
  return from
}

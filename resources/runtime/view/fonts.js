// The fonts that programs bring (wx.loadFontFace): for one page, or for all pages of now and later.

import { resourceUrl } from './resources.js'

/** @typedef {{family: string, source: string, descriptors: FontFaceDescriptors}} Font */
/**
 * The outcome of a font: what is wrong with it, '' for nothing, and its source as a page loads it.
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
 * Loads a font into a page and returns the source that was loaded.
 * @param {import('./frames.js').Page} page
 * @param {Font} font
 * @returns {Promise<string>}
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

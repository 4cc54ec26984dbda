// The language of the words that the components themselves show.

/**
 * Returns the language of a page, as the host told it; without that, the browser's.
 * @param {import('../view/frames.js').Page} page
 * @returns {'zh' | 'en'}
 */
export function languageOf(page) {
  const language = page.root.lang || page.window.navigator.language
  return language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

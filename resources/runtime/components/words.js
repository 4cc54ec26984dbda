// The language of what the components themselves say.

/**
 * The page's language, as the host told it; else the browser's.
 * @param {import('../view/frames.js').Page} page
 * @returns {'zh' | 'en'}
 */
export function languageOf(page) {
  const language = page.root.lang || page.window.navigator.language
  return language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

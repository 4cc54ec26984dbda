// Asks the components themselves which of them only show a card that says they are not on this phone.

import { loadBundle } from './load-bundle.mjs'

/**
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<string[]>} tags
 */
export async function readPlaceholders(options) {
  const { componentClasses } = await loadBundle({ ...options, entryPoints: ['components/index.js'] })
  const classes = /** @type {[string, {placeholder?: boolean}][]} */ (componentClasses(class {}))
  return classes
    .filter(([, { placeholder }]) => placeholder)
    .map(([tag]) => tag)
    .sort()
}

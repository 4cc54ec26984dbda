// Where a page may load a picture, a sound or a film from.

const ALLOWED = /^(https?:|blob:|data:(image|audio|video|font)\/)/i
const OTHER_SCHEME = /^[a-z][\w+.-]*:/i
const KEPT_FILE = /^(?:wxfile:\/\/|http:\/\/(?=tmp\/|usr\/|store\/))/

/**
 * Returns the URL for a source that a program wrote: in its own origin or in the open web, '' for anything else.
 * Relative paths start at the page; the service has resolved those inside components before.
 * @param {string} source
 * @param {string} pagePath
 */
export function resourceUrl(source, pagePath) {
  const text = String(source ?? '')
    .trim()
    .toWellFormed()
  if (KEPT_FILE.test(text))
    return `/__file/${encodeURI(text.replace(KEPT_FILE, '')).replace(/[?#]/g, encodeURIComponent)}`
  if (ALLOWED.test(text)) return text
  if (text === '' || OTHER_SCHEME.test(text)) return ''
  if (text.startsWith('//')) return `https:${text}`
  return new URL(text, `https://program/${pagePath}`).href.slice('https://program'.length)
}

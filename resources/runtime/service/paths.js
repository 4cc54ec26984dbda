// Arithmetic with the paths of a package: no leading slash, no `.` and `..`.

/** @param {string} path */
export function normalise(path) {
  /** @type {string[]} */ const parts = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** @param {string} path */
export const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/**
 * What `reference` means in the file `base`: a leading slash is the package's root.
 * @param {string} base
 * @param {string} reference
 */
export const resolve = (base, reference) =>
  normalise(reference.startsWith('/') ? reference : `${folderOf(base)}/${reference}`)

/** @param {string} path */
export const withoutExtension = (path) => path.replace(/\.(js|ts|json|wxml|wxss)$/, '')

/**
 * A page's address: path and query. Names and values are decoded once, as they were encoded once.
 * @param {string} url
 * @param {string} base the page it is relative to
 */
export function parseUrl(url, base) {
  const [path, search = ''] = splitAt(url, '?')
  return { path: withoutSuffix(resolve(base, path)), query: parseQuery(search) }
}

/** @param {string} path */
const withoutSuffix = (path) => path.replace(/\.html$/, '')

/**
 * @param {string} search
 * @returns {Record<string, string>}
 */
export function parseQuery(search) {
  /** @type {Record<string, string>} */ const query = {}
  for (const pair of search.split('&').filter(Boolean)) {
    const [name, value = ''] = splitAt(pair, '=')
    query[decoded(name)] = decoded(value)
  }
  return query
}

/**
 * @param {string} text
 * @param {string} separator
 */
function splitAt(text, separator) {
  const place = text.indexOf(separator)
  return place === -1 ? [text] : [text.slice(0, place), text.slice(place + 1)]
}

/**
 * A path as part of an address; half a character has none, and becomes the sign for what is unknown.
 * @param {string} path
 */
export const inAddress = (path) => encodeURI(path.toWellFormed())

/**
 * Percent signs undone, if they can be.
 * @param {string} text
 */
export function decoded(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

// Paths of a package and addresses of pages. A path has no leading slash, no `.` and no `..`.

/**
 * Removes empty parts, `.` and `..` from a path; what leads out of the package ends at its root.
 * @param {string} path
 */
export function normalise(path) {
  /** @type {string[]} */ const parts = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/**
 * Returns the folder of a file; '' for the root.
 * @param {string} path
 */
export const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/**
 * Returns the path that `reference` means in the file `base`; a leading slash stands for the root of the package.
 * @param {string} base
 * @param {string} reference
 */
export const resolve = (base, reference) =>
  normalise(reference.startsWith('/') ? reference : `${folderOf(base)}/${reference}`)

/**
 * Removes the extension of a page's or component's file.
 * @param {string} path
 */
export const withoutExtension = (path) => path.replace(/\.(js|ts|json|wxml|wxss)$/, '')

/**
 * Splits the address of a page into path and query, as the platform's routes do: what stands behind a second question
 * mark is lost.
 * @param {string} url
 * @param {string} base the page that the address is relative to
 */
export function parseUrl(url, base) {
  const [path, search = ''] = url.split('?')
  return { path: withoutSuffix(resolve(base, path)), query: parseQuery(search) }
}

/**
 * Removes `.html`, with which some programs write their paths.
 * @param {string} path
 */
const withoutSuffix = (path) => path.replace(/\.html$/, '')

/**
 * Returns the parameters of a query as they were written: the platform decodes none, cuts a value at an equals sign,
 * and gives the text "undefined" to a name without one. Of equal names the last counts.
 * @param {string} search
 * @returns {Record<string, string>}
 */
export function parseQuery(search) {
  const pairs = search.split('&').filter(Boolean)
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name, value = 'undefined'] = pair.split('=')
      return [name, value]
    }),
  )
}

/**
 * Encodes a path for an address. Half of a surrogate pair has no encoding and becomes U+FFFD.
 * @param {string} path
 */
export const inAddress = (path) => encodeURI(path.toWellFormed())

// Names of attributes: which are read as others, and which the compiler cannot take as they are.

/** The names of the first base libraries, and what they are called now. */
const OLD = new Map(
  ['if', 'elif', 'else', 'for', 'for-item', 'for-index', 'key'].map((name) => [`wx-${name}`, `wx:${name}`]),
)
OLD.set('wx-for-items', 'wx:for').set('wx:for-items', 'wx:for')

const NAME = /^:?[A-Za-z_][\w.:-]*$/
const PREFIXED_EVENT = /^((?:capture-)?(?:mut-)?bind|(?:capture-)?catch):(.+)$/
const PLAIN_EVENT = /^(bind|catch)([^:].*:.*)$/

/**
 * Stands for the colon in the name of an event until the compiler has made its code: the compiler takes no colon
 * there.
 */
const COLON = '.-colon-.'

/** @param {string} written */
export const normalisedName = (written) => OLD.get(written) ?? written

/** @param {string} name */
export const isName = (name) => NAME.test(name)

/**
 * Returns a name in a form that the compiler takes.
 * @param {string} name
 */
export function compilableName(name) {
  const [, prefix, event] = PREFIXED_EVENT.exec(name) ?? PLAIN_EVENT.exec(name) ?? []
  return event?.includes(':') ? `${prefix}:${event.replaceAll(':', COLON)}` : name
}

/**
 * Returns the compiler's code with the colons in the names of events restored.
 * @param {string} code
 */
export const withColons = (code) => code.replaceAll(COLON, ':')

/** The prefixes with a colon that have a meaning; an attribute with any other has no effect on a phone. */
export const PREFIXES = new Set([
  'wx',
  'bind',
  'catch',
  'mut-bind',
  'capture-bind',
  'capture-catch',
  'capture-mut-bind',
  'model',
  'change',
  'mark',
  'generic',
  'slot',
  'data',
  'worklet',
  'extra-attr',
  'class',
  'style',
  'let',
])

// Names of attributes: which are read as others, which the compiler cannot take as they are.

/** As they were written for the first base libraries. */
const OLD = new Map(
  ['if', 'elif', 'else', 'for', 'for-item', 'for-index', 'key'].map((name) => [`wx-${name}`, `wx:${name}`]),
)
OLD.set('wx-for-items', 'wx:for').set('wx:for-items', 'wx:for')

const NAME = /^:?[A-Za-z_][\w.:-]*$/
const PREFIXED_EVENT = /^((?:capture-)?(?:mut-)?bind|(?:capture-)?catch):(.+)$/
const PLAIN_EVENT = /^(bind|catch)([^:].*:.*)$/

/** The compiler takes no colon in the name of an event; this stands for one until it has made its code. */
const COLON = '.-colon-.'

/** @param {string} written */
export const normalisedName = (written) => OLD.get(written) ?? written

/** @param {string} name */
export const isName = (name) => NAME.test(name)

/**
 * A name as the compiler takes it.
 * @param {string} name
 */
export function compilableName(name) {
  const [, prefix, event] = PREFIXED_EVENT.exec(name) ?? PLAIN_EVENT.exec(name) ?? []
  return event?.includes(':') ? `${prefix}:${event.replaceAll(':', COLON)}` : name
}

/**
 * The code of the compiler with the names of events as they are.
 * @param {string} code
 */
export const withColons = (code) => code.replaceAll(COLON, ':')

/** The prefixes with a colon that mean something; an attribute with any other has no effect on a phone. */
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

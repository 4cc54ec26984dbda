// Programs style the insides of the phone's own components by their class names (`checkbox .wx-checkbox-input`). Ours
// are in shadow trees, so such a selector becomes one of a part: `:is(wx-checkbox, wx-checkbox
// *)::part(wx-checkbox-input)`. Any other class that begins with `wx-` is the program's own.

const PART = String.raw`\.wx-(?:(?:checkbox|radio|switch)-input|progress-(?:inner-)?bar|swiper-dots?)(?:-\w+)*(?![\w-])`
const INSIDE = new RegExp(`^(?<around>.*?)(?<parts>(?:${PART})+)(?<pseudo>(?:::?[\\w-]+(?:\\([^)]*\\))?)*)$`, 's')
const INNER_COMPOUND = new RegExp(`(?:^|[\\s>+~]+)(?:${PART})+\\s*$`)

const PSEUDO = /::?[\w-]+(?:\([^)]*\))?/g
const TICKED = /^\.wx-\w+-input-checked$/
const NOTHING = ':not(*)'

/**
 * Rewrites a list of selectors.
 * @param {string} selector in which our elements already have their names
 */
export function selectParts(selector) {
  if (!selector.includes('.wx-')) return selector
  return splitList(selector).map(selectPart).join(', ')
}

/**
 * Rewrites one selector.
 * @param {string} selector without commas at its top
 */
function selectPart(selector) {
  const found = INSIDE.exec(selector.trim())?.groups
  if (!found) return selector
  const parts = found.parts.slice(1).split('.').join(' ')
  const pseudo = sayOfPart(found.pseudo, parts)
  if (!pseudo) return NOTHING
  const around = outside(found.around)
  return `${around ? `:is(${around}, ${around} *)` : '*'}${pseudo.host}::part(${parts})${pseudo.part}`
}

/**
 * Decides what `:not()` says of a part, because CSS cannot ask a part for its class: a tick is decided by its
 * component, anything else at once.
 * @param {string} pseudo what follows the name of the part
 * @param {string} classes of the part
 * @returns {{host: string, part: string} | null} null if no part fits
 */
function sayOfPart(pseudo, classes) {
  const said = { host: '', part: '' }
  for (const piece of pseudo.match(PSEUDO) ?? []) {
    const refused = /^:not\((.*[.#[].*)\)$/s.exec(piece)?.[1]
    if (refused === undefined) said.part += piece
    else if (TICKED.test(refused)) said.host += ':not([checked])'
    else if (hasClasses(classes).matches(refused)) return null
  }
  return said
}

/** @param {string} classes */
const hasClasses = (classes) => Object.assign(document.createElement('div'), { className: classes })

/**
 * Returns a selector without the insides of components at its end.
 * @param {string} around
 */
function outside(around) {
  let left = around.replace(/[\s>+~]+$/, '')
  while (INNER_COMPOUND.test(left)) left = left.replace(INNER_COMPOUND, '').replace(/[\s>+~]+$/, '')
  return left
}

/** @param {string} list */
function splitList(list) {
  let depth = 0
  const parts = ['']
  for (const letter of list) {
    if ('(['.includes(letter)) depth += 1
    if (')]'.includes(letter)) depth -= 1
    if (letter === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}

// Programs restyle the insides of the phone's own components by their class names (`checkbox .wx-checkbox-input`). Ours
// are in shadow trees, so such a selector becomes one of a part: `:is(wx-checkbox, wx-checkbox
// *)::part(wx-checkbox-input)`. Any other class that begins with `wx-` is the program's own.

const PART = String.raw`\.wx-(?:(?:checkbox|radio|switch)-input|progress-(?:inner-)?bar|swiper-dots?)(?:-\w+)*(?![\w-])`
const INSIDE = new RegExp(`^(?<around>.*?)(?<parts>(?:${PART})+)(?<pseudo>(?:::?[\\w-]+(?:\\([^)]*\\))?)*)$`, 's')
const INNER_COMPOUND = new RegExp(`(?:^|[\\s>+~]+)(?:${PART})+\\s*$`)

/** @param {string} selector already with the names of our elements */
export function selectParts(selector) {
  if (!selector.includes('.wx-')) return selector
  return splitList(selector).map(selectPart).join(', ')
}

/** @param {string} selector without commas at its top */
function selectPart(selector) {
  const found = INSIDE.exec(selector.trim())?.groups
  if (!found) return selector
  const parts = found.parts.slice(1).split('.').join(' ')
  const around = outside(found.around)
  return `${around ? `:is(${around}, ${around} *)` : '*'}::part(${parts})${found.pseudo}`
}

/**
 * What stands before the insides of a component.
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

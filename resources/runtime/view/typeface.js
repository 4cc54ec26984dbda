// The phone's typeface in pages, under the names by which programs ask for a phone's font. Chromium knows it from Qt on
// Linux; elsewhere a page loads it.

const NAMES = [
  'Inter',
  '-apple-system',
  '-apple-system-font',
  'BlinkMacSystemFont',
  'SF Pro Text',
  'SF Pro Display',
  'SF UI Text',
  'Helvetica Neue',
]

/** The files, each with the weights it stands for: the heaviest is bold, too, and never thickened. */
const FACES = [
  { face: 'Regular', weights: '1 450' },
  { face: 'Medium', weights: '451 550' },
  { face: 'SemiBold', weights: '551 1000' },
]

/** Matches a declaration of fonts up to the generic name that is the desktop's font and not the phone's. */
const SYSTEM = /(\bfont(?:-family)?\s*:[^;{}]*?)(?<![\w'"-])system-ui(?![\w'"-])/gi

/** The rules that give pages the typeface. */
export const TYPEFACE = NAMES.flatMap((name) => FACES.map((each) => ruleFor(name, each))).join('\n')

/**
 * @param {string} name
 * @param {{face: string, weights: string}} face
 */
function ruleFor(name, { face, weights }) {
  const places = `local('Inter ${face}'), local('Inter-${face}'), url('/__runtime/Inter-${face}.ttf')`
  return `@font-face { font-family: '${name}'; font-weight: ${weights}; src: ${places} }`
}

/**
 * The sheet with the phone's typeface where it asks for the system's: no rule may give the generic name a face.
 * @param {string} css
 */
export function systemToTypeface(css) {
  return css.replace(SYSTEM, '$1-apple-system')
}

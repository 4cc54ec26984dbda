// The edges that the phone draws over. Chromium does not know them, so variables of the page stand for env().

const INSET = /\benv\(\s*safe-area-inset-(top|bottom|left|right)(?=[\s,)])/g

/** @param {string} css */
export const insetsToVariables = (css) =>
  css.includes('safe-area-inset') ? css.replace(INSET, 'var(--mh-inset-$1') : css

/**
 * Sets the variables.
 * @param {HTMLElement} root of a page
 * @param {{top: number, bottom: number, side: number}} insets in px
 */
export function setInsets(root, { top, bottom, side }) {
  root.style.setProperty('--mh-inset-top', `${top}px`)
  root.style.setProperty('--mh-inset-bottom', `${bottom}px`)
  for (const edge of ['left', 'right']) root.style.setProperty(`--mh-inset-${edge}`, `${side}px`)
}

// Below 100 % Chromium draws only a part of what it lays out: as large a share as there are pixels per point. The host
// makes the surface larger (`whole_view.py`), and here what lies in it keeps to the part that is drawn.

/** Returns the share of the surface that is drawn, 1 if it is all of it. */
const share = () => Math.min(1, window.devicePixelRatio)

/**
 * Keeps an element that fills the surface to the part of it that is drawn, to the pixel, whatever its size becomes.
 * @param {HTMLElement} element
 */
export function keepToDrawnPart(element) {
  const fit = () => {
    const drawn = share()
    element.style.width = drawn < 1 ? `${Math.round(window.innerWidth * drawn)}px` : ''
    element.style.height = drawn < 1 ? `${Math.round(window.innerHeight * drawn)}px` : ''
  }
  addEventListener('resize', fit)
  fit()
}

/**
 * Makes a page of the web as wide as the part that is drawn. What it fixes to an edge of the window is out of reach.
 * @param {HTMLElement} root
 */
export function narrowToDrawnPart(root) {
  if (share() < 1) root.style.setProperty('width', `calc(100vw * ${share()})`, 'important')
}

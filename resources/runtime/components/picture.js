// What <image> and <cover-image> share: a picture in a shadow tree, and the events for its coming and failing.

/** The picture in the shadow tree. */
export const PICTURE = '<img id="picture" part="picture" alt="" draggable="false">'

/** @typedef {import('./component.js').Component} Component */

/**
 * Tells the program when the picture was loaded or has failed.
 * @param {Component} component
 * @param {HTMLImageElement} picture
 */
export function tellOf(component, picture) {
  picture.addEventListener('load', () => {
    component.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight })
  })
  picture.addEventListener('error', () => {
    component.toggleAttribute('broken', true)
    component.emit('error', { errMsg: `GET ${component.text('src')} failed` })
  })
}

/**
 * @param {Component} component
 * @param {HTMLImageElement} picture
 */
export function showSource(component, picture) {
  const source = component.resourceUrl(component.text('src'))
  component.toggleAttribute('broken', source === '')
  if (source) picture.src = source
  else picture.removeAttribute('src')
}

// <icon>: the phone's own signs, drawn here on a grid of 24.

const DISC = 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z'
const TICK = 'M10.4 16.6 5.9 12.1l1.3-1.3 3.2 3.2 6.4-6.4 1.3 1.3z'
const CROSS = 'M8.7 7.4 12 10.7l3.3-3.3 1.3 1.3-3.3 3.3 3.3 3.3-1.3 1.3-3.3-3.3-3.3 3.3-1.3-1.3 3.3-3.3-3.3-3.3z'
const RING = `${DISC}m0 1.4a8.6 8.6 0 1 1 0 17.2 8.6 8.6 0 0 1 0-17.2z`

/**
 * The path and standard colour of each type.
 * @type {Record<string, {path: string, color: string}>}
 */
const SIGNS = {
  success: { path: `${DISC}${TICK}`, color: 'var(--mh-brand)' },
  success_no_circle: { path: 'M9.2 18.4 3 12.2l1.5-1.5 4.7 4.7L19.5 5.1 21 6.6z', color: 'var(--mh-brand)' },
  info: {
    path: `${DISC}M11.1 10.4h1.8v7h-1.8zM12 6.5a1.25 1.25 0 1 1 0 2.5 1.25 1.25 0 0 1 0-2.5z`,
    color: 'var(--mh-blue)',
  },
  info_circle: {
    path: `${RING}M11.2 10.4h1.6v7h-1.6zM12 6.5a1.15 1.15 0 1 1 0 2.3 1.15 1.15 0 0 1 0-2.3z`,
    color: 'var(--mh-brand)',
  },
  warn: {
    path: `${DISC}M11.1 6.6h1.8l-.2 7h-1.4zM12 15.1a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4z`,
    color: 'var(--mh-red)',
  },
  waiting: { path: `${DISC}M11.1 6.5h1.7v5.2l3.5 3.5-1.2 1.2-4-4z`, color: 'var(--mh-blue)' },
  cancel: { path: `${RING}${CROSS}`, color: 'var(--mh-red)' },
  download: {
    path: `${RING}M11.2 6.5h1.6v7l2.7-2.7 1.1 1.1-4.6 4.6-4.6-4.6 1.1-1.1 2.7 2.7z`,
    color: 'var(--mh-brand)',
  },
  search: {
    path: 'M10.5 3a7.5 7.5 0 0 1 5.9 12.1l4.6 4.6-1.3 1.3-4.6-4.6A7.5 7.5 0 1 1 10.5 3zm0 1.7a5.8 5.8 0 1 0 0 11.6 5.8 5.8 0 0 0 0-11.6z',
    color: 'var(--mh-fg-2)',
  },
  clear: { path: `${DISC}${CROSS}`, color: 'var(--mh-fg-2)' },
  circle: { path: RING, color: 'var(--mh-fg-2)' },
}

const STYLE = `
:host { display: inline-block; vertical-align: middle; line-height: 0 }
svg { display: block; width: 23px; height: 23px; fill: currentColor; fill-rule: evenodd }
`

/** @param {import('./component.js').ComponentClass} Component */
export default (Component) =>
  class Icon extends Component {
    static template = '<svg id="sign" viewBox="0 0 24 24" aria-hidden="true"><path id="path"/></svg>'
    static style = STYLE

    /** @param {string} _name */
    changed(_name) {
      const sign = SIGNS[this.text('type')]
      const drawing = this.piece('sign').style
      drawing.width = drawing.height = `${this.number('size', 23)}px`
      drawing.color = this.text('color') || sign?.color || ''
      this.piece('path').setAttribute('d', sign?.path ?? '')
    }
  }

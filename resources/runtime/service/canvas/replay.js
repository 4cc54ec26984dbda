// Draws on a canvas what a context of the old kind recorded.

/**
 * @typedef {import('./recorder.js').Action} Action
 * @typedef {import('./recorder.js').Context} Context
 * @typedef {import('./recorder.js').Target} Target
 */

/**
 * @param {Target | null} target
 * @param {{actions: Action[], files: string[]}} recorded
 * @param {boolean} reserve
 * @param {import('./picture.js').Pictures} pictures
 */
export async function drawRecorded(target, { actions, files }, reserve, pictures) {
  const loaded = await loadAll(files, pictures)
  if (target) replay(target, actions, loaded, reserve)
}

/**
 * @param {Target} target
 * @param {Action[]} actions
 * @param {Map<string, ImageBitmap>} pictures
 * @param {boolean} reserve
 */
function replay({ surface, ratio }, actions, pictures, reserve) {
  const context = /** @type {Context} */ (surface.getContext('2d'))
  context.reset !== undefined && !reserve ? context.reset() : context.setTransform(1, 0, 0, 1, 0, 0)
  context.save()
  context.scale(ratio, ratio)
  Object.assign(context, { base: context.getTransform() })
  for (const action of actions) attempt(() => action(context, pictures))
  context.restore()
}

/**
 * Draws; arguments that a canvas refuses draw nothing, as on the phone.
 * @param {() => void} draw
 */
function attempt(draw) {
  try {
    draw()
  } catch {
    // nothing is drawn
  }
}

/**
 * Loads pictures; those that cannot be loaded are left out.
 * @param {string[]} files
 * @param {import('./picture.js').Pictures} pictures
 */
async function loadAll(files, pictures) {
  /** @type {Map<string, ImageBitmap>} */ const loaded = new Map()
  await Promise.all(
    files.map(
      (file) => new Promise((resolve) => pictures.load(file, (bitmap) => resolve(loaded.set(file, bitmap)), resolve)),
    ),
  )
  return loaded
}

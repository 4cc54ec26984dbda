// A function of a script that drives the program, run in the frame of a page: its `window` is the page's own. Nobody
// but the host says which functions these are: whoever runs one reaches the host's object, which knows a tap.

/**
 * Runs a function in a page; the frame's rules allow no text to be evaluated, but a file to be loaded.
 * @param {import('./frames.js').Page} page
 * @param {{code: string, args: unknown[]}} given
 * @returns {Promise<unknown>} what it returns or resolves to, as JSON holds it
 * @throws {Error} if the text is no function, or what it throws
 */
export async function runInPage(page, { code, args }) {
  const script = Object.assign(page.document.createElement('script'), { made: /** @type {unknown} */ (null) })
  const url = URL.createObjectURL(
    new Blob([`document.currentScript.made = (\n${code}\n)`], { type: 'text/javascript' }),
  )
  await new Promise((resolve) => {
    script.onload = script.onerror = resolve
    script.src = url
    page.document.head.append(script)
  })
  URL.revokeObjectURL(url)
  script.remove()
  if (typeof script.made !== 'function') throw new Error('functionDeclaration is no function')
  return JSON.parse(JSON.stringify(await script.made(...args)) ?? 'null')
}

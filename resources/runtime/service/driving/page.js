// `Page.*` of the automator's protocol: the data and the methods of a page.

import { listOf } from './app.js'
import { askView } from './finding.js'

/** @typedef {import('./driving.js').Methods} Methods */

/**
 * @param {{pages: import('../pages.js').Pages, view: import('../view.js').View}} parts
 * @returns {Methods}
 */
export function pageMethods({ pages, view }) {
  const instanceOf = (/** @type {unknown} */ number) => /** @type {any} */ (pageOf(pages, number).instance)
  return {
    'Page.getData': ({ pageId, path }) => ({ data: at(instanceOf(pageId).data, path) }),
    'Page.setData': ({ pageId, data }) =>
      new Promise((resolve) => instanceOf(pageId).setData(Object(data), () => resolve({}))),
    'Page.callMethod': async ({ pageId, method, args }) => ({
      result: await call(instanceOf(pageId), 'page', String(method), listOf(args)),
    }),
    'Page.callFunction': async ({ pageId, functionDeclaration, args }) => ({
      result: await askView(view, pageOf(pages, pageId).number, 'function', {
        code: String(functionDeclaration),
        args: listOf(args),
      }),
    }),
    'Page.getWindowProperties': async ({ pageId, names }) => ({
      properties: await askView(view, pageOf(pages, pageId).number, 'window', listOf(names).map(String)),
    }),
  }
}

/**
 * Returns the page of that number.
 * @param {import('../pages.js').Pages} pages
 * @param {unknown} number
 * @throws {Error} if it is closed
 */
export function pageOf(pages, number) {
  const page = pages.page(Number(number))
  if (!page) throw new Error('page destroyed')
  return page
}

/**
 * Calls a method of a page or component.
 * @param {any} instance
 * @param {string} kind
 * @param {string} method
 * @param {unknown[]} args
 * @throws {Error} if it has none of that name
 */
export function call(instance, kind, method, args) {
  if (typeof instance[method] !== 'function') throw new Error(`${kind}.${method} not exists`)
  return instance[method](...args)
}

/**
 * Returns the value at a path such as `list[0].name`; all of the data without a path.
 * @param {any} data
 * @param {unknown} path
 */
export function at(data, path) {
  if (path === undefined || path === null || path === '') return data
  const keys = String(path).match(/[^.[\]]+/g) ?? []
  return keys.reduce((value, key) => value?.[key], data)
}

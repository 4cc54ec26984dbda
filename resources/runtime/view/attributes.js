// Operations that change one element: its id, classes, style, properties and listeners.

import { keepAnimated, playAnimation } from './animation.js'
import { insetsToVariables } from './insets.js'
import { vw } from './rpx.js'

const REFLECTED = /^(?:aria-[\w-]+|role)$/
const RPX = /(-?(?:\d+\.?\d*|\.\d+))rpx\b/g

/**
 * @param {import('./nodes.js').Nodes} nodes
 * @param {import('./stage.js').Stage} stage
 */
export function attributeOperations(nodes, stage) {
  return { ...lookOperations(nodes), ...propertyOperations(nodes, stage), ...listeningOperations(nodes, stage) }
}

/** @param {import('./nodes.js').Nodes} nodes */
function lookOperations(nodes) {
  return {
    /**
     * @param {number} id
     * @param {string} value
     */
    setId(id, value) {
      nodes.element(id).id = value
    },
    /**
     * @param {number} id
     * @param {string} name
     */
    setSlot(id, name) {
      nodes.element(id).slot = name
    },
    /**
     * @param {number} id
     * @param {string} prefix
     */
    setHostScope(id, prefix) {
      nodes.element(id).setAttribute('wx-host', prefix)
    },
    /**
     * @param {number} id
     * @param {string} css
     */
    setStyle(id, css) {
      const element = nodes.element(id)
      element.style.cssText = rpxToViewport(css)
      keepAnimated(element)
    },
    /**
     * @param {number} id
     * @param {string} name
     */
    addClass(id, name) {
      nodes.element(id).classList.add(name)
    },
    /**
     * @param {number} id
     * @param {string} name
     */
    removeClass(id, name) {
      nodes.element(id).classList.remove(name)
    },
    /** @param {number} id */
    clearClasses(id) {
      nodes.element(id).className = ''
    },
  }
}

/**
 * @param {import('./nodes.js').Nodes} nodes
 * @param {import('./stage.js').Stage} stage
 */
function propertyOperations(nodes, stage) {
  return {
    /**
     * @param {number} id
     * @param {string} name
     * @param {unknown} value
     */
    setAttribute(id, name, value) {
      const element = nodes.element(id)
      setProperty(element, name, value)
      if (REFLECTED.test(name)) stage.pageOf(element).reach.look(element)
    },
    /**
     * @param {number} id
     * @param {string} name
     * @param {string} text
     */
    setData(id, name, text) {
      nodes.element(id).setAttribute(`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, text)
    },
    /**
     * @param {number} id
     * @param {string} name
     * @param {boolean} on
     */
    bindModel(id, name, on) {
      const component = /** @type {import('../components/component.js').Component} */ (nodes.element(id))
      component.models ??= new Set()
      if (on) component.models.add(name)
      else component.models.delete(name)
    },
    /**
     * @param {number} id
     * @param {string} method
     * @param {unknown[]} args
     */
    invoke(id, method, args) {
      const component = /** @type {any} */ (nodes.element(id))
      if (!component.constructor.methods?.includes(method)) throw new Error(`no method ${method}`)
      component[method](...args)
    },
  }
}

/**
 * @param {import('./nodes.js').Nodes} nodes
 * @param {import('./stage.js').Stage} stage
 */
function listeningOperations(nodes, stage) {
  return {
    /**
     * @param {number} id
     * @param {string} event
     * @param {boolean} _capture
     * @param {number} catching
     */
    listen(id, event, _capture, catching) {
      const element = nodes.element(id)
      element.listeners ??= new Map()
      element.listeners.set(event, Math.max(catching, element.listeners.get(event) ?? 0))
      stage.pageOf(element).listenTo(event, element, catching)
    },
  }
}

/**
 * @param {import('./nodes.js').ProgramElement} element
 * @param {string} name
 * @param {unknown} value
 */
function setProperty(element, name, value) {
  if (name === 'hidden') element.toggleAttribute('hidden', Boolean(value))
  else if (name === 'animation') playAnimation(element, value)
  else if (REFLECTED.test(name)) reflect(element, name, value)
  if (element.assign) element.assign(name, value)
  else (element.properties ??= {})[name] = value
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {unknown} value
 */
function reflect(element, name, value) {
  const attribute = name === 'aria-role' ? 'role' : name
  if (value === null || value === undefined) element.removeAttribute(attribute)
  else element.setAttribute(attribute, String(value))
}

/**
 * Replaces units that only a program's styles know by the browser's: an rpx is a 750th of the width, whatever the
 * window.
 * @param {string} css
 */
export function rpxToViewport(css) {
  const known = insetsToVariables(css)
  return known.includes('rpx') ? known.replace(RPX, (_, number) => vw(Number(number))) : known
}

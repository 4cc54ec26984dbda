// What glass-easel 0.12.1 and its adapter lack. Each gap is filled in one named function, so that a newer version can
// drop it. Gaps filled elsewhere: ids and host tags (backend.js), behaviors by name and style options
// (definitions.js), WXS (wxs.js, templates.js), SelectorQuery and observers (api/query.js, api/observers.js).

import { Component, Element, Event, ParsedSelector, ShadowRoot } from 'glass-easel'
import { component as adapterComponent } from 'glass-easel-miniprogram-adapter'

const ElementPrototype = /** @type {any} */ (Element.prototype)
const ComponentPrototype = /** @type {any} */ (Component.prototype)
const EventPrototype = /** @type {any} */ (Event.prototype)

/**
 * The prototype that `this` of a page or component inherits from.
 * @type {any}
 */
export const InstancePrototype = adapterComponent.ComponentCaller.prototype

/** The key under which an event keeps the elements that its plain target and currentTarget stand for. */
export const ELEMENTS = Symbol('elements of an event')

/** Gap: glass-easel sends no data-* in composed mode, so that selectors like [data-theme=dark] match nothing. */
export function sendDataset() {
  const setDataset = ElementPrototype.setDataset
  ElementPrototype.setDataset = function (/** @type {string} */ name, /** @type {unknown} */ value) {
    setDataset.call(this, name, value)
    this.getBackendElement()?.setData?.(name, value)
  }
}

/**
 * Gap: glass-easel never triggers the `ready` lifetime.
 * @param {(component: TreeComponent) => void} attached hears of each component that comes into a page
 */
export function announceAttached(attached) {
  const triggerLifetime = ComponentPrototype.triggerLifetime
  ComponentPrototype.triggerLifetime = function (/** @type {string} */ name, /** @type {unknown[]} */ args) {
    triggerLifetime.call(this, name, args)
    if (name === 'attached') attached(this)
  }
}

/** Gap: glass-easel's event targets are live elements; the phone's are plain records that can be stored and sent. */
export function makeEventsPlain() {
  EventPrototype.wrapShadowedEvent = function (
    /** @type {TreeElement | Owner} */ target,
    /** @type {unknown} */ mark,
    /** @type {TreeElement | Owner} */ currentTarget,
  ) {
    const { offsets, ...extra } = Object(this.extraFields)
    const event = Object.create(this)
    Object.assign(event, { type: this.type, timeStamp: this.timeStamp, detail: this.detail }, extra)
    Object.assign(event, {
      target: targetRecord(target, offsets),
      currentTarget: targetRecord(currentTarget, offsets),
      mark,
    })
    Object.defineProperty(event, ELEMENTS, { value: { target, currentTarget } })
    return event
  }
}

/**
 * Returns the record that the phone has for an element, or for the `this` of a component.
 * @param {any} element an element, or the `this` of a component
 * @param {Record<number, [number, number]>} [offsets] by node
 */
export function targetRecord(element, offsets) {
  const node = offsets && (element._$ ?? element).getBackendElement?.()
  const [offsetLeft, offsetTop] = (node && offsets[node.id]) ?? [0, 0]
  return { id: element.id, dataset: { ...element.dataset }, offsetLeft, offsetTop }
}

/** Gap: the element of a component is a field of its `this`, so that whoever copies `this` copies the whole tree. */
export function hideElementOfInstances() {
  Object.defineProperty(InstancePrototype, '_$', {
    set(/** @type {unknown} */ value) {
      Object.defineProperty(this, '_$', { value, writable: true, configurable: true })
    },
    configurable: true,
  })
}

const SEGMENT = /^(?:#((?:[\w-]|[^\0-\x7f]|:)+))?((?:\.(?:[\w-]|[^\0-\x7f])+)*)$/

/** Gap: glass-easel's selectors take no ids and classes that begin with a digit or are not ASCII. */
export function widenSelectors() {
  const Selector = /** @type {any} */ (ParsedSelector)
  Selector._$parseSegment = (/** @type {string} */ text, /** @type {number} */ relation) => {
    const [, id = '', classes = ''] = SEGMENT.exec(text) ?? []
    return id || classes ? { id, classes: classes.split('.').slice(1), relation } : null
  }
}

/** The number by which glass-easel knows components without `multipleSlots`. */
const SINGLE_SLOT = 1

/**
 * Gap: a component without `multipleSlots` shows its content in its first slot, whatever that is called. The phone
 * shows it in the first slot without a name, and nothing if there is none.
 */
export function leaveNamedSlotsEmpty() {
  const prototype = /** @type {any} */ (ShadowRoot.prototype)
  for (const change of ['_$applySlotsInsertion', '_$applySlotsRemoval', '_$applySlotRename']) {
    const apply = prototype[change]
    prototype[change] = function (/** @type {unknown[]} */ ...changed) {
      if (this._$slotMode === SINGLE_SLOT) chooseSlot(this)
      else apply.apply(this, changed)
    }
  }
}

/**
 * Moves the content into the slot that counts now.
 * @param {any} root the tree of a component
 */
function chooseSlot(root) {
  const before = root._$singleSlot
  let link = root._$subtreeSlotStart
  while (link?.value._$slotName) link = link.next
  const now = link?.value ?? null
  if (before === now) return
  root._$singleSlot = now
  const { _$insertChildReassignSlot: reassign } = /** @type {any} */ (Element)
  reassign.call(Element, root, null, before, now)
}

/** Gap: glass-easel's triggerEvent of a component requires detail and options; the phone takes a call without them. */
export function loosenTriggerEvent() {
  InstancePrototype.triggerEvent = function (
    /** @type {string} */ name,
    /** @type {unknown} */ detail,
    /** @type {Record<string, unknown>} */ options,
  ) {
    this._$.triggerEvent(String(name), detail ?? {}, { capturePhase: false, ...Object(options) })
  }
}

/**
 * Gap: glass-easel passes over a listener that is no method of its page or component. The phone's tools say so, once
 * for each.
 * @param {(message: string) => void} tell
 */
export function tellMissingListeners(tell) {
  const Methods = /** @type {any} */ (Component)
  const { getMethod } = Methods
  /** @type {Set<string>} */ const told = new Set()
  Methods.getMethod = (/** @type {TreeComponent} */ component, /** @type {string} */ name) => {
    const lacking = (/** @type {unknown} */ event) => {
      const { type } = Object(event)
      const message = `Component "${component.is}" does not have a method "${name}" to handle event "${type}".`
      if (type && !told.has(message)) tell(message)
      told.add(message)
    }
    return getMethod.call(Methods, component, name) ?? lacking
  }
}

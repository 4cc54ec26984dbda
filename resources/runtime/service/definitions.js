// Page(), Component() and Behavior() as programs call them, converted to what glass-easel's adapter takes. The
// adapter's gaps filled here: behaviors given by name, style options given in JavaScript, relation targets, observers
// given by the name of a method.

/** @typedef {any} Definition whatever a program passed */

/** The name of the behavior that makes the `export` method of a component count. */
const EXPORTING = 'wx://component-export'

/**
 * The behaviors that exist by name.
 * @type {Record<string, object>}
 */
const NAMED = {
  'wx://form-field': {
    properties: { name: String, value: null },
    observers: { 'name, value': tellForm },
    attached: tellForm,
  },
  'wx://form-field-group': {},
  'wx://form-field-button': {},
  [EXPORTING]: {},
}

/**
 * Tells the view under which name a form collects the value of this component.
 * @this {any}
 */
function tellForm() {
  const { name = '', value } = this.data
  this._$.getBackendElement()?.setAttribute('form-field', { name, value })
}

/**
 * The types that a property may have.
 * @type {Set<unknown>}
 */
const TYPES = new Set([String, Number, Boolean, Object, Array])

/** The fields of a Page() that are not simply copied onto the page. */
const OF_PAGE = new Set(['data', 'behaviors', 'options'])

/** Registers what the program defines. */
export class Definitions {
  #code
  #journal
  /** @type {Record<string, any>} */ #named
  /**
   * The behaviors that bring the behavior EXPORTING with them.
   * @type {WeakSet<object>}
   */
  #exporting = new WeakSet()

  /**
   * @param {import('./space.js').Space} space
   * @param {import('./journal.js').Journal} journal
   */
  constructor(space, journal) {
    this.#code = /** @type {any} */ (space.code)
    this.#journal = journal
    this.#named = Object.fromEntries(
      Object.entries(NAMED).map(([name, definition]) => [
        name,
        this.#code.behavior().definition(definition).register(),
      ]),
    )
    this.#exporting.add(this.#named[EXPORTING])
  }

  /**
   * Registers a page.
   * @param {string} path
   * @param {Definition} definition
   */
  page(path, definition) {
    const fields = Object.entries(Object(definition))
    const methods = Object.fromEntries(fields.filter(([, value]) => typeof value === 'function'))
    const own = Object.fromEntries(fields.filter(([name, value]) => typeof value !== 'function' && !OF_PAGE.has(name)))
    const { data, behaviors, options } = Object(definition)
    return this.#code
      .component(path)
      .definition({
        data: initialData(objectOr(data, {})),
        methods,
        behaviors: this.#behaviors(behaviors),
        options: objectOr(options, {}),
      })
      .init(
        /** @this {any} */ function () {
          Object.assign(this, copyOf(own), boundTo(this, methods))
        },
      )
      .register()
  }

  /**
   * Registers a component; without a definition it returns glass-easel's builder.
   * @param {string} path
   * @param {Definition} [definition] as Component() got it
   */
  component(path, definition) {
    if (definition === undefined) return this.#code.component(path)
    this.#applyStyleOptions(path, Object(definition).options)
    const fitting = this.#fitting(definition)
    if (!this.#exports(fitting)) delete fitting.export
    return this.#code.component(path).definition(fitting).register()
  }

  /** @param {Definition} [definition] */
  behavior(definition) {
    if (definition === undefined) return this.#code.behavior()
    const fitting = this.#fitting(definition)
    const made = this.#code.behavior().definition(fitting).register()
    if (this.#exports(fitting)) this.#exporting.add(made)
    return made
  }

  /** @param {Function} [convert] */
  trait(convert) {
    return this.#code.traitBehavior(convert)
  }

  /**
   * Converts the parts of a definition that the adapter would not take.
   * @param {Definition} definition
   */
  #fitting(definition) {
    const { data, properties, behaviors, observers, relations, lifetimes, pageLifetimes, methods } = definition
    return {
      ...definition,
      data: initialData(data),
      properties: propertiesOf(properties),
      behaviors: this.#behaviors(behaviors),
      observers: observersOf(observers, methods),
      relations: relationsOf(relations),
      lifetimes: functionsOf(lifetimes),
      pageLifetimes: functionsOf(pageLifetimes),
      methods: functionsOf(methods),
    }
  }

  /**
   * Returns whether a component with these behaviors may export something.
   * @param {{behaviors: object[]}} fitting
   */
  #exports({ behaviors }) {
    return behaviors.some((each) => this.#exporting.has(each))
  }

  /**
   * Replaces names among behaviors by the behaviors they stand for.
   * @param {unknown} list
   */
  #behaviors(list) {
    if (!Array.isArray(list)) return []
    return list.map((each) => (typeof each === 'string' ? this.#behaviorNamed(each) : each)).filter(Boolean)
  }

  /** @param {string} name */
  #behaviorNamed(name) {
    if (!this.#named[name]) this.#journal.say('warn', `behavior "${name}" is not supported`)
    return this.#named[name]
  }

  /**
   * Registers the style options of a definition: the adapter reads style isolation only from JSON.
   * @param {string} path
   * @param {Record<string, unknown>} options
   */
  #applyStyleOptions(path, options) {
    const config = this.#code.getComponentStaticConfig(path)
    if (!config || !options) return
    const { styleIsolation = config.styleIsolation, addGlobalClass = config.addGlobalClass } = options
    this.#code.addComponentStaticConfig(path, { ...config, styleIsolation, addGlobalClass })
  }
}

/**
 * Returns `value` if it is an object, else `other`.
 * @param {unknown} value
 * @param {object} other
 */
const objectOr = (value, other) => (typeof value === 'object' && value !== null ? value : other)

/** @param {unknown} table */
function functionsOf(table) {
  if (!table) return undefined
  return Object.fromEntries(Object.entries(table).filter(([, value]) => typeof value === 'function'))
}

/**
 * Converts properties. A constructor that is no type (`Function`) takes anything, as on the phone: without a value the
 * property is null, not a function.
 * @param {Definition} properties
 */
function propertiesOf(properties) {
  const entries = Object.entries(Object(properties))
  return Object.fromEntries(
    entries.map(([name, property]) => [name, hasType(property) ? property : withType(property)]),
  )
}

/**
 * Returns whether glass-easel may check the type of a property itself; it warns of values that are no constructors.
 * @param {Definition} property
 */
function hasType(property) {
  const type = property !== null && typeof property === 'object' ? property.type : property
  return typeof type !== 'function' || TYPES.has(type)
}

/** @param {Definition} property */
const withType = (property) => ({ ...property, type: property.optionalTypes?.[0] ?? null })

/**
 * Converts observers, which may be given by the name of a method.
 * @param {unknown} observers
 * @param {any} methods
 */
function observersOf(observers, methods) {
  if (!observers || Array.isArray(observers)) return observers
  const found = Object.entries(observers).map(([fields, observer]) => [
    fields,
    typeof observer === 'string' ? methods?.[observer] : observer,
  ])
  return Object.fromEntries(found.filter(([, observer]) => typeof observer === 'function'))
}

/** @param {unknown} relations */
function relationsOf(relations) {
  if (!relations) return undefined
  const unwrapped = Object.entries(relations).map(([name, relation]) => [
    name,
    relation?.target?._$ ? { ...relation, target: relation.target._$ } : relation,
  ])
  return Object.fromEntries(unwrapped)
}

/**
 * Returns the methods of a page, bound to it: on the phone they know their page however they are called, as in
 * `setInterval(this.tick, 17)`.
 * @param {unknown} page
 * @param {Record<string, Function>} methods
 */
const boundTo = (page, methods) =>
  Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, method.bind(page)]))

/**
 * Returns initial data. Data that holds itself (`data: { app: getApp() }`) is copied here, because glass-easel's own
 * copying of it would never end.
 * @param {unknown} data
 */
const initialData = (data) => (holdsItself(data, new Set(), new Set()) ? () => copyOf(data) : data)

/**
 * Returns whether a value holds itself somewhere inside.
 * @param {unknown} value
 * @param {Set<unknown>} inside the values that `value` lies in
 * @param {Set<unknown>} seen
 */
function holdsItself(value, inside, seen) {
  if (typeof value !== 'object' || value === null) return false
  if (inside.has(value)) return true
  if (seen.has(value)) return false
  seen.add(value)
  inside.add(value)
  const found = Object.values(value).some((item) => holdsItself(item, inside, seen))
  inside.delete(value)
  return found
}

/**
 * Returns a copy of plain data, so that two pages of one path share nothing.
 * @param {any} value
 * @param {Map<unknown, unknown>} [copies]
 * @returns {unknown}
 */
function copyOf(value, copies = new Map()) {
  if (!Array.isArray(value) && !isPlain(value)) return value
  if (copies.has(value)) return copies.get(value)
  const copy = /** @type {Record<string, unknown>} */ (Array.isArray(value) ? [] : {})
  copies.set(value, copy)
  for (const [name, item] of Object.entries(value)) copy[name] = copyOf(item, copies)
  return copy
}

/** @param {unknown} value */
function isPlain(value) {
  if (Object.prototype.toString.call(value) !== '[object Object]') return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

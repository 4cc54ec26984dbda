// A program whose pages are drawn nowhere: the service's own parts, with the test in the place of the host and the
// view.

import { fire, forgetListeners, host } from './worker.js'
import { serveLibraries } from './libraries.js'
import { setImmediate } from 'node:timers/promises'
import { ARITY, NAMES } from '../../../resources/runtime/operations.js'
import { keyboardFunctions } from '../../../resources/runtime/service/api/keyboard.js'
import { navigationFunctions } from '../../../resources/runtime/service/api/navigation.js'
import { privacyFunctions } from '../../../resources/runtime/service/api/privacy.js'
import { unloadAlerts } from '../../../resources/runtime/service/api/unload-alert.js'
import { App } from '../../../resources/runtime/service/app.js'
import { Channel } from '../../../resources/runtime/service/channel.js'
import { Chrome } from '../../../resources/runtime/service/chrome.js'
import { Components } from '../../../resources/runtime/service/components.js'
import { Definitions } from '../../../resources/runtime/service/definitions.js'
import { Events } from '../../../resources/runtime/service/events.js'
import { Input } from '../../../resources/runtime/service/input.js'
import { Journal } from '../../../resources/runtime/service/journal.js'
import { Lifetimes } from '../../../resources/runtime/service/lifetimes.js'
import { Loader } from '../../../resources/runtime/service/loader.js'
import { Modules } from '../../../resources/runtime/service/modules.js'
import { Packages } from '../../../resources/runtime/service/packages.js'
import { Pages } from '../../../resources/runtime/service/pages.js'
import { makeSpace } from '../../../resources/runtime/service/space.js'
import { Styles } from '../../../resources/runtime/service/styles.js'
import { TemplateCompiler } from '../../../resources/runtime/service/templates.js'
import { View } from '../../../resources/runtime/service/view.js'
import { WebViews } from '../../../resources/runtime/service/web-views.js'

const SCREEN = { width: 375, height: 667, pixelRatio: 3, theme: 'light' }
/** What the host keeps of a package without templates: most tests need none, and the compiler takes its time. */
const NO_TEMPLATES = "__define('templates', () => ({}))"
const LIFE = ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload']

/**
 * @typedef {object} Files what a program is made of
 * @property {Record<string, object>} pages what each calls Page() with, by path; the first is opened
 * @property {string[]} [tabs] the pages of the tab bar
 * @property {boolean} [customTabBar] it is the program's own
 * @property {object} [app] what app.js calls App() with
 * @property {Record<string, object>} [components] what each calls Component() with, by path
 * @property {Record<string, string>} [templates] WXML, by path
 * @property {Record<string, object>} [configs] json of pages and components, by path
 */

/** The service of one program, in this process. */
export class Program {
  /**
   * What was said to the host.
   * @type {any[][]}
   */
  said = []
  /**
   * What was done to the view: name and arguments.
   * @type {any[][]}
   */
  done = []
  /**
   * The life of its pages, and what else it notes.
   * @type {any[]}
   */
  notes = []
  /** How much of it the view has drawn. */ #seen = 0

  /** @param {Files} files */
  constructor(files) {
    forgetListeners()
    serveLibraries()
    const boot = bootOf(files)
    this.channel = new Channel(({ text }) => this.said.push(...JSON.parse(text)))
    this.journal = new Journal(this.channel.tell.bind(this.channel))
    this.view = new View(({ list }) => this.done.push(...operationsIn(list)), null)
    this.events = new Events(this.journal)
    this.first = { path: boot.pages[0], query: {}, scene: 1001 }
    this.app = new App(this.events, this.journal, this.first)
    this.journal.onError((error) => this.app.error(error))
    const components = this.#makeComponents(boot, files)
    this.#openPages({ boot, ...components })
    this.globals = { ...this.app.globals(), ...components.components.globals() }
    if (files.app) this.globals.App(files.app)
  }

  /**
   * What pages and components are made of: their scripts, templates and definitions.
   * @param {object} boot
   * @param {Files} files
   */
  #makeComponents(boot, { pages, components = {}, configs = {}, templates = {} }) {
    const { channel, journal, view } = this
    host.files.set('/__program/templates/main.json', JSON.stringify({ wxml: templates, wxs: {} }))
    const noting = Object.entries(pages).map(([path, definition]) => [path, this.#noting(path, definition)])
    const scripts = { ...scriptsOf('Page', Object.fromEntries(noting)), ...scriptsOf('Component', components) }
    const lifetimes = new Lifetimes()
    const attached = (component) => component.getBackendContext()?.view === view && lifetimes.attached(component)
    const space = makeSpace(journal, attached)
    const loader = { load: (url) => () => scripts[url.split('/module/')[1]](this.globals) }
    const modules = new Modules(Object.keys(scripts), loader, journal)
    const kept = Object.keys(templates).length > 0 ? null : NO_TEMPLATES
    const packages = new Packages(boot, space, new TemplateCompiler(new Loader(), channel, journal, kept))
    const files = [...Object.keys(pages), ...Object.keys(components)]
    const plain = Object.fromEntries(files.map((path) => [path, { component: path in components }]))
    packages.add('main', { configs: { ...plain, ...configs }, templates: '' })
    const parts = { space, modules, packages, definitions: new Definitions(space, journal), styles: new Styles([], {}) }
    return { space, components: new Components({ ...parts, journal }) }
  }

  /**
   * The page stack, and all that is brought to it.
   * @param {{boot: object, space: object, components: Components}} parts
   */
  #openPages({ boot, space, components }) {
    const { app, channel, events, journal, view } = this
    const tell = channel.tell.bind(channel)
    const chrome = new Chrome(tell, boot, SCREEN.theme)
    const screen = { ...SCREEN }
    const pages = new Pages({ boot, view, chrome, space, components, journal, screen, styleOf: () => '', tell })
    this.wx = {
      ...navigationFunctions(pages, journal, () => pages.front?.path ?? ''),
      ...keyboardFunctions(view, journal),
      ...privacyFunctions(channel, events),
      ...unloadAlerts(pages, journal),
    }
    const webViews = new WebViews({ pages, view, journal, events })
    new Input({ channel, view, journal, pages, chrome, events, app, screen, wx: this.wx, webViews }).listen()
    pages.onNotFound((address) => app.pageNotFound(address))
    this.pages = pages
  }

  /** The program is launched; its first page comes in a turn of its own, and is drawn. */
  async launch() {
    this.app.launch()
    await setImmediate()
    this.pages.launch(this.first)
    await this.drawn()
    return this
  }

  /** Everything that was put off is done, and the view has drawn what it was given. */
  async drawn() {
    await setImmediate()
    const asked = this.done.slice(this.#seen).filter(([name, , , kind]) => name === 'ask' && kind === 'frame')
    this.#seen = this.done.length
    for (const [, question] of asked) this.see({ type: 'answer', question, value: null })
    await setImmediate()
  }

  /**
   * What was done to the view under this name: the arguments of each.
   * @param {string} name
   */
  did(name) {
    return this.done.filter(([each]) => each === name).map(([, ...args]) => args)
  }

  /**
   * What was said to the host under this name; `log` has the phone's own notes, too, as the console does.
   * @param {string} kind
   */
  told(kind) {
    const kinds = kind === 'log' ? ['log', 'note'] : [kind]
    return this.said.filter(([each]) => kinds.includes(each)).map(([, ...rest]) => rest)
  }

  /**
   * A message of the view.
   * @param {object} data
   */
  see(data) {
    fire('message', { data })
  }

  /**
   * A message of the host.
   * @param {...unknown} message
   */
  hear(...message) {
    this.see({ type: 'host', text: JSON.stringify(message) })
  }

  /** The page in the front of the phone, as the view was told last. */
  get shown() {
    return this.pages.page(this.did('showPage').at(-1)?.[0])?.path
  }

  /** The pages of the stack. */
  get stack() {
    return this.pages.stack.map(({ path }) => path)
  }

  /**
   * A page that notes its life under its path, whatever else it does.
   * @param {string} path
   * @param {Record<string, any>} definition
   */
  #noting(path, definition) {
    const { notes } = this
    const noted = (event) =>
      function (...args) {
        notes.push(`${path} ${event}`)
        return definition[event]?.apply(this, args)
      }
    return { ...definition, ...Object.fromEntries(LIFE.map((event) => [event, noted(event)])) }
  }
}

/**
 * A program with its first page drawn.
 * @param {Files} files
 */
export const launched = (files) => new Program(files).launch()

/**
 * What a program notes from now on while `act` is done and drawn.
 * @param {Program} program
 * @param {() => unknown} act
 */
export async function notesOf(program, act) {
  program.notes.length = 0
  await act()
  await program.drawn()
  return program.notes
}

/** What boot.json says. */
function bootOf({ pages, tabs = [], customTabBar: custom = false }) {
  const list = tabs.map((pagePath) => ({ pagePath, text: pagePath, iconPath: '', selectedIconPath: '' }))
  return {
    pages: Object.keys(pages),
    window: {},
    platform: {},
    packages: [{ root: '' }],
    theme: null,
    tabBar: tabs.length ? { list, custom } : null,
  }
}

/**
 * Modules, as functions of the program's globals.
 * @param {'Page' | 'Component'} register
 * @param {Record<string, object>} definitions
 */
const scriptsOf = (register, definitions) =>
  Object.fromEntries(
    Object.entries(definitions).map(([path, definition]) => [`${path}.js`, (globals) => globals[register](definition)]),
  )

/** @param {unknown[]} list as the service posts it */
function operationsIn(list) {
  const found = []
  for (let at = 0; at < list.length; at += 1 + ARITY[list[at]])
    found.push([NAMES[list[at]], ...list.slice(at + 1, at + 1 + ARITY[list[at]])])
  return found
}

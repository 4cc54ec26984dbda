// The service: the logic of one program, in a worker of the page that shows it. This file is its start, in order.

import { listen, post, setTimeout, unlisten } from './host.js'
import { App } from './app.js'
import { Channel } from './channel.js'
import { Cameras } from './cameras.js'
import { Chrome } from './chrome.js'
import { Components } from './components.js'
import { Definitions } from './definitions.js'
import { Driving } from './driving/driving.js'
import { Evaluation } from './evaluation.js'
import { Events } from './events.js'
import { fenceIn } from './fence.js'
import { Input } from './input.js'
import { Journal, makeConsole } from './journal.js'
import { LateComponents } from './late-components.js'
import { Lifetimes } from './lifetimes.js'
import { LivePushers } from './live-pushers.js'
import { Loader } from './loader.js'
import { MapLocations } from './map-locations.js'
import { Modules } from './modules.js'
import { longTexts } from './network.js'
import { OpenTypes } from './open-type.js'
import { Packages } from './packages.js'
import { PageData } from './page-data.js'
import { Pages } from './pages.js'
import { Pictures } from './canvas/picture.js'
import { Routes } from './routes.js'
import { extendInstances } from './instances.js'
import { makeSpace } from './space.js'
import { Sounds } from './sounds.js'
import { Styles } from './styles.js'
import { TemplateCompiler } from './templates.js'
import { View } from './view.js'
import { WebViews } from './web-views.js'
import { pluginFunctions } from './api/plugins.js'
import { makeWx } from './api/wx.js'

/**
 * @typedef {object} Boot what boot.json says
 * @property {string} appid
 * @property {{path: string, query: Record<string, string>, scene: number, referrerInfo: object}} entry
 * @property {string[]} pages
 * @property {import('./packages.js').PackageSummary[]} packages
 * @property {Omit<import('./chrome.js').TabBarState, 'visible'> | null} tabBar
 * @property {Record<string, any>} window
 * @property {Record<string, Record<string, string>> | null} theme
 * @property {boolean} resizable whether it follows a tablet that is turned
 * @property {boolean} darkMode
 * @property {boolean} newLook the components of `"style": "v2"`
 * @property {boolean} backgroundAudio
 * @property {string | null} workers the folder of the scripts for threads
 * @property {Record<string, string>} aliases folders by what may stand for them in a reference to a module, the longest
 * first
 * @property {string[]} modules
 * @property {string[]} styles
 * @property {{async: string[], sync: string[]}} apis
 * @property {Record<string, unknown>} platform
 * @property {import('./packages.js').Package} package
 * @property {{modules: Record<string, string>, styles: Record<string, string>, templates: string | null}} first what
 * would
 *   be asked for next: modules and styles as they are served, the compiled templates of the main package
 */

const channel = new Channel(post, longTexts)
const journal = new Journal(
  (kind, ...rest) => channel.tell(kind, ...rest),
  (whole, short) => channel.tellNewestWhole(whole, short),
)
const pictures = new Pictures(channel)
const view = new View(post, pictures)
/** @type {Boot} */ let boot
listen('message', begin)

/**
 * Starts the service with the boot record, which the first message brings.
 * @param {MessageEvent} message
 */
function begin({ data }) {
  unlisten('message', begin)
  boot = JSON.parse(data.text)
  start()
}

function start() {
  const tell = channel.tell.bind(channel)
  const loader = new Loader()
  const lifetimes = new Lifetimes()
  const space = makeSpace(journal, (component) => lifetimes.attached(component))
  const modules = new Modules(boot.modules, loader, journal, boot.aliases, boot.platform.inspected === true)
  const packages = new Packages(boot, space, new TemplateCompiler(loader, channel, journal, boot.first.templates))
  const definitions = new Definitions(space, journal)
  const styles = new Styles(boot.styles, boot.first.styles)
  const components = new Components({ space, modules, packages, definitions, styles, journal })
  new LateComponents(space, components)
  const events = new Events(journal)
  const app = new App(events, journal, launchOptions())
  const screen = screenOf(boot.platform)
  const chrome = new Chrome(tell, boot, screen.theme)
  const styleOf = styles.css.bind(styles)
  const pages = new Pages({ boot, view, chrome, space, components, journal, screen, styleOf, tell })
  pictures.startFrom(() => pages.front?.path ?? '')
  const sounds = new Sounds(view)
  const shared = { channel, journal, pages, chrome, events, view, screen, sounds }
  const wx = makeWx({ ...shared, app, boot, launchOptions: launchOptions() })
  extendInstances({ pages, journal, view, screen, events, wx })
  const openTypes = new OpenTypes(channel, pages, journal)
  const cameras = new Cameras(channel, view, events)
  const livePushers = new LivePushers(channel, view, events)
  const mapLocations = new MapLocations(channel, view, events)
  const webViews = new WebViews({ pages, view, journal, events })
  new Input({ ...shared, app, wx, webViews, openTypes, cameras, livePushers, mapLocations }).listen()
  const driving = serveTools({ channel, pages, loader, view, journal, events, wx })
  journal.showValues(boot.platform.showsValues === true)
  const globals = { ...app.globals(), ...components.globals(), ...pluginFunctions(journal), wx, ...ambient(pages) }
  fenceIn(globals, journal, app)
  journal.onError((error) => {
    driving.threw(error)
    app.error(error)
  })
  pages.onNotFound((address) => app.pageNotFound(address))
  run({ app, pages, packages, modules })
}

/**
 * Lets the inspector and scripts look at the program.
 * @param {{channel: Channel, pages: Pages, loader: Loader, view: View, journal: Journal, events: Events,
 *   wx: Record<string, any>}} parts
 */
function serveTools(parts) {
  const { pages, events } = parts
  const pageData = new PageData(parts)
  pageData.listen()
  new Evaluation(parts).listen()
  const driving = new Driving(parts)
  driving.listen()
  const routes = new Routes(pages, events)
  pages.onChange(() => {
    pageData.pagesChanged()
    routes.pagesChanged()
  })
  return driving
}

/**
 * Runs the program. The first page is opened in a turn of its own, as on the phone, so that it finds what App.onLaunch
 * was answered at once.
 * @param {{app: App, pages: Pages, packages: Packages, modules: Modules}} program
 */
function run({ app, pages, packages, modules }) {
  packages.add('main', boot.package)
  modules.take(boot.first.modules)
  const file = modules.fileOf('app')
  if (file) modules.run(file)
  app.launch()
  setTimeout(() => {
    pages.launch(launchOptions())
    channel.tell('launched')
  })
}

/**
 * Returns the further globals of the program.
 * @param {Pages} pages
 */
function ambient(pages) {
  const { appid, pages: paths, tabBar, platform } = boot
  return {
    console: makeConsole(journal),
    getCurrentPages: () => pages.stack.map((page) => page.instance),
    __wxConfig: { pages: paths, tabBar, envVersion: platform.envVersion ?? 'develop', accountInfo: { appId: appid } },
  }
}

/** What a program is told in the same words whenever it is entered. */
const ALWAYS = { apiCategory: 'default', forwardMaterials: [] }

function launchOptions() {
  const { path, query, scene, referrerInfo } = boot.entry
  return { path, query, scene, shareTicket: '', referrerInfo, ...ALWAYS }
}

/**
 * Returns the screen that the boot record describes; without one, an iPhone 6.
 * @param {Record<string, any>} platform
 * @returns {import('./backend.js').Screen}
 */
function screenOf({ windowWidth = 375, windowHeight = 667, pixelRatio = 1, theme = 'light' }) {
  return { width: windowWidth, height: windowHeight, pixelRatio, theme }
}

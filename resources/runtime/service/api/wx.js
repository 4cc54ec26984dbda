// The wx object: a plain object whose functions are its own and do not depend on `this`, because programs spread and
// wrap it.

import documented from 'virtual:api-names'
import { pictureFunctions } from '../canvas/compress.js'
import { canvasFunctions } from '../canvas/functions.js'
import { queueMicrotask } from '../host.js'
import { Absent } from './absent.js'
import { advertisementFunctions } from './advertisements.js'
import { createAnimation } from './animation.js'
import { audioFunctions } from './audio.js'
import { barFunctions } from './bars.js'
import { arrayBufferToBase64, base64ToArrayBuffer } from './bytes.js'
import { cameraFunctions } from './camera.js'
import { makeCanIUse } from './can-i-use.js'
import { makeCloud } from './cloud.js'
import { contextFunctions, makeContextOf } from './contexts.js'
import { makeFileSystem } from './file-system.js'
import { fontFunctions } from './fonts.js'
import { hostFunctions } from './host-calls.js'
import { idleFunctions } from './idle.js'
import { keyboardFunctions } from './keyboard.js'
import { leavingFunctions } from './leaving.js'
import { listenerFunctions } from './listeners.js'
import { logManagers } from './log-managers.js'
import { mapContexts } from './map-context.js'
import { navigationFunctions } from './navigation.js'
import { NetworkTasks } from './network-tasks.js'
import { functionsWithoutEffect } from './no-effect.js'
import { IntersectionObserver, MediaQueryObserver } from './observers.js'
import { oldAudioFunctions } from './old-audio.js'
import { plainAnswers } from './plain-answers.js'
import { privacyFunctions } from './privacy.js'
import { SelectorQuery } from './query.js'
import { engineFunctions } from './random.js'
import { recorderFunctions } from './recorder.js'
import { scrollingFunctions } from './scrolling.js'
import { sensorFunctions } from './sensors.js'
import { storageFunctions } from './storage.js'
import { unloadAlerts } from './unload-alert.js'
import { socketFunctions } from './sockets.js'
import { systemInfoFunctions } from './system-info.js'
import { makeUpdateManager } from './update-manager.js'
import { sessionFunctions } from './vk-session.js'
import { workerFunctions } from './worker.js'
import { router, worklet } from './worklet.js'

const USER_DATA = 'wxfile://usr'

/** What WeChat has without documenting it. */
const UNDOCUMENTED = { onAppRoute: 'listener', onAppRouteDone: 'listener' }

/**
 * @typedef {object} WxParts
 * @property {import('../main.js').Boot} boot
 * @property {import('../channel.js').Channel} channel
 * @property {import('../journal.js').Journal} journal
 * @property {import('../pages.js').Pages} pages
 * @property {import('../chrome.js').Chrome} chrome
 * @property {import('../events.js').Events} events
 * @property {import('../view.js').View} view
 * @property {import('../backend.js').Screen} screen
 * @property {import('../sounds.js').Sounds} sounds
 * @property {import('../app.js').App} app
 * @property {import('../app.js').LaunchOptions} launchOptions
 */

/**
 * @param {WxParts} parts
 * @returns {Record<string, any>}
 */
export function makeWx(parts) {
  const { journal, events } = parts
  const absent = new Absent(journal)
  // One object takes all: with one for each room, every name would be copied as often as rooms lie in each other.
  const wx = Object.assign(
    listenerFunctions({ ...documented, ...UNDOCUMENTED }, events),
    ...presentFunctions(parts, absent),
    { getFileSystemManager: makeFileSystem(parts.channel, absent, journal) },
  )
  const present = new Set(Object.keys(wx)).add('canIUse')
  wx.canIUse = makeCanIUse((name) => present.has(name))
  wx.cloud = makeCloud(parts.channel, absent, journal)
  return Object.assign(wx, absent.functions(documented, present))
}

/**
 * @param {WxParts} parts
 * @param {Absent} absent
 */
function presentFunctions(parts, absent) {
  return [
    ...answeredByHost(parts, absent),
    ...ofPages(parts, absent),
    ...ofSounds(parts),
    ...answeredHere(parts),
    {
      env: { USER_DATA_PATH: USER_DATA },
      createAnimation,
      getUpdateManager: makeUpdateManager,
      worklet,
      router,
      base64ToArrayBuffer,
      arrayBufferToBase64,
    },
  ]
}

/**
 * @param {WxParts} parts
 * @param {Absent} absent
 */
function answeredByHost({ boot, channel, journal, pages, events }, absent) {
  return [
    hostFunctions(boot.apis, channel, journal, () => pages.front?.path ?? ''),
    storageFunctions(channel, journal),
    new NetworkTasks(channel, events, journal).functions(boot.apis.async),
    socketFunctions(boot.apis.async, channel, events, journal),
    cameraFunctions(channel, journal),
    sessionFunctions(channel, absent, journal),
    privacyFunctions(channel, events),
    recorderFunctions(channel, events),
  ]
}

/**
 * Makes the functions that concern a page or what is on it.
 * @param {WxParts} parts
 * @param {Absent} absent
 */
function ofPages({ channel, journal, pages, chrome, events, view, screen }, absent) {
  const front = () => pages.front?.instance
  const canvases = canvasFunctions(front, channel, view.pictures, journal)
  const mapContext = mapContexts(channel, absent, journal)
  const contextOf = makeContextOf(mapContext, canvases.createCanvasContext)
  return [
    navigationFunctions(pages, journal, () => pages.front?.path ?? ''),
    barFunctions(pages, chrome, view, journal),
    scrollingFunctions(pages, view, journal),
    canvases,
    pictureFunctions(channel, view.pictures, journal),
    fontFunctions(() => pages.front, view, journal),
    keyboardFunctions(view, journal),
    contextFunctions(front, mapContext),
    unloadAlerts(pages, journal),
    leavingFunctions(channel, pages, journal),
    {
      createSelectorQuery: () => new SelectorQuery(front, contextOf),
      createIntersectionObserver: (/** @type {any} */ owner, /** @type {any} */ options) =>
        new IntersectionObserver(owner ?? front(), options, journal),
      createMediaQueryObserver: () => new MediaQueryObserver(() => screen, events),
    },
  ]
}

/** @param {WxParts} parts */
function ofSounds({ boot, sounds, events, journal, pages }) {
  const players = audioFunctions(sounds, events, journal, () => pages.front?.path ?? '', boot.backgroundAudio)
  return [players, oldAudioFunctions(players, events, journal)]
}

/** @param {WxParts} parts */
function answeredHere({ app, boot, channel, journal, events, launchOptions }) {
  return [
    idleFunctions(journal),
    functionsWithoutEffect(journal),
    plainAnswers(journal),
    advertisementFunctions(journal),
    sensorFunctions(channel, events, journal, String(boot.platform.platform)),
    engineFunctions(journal),
    systemInfoFunctions(journal),
    logManagers(journal),
    workerFunctions(boot, USER_DATA, journal),
    {
      getLaunchOptionsSync: () => ({ ...launchOptions }),
      getEnterOptionsSync: () => ({ ...app.enterOptions }),
      nextTick: (/** @type {unknown} */ job) =>
        typeof job === 'function' && queueMicrotask(() => journal.guard('wx.nextTick', () => job())),
    },
  ]
}

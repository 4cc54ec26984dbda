// wx.playVoice(), wx.playBackgroundAudio() and the like, from the time before players were objects; the players of
// today do the work.

import { failure, makeFunction, ok } from './convention.js'

/** @typedef {import('./audio.js').Face} Face */
/** @typedef {{createInnerAudioContext: () => Face, getBackgroundAudioManager: () => Face}} Players */

/**
 * @param {Players} players
 * @param {import('../events.js').Events} events
 * @param {import('../journal.js').Journal} journal
 */
export const oldAudioFunctions = (players, events, journal) => ({
  ...voiceFunctions(players, journal),
  ...backgroundFunctions(players, events, journal),
})

/**
 * Makes the functions of voices: one plays at a time, and goes on where it was paused if it is played again.
 * @param {Players} players
 * @param {import('../journal.js').Journal} journal
 */
function voiceFunctions({ createInnerAudioContext }, journal) {
  /** @type {Face | null} */ let voice = null
  const end = () => {
    voice?.destroy()
    voice = null
  }
  return {
    playVoice: makeFunction(
      'playVoice',
      ({ filePath }, settle) => {
        if (voice?.src !== filePath) end()
        const playing = (voice ??= Object.assign(createInnerAudioContext(), { src: filePath }))
        for (const event of ['onEnded', 'onStop']) playing[event](() => settle(ok('playVoice')))
        playing.onError((/** @type {{errMsg: string}} */ { errMsg }) => settle(failure('playVoice', errMsg)))
        playing.onEnded(end)
        playing.play()
      },
      journal,
    ),
    pauseVoice: makeFunction(
      'pauseVoice',
      (_options, settle) => {
        voice?.pause()
        settle(ok('pauseVoice'))
      },
      journal,
    ),
    stopVoice: makeFunction(
      'stopVoice',
      (_options, settle) => {
        voice?.onStop(end)
        voice?.stop()
        settle(ok('stopVoice'))
      },
      journal,
    ),
  }
}

const PLAYING = 1
const PAUSED = 0
const NOTHING = 2

/**
 * @param {Players} players
 * @param {import('../events.js').Events} events
 * @param {import('../journal.js').Journal} journal
 */
function backgroundFunctions({ getBackgroundAudioManager }, events, journal) {
  /** @type {Face | null} */ let manager = null
  const start = () => {
    if (manager) return manager
    manager = getBackgroundAudioManager()
    for (const event of ['Play', 'Pause', 'Stop'])
      manager[`on${event}`](() => events.emit(`backgroundAudio${event}`, {}))
    return manager
  }
  /**
   * @param {string} name
   * @param {(manager: Face, options: Record<string, unknown>) => object | void} act
   */
  const acting = (name, act) =>
    makeFunction(name, (options, settle) => settle(ok(name, act(start(), options) ?? {})), journal)
  return {
    playBackgroundAudio: acting('playBackgroundAudio', (player, { dataUrl, title = '', coverImgUrl = '' }) => {
      Object.assign(player, { title, coverImgUrl })
      if (dataUrl && dataUrl !== player.src) player.src = dataUrl
      else player.play()
    }),
    pauseBackgroundAudio: acting('pauseBackgroundAudio', (player) => player.pause()),
    stopBackgroundAudio: acting('stopBackgroundAudio', (player) => player.stop()),
    seekBackgroundAudio: acting('seekBackgroundAudio', (player, { position }) => player.seek(position)),
    getBackgroundAudioPlayerState: acting(
      'getBackgroundAudioPlayerState',
      ({ src, paused, currentTime, duration, buffered }) => ({
        status: !src ? NOTHING : paused ? PAUSED : PLAYING,
        dataUrl: src,
        currentPosition: currentTime,
        duration,
        downloadPercent: duration ? Math.round((100 * buffered) / duration) : 0,
      }),
    ),
  }
}

// wx.createCameraContext(): photos and films are what the person chooses; the desktop's camera stays closed.

import { asAbsent } from './absent.js'
import { failure, makeFunction, ok } from './convention.js'
import { renamed } from './internal-calls.js'

const OPERATE = 'operateCamera'

/**
 * @param {import('../channel.js').Channel} channel
 * @param {import('../journal.js').Journal} journal
 */
export function cameraFunctions(channel, journal) {
  const operating = (/** @type {string} */ operation) =>
    makeFunction(
      OPERATE,
      (options, settle) => {
        channel.call(`CameraContext.${operation}`, { quality: options.quality }, (result) =>
          settle(renamed(OPERATE, result)),
        )
      },
      journal,
    )
  const absent = makeFunction(OPERATE, (_options, settle) => settle(failure(OPERATE, 'not supported', 100)), journal)
  return {
    createCameraContext: () => ({
      takePhoto: operating('takePhoto'),
      startRecord: operating('startRecord'),
      stopRecord: operating('stopRecord'),
      setZoom: makeFunction(OPERATE, ({ zoom }, settle) => settle(ok(OPERATE, { zoom: Number(zoom) || 1 })), journal),
      onCameraFrame: asAbsent(() => ({ start: absent, stop: absent })),
    }),
  }
}

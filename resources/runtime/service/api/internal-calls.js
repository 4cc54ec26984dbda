// Calls that the host knows under names of its own: objects of wx (RecorderManager, CameraContext) are made from them.

/**
 * Returns the host's answer under the name by which programs know the call.
 * @param {string} name
 * @param {import('./convention.js').Result} result
 */
export const renamed = (name, result) => ({ ...result, errMsg: String(result.errMsg).replace(/^[^:]*/, name) })

// Accelerometer, compass, gyroscope and motion. The host tells how the phone is held, and each sensor reads that at
// its own rate.

import { gravity, radians, turning } from '../attitude.js'
import { clearTimeout, now, setTimeout } from '../host.js'
import { makeFunction, ok } from './convention.js'

/** @typedef {import('../attitude.js').Attitude} Attitude */

/**
 * The milliseconds between two readings.
 * @type {Record<string, number>}
 */
const INTERVALS = { game: 20, ui: 60, normal: 200 }

/** @type {Attitude} */
const FLAT = { alpha: 0, beta: 0, gamma: 0, heading: 0 }

/**
 * A sensor: the names of its start, its stop and its event, what it reads, and whether a listener starts it.
 * @typedef {{start: string, stop: string, event: string, read: (held: Held) => object, startedByListener: boolean}}
 *   Sensor
 */

/** @type {Sensor[]} */
const SENSORS = [
  {
    start: 'startAccelerometer',
    stop: 'stopAccelerometer',
    event: 'accelerometerChange',
    read: (held) => gravity(held.now),
    startedByListener: true,
  },
  {
    start: 'startCompass',
    stop: 'stopCompass',
    event: 'compassChange',
    read: (held) => ({ direction: held.now.heading, accuracy: held.accuracy }),
    startedByListener: true,
  },
  {
    start: 'startGyroscope',
    stop: 'stopGyroscope',
    event: 'gyroscopeChange',
    read: (held) => held.turned(),
    startedByListener: false,
  },
  {
    start: 'startDeviceMotionListening',
    stop: 'stopDeviceMotionListening',
    event: 'deviceMotionChange',
    read: (held) => radians(held.now),
    startedByListener: false,
  },
]

/** How the phone is held, known as long as some sensor runs. */
class Held {
  /** @type {Attitude} */ now = FLAT
  /** @type {{attitude: Attitude, at: number} | null} of the gyroscope's last reading */ #before = null
  #channel

  /**
   * @param {import('../channel.js').Channel} channel
   * @param {import('../events.js').Events} events
   * @param {string} platform
   */
  constructor(channel, events, platform) {
    this.#channel = channel
    /** The accuracy of the compass: a number of degrees on iOS, a word elsewhere. */
    this.accuracy = platform === 'ios' ? 0 : 'high'
    events.watch('attitude', (attitude) => {
      this.now = /** @type {Attitude} */ (attitude)
    })
  }

  /**
   * Asks the host for the attitude.
   * @param {string} start
   * @param {object} options
   * @param {() => void} then runs once the attitude is known
   */
  follow(start, options, then) {
    this.#channel.call(start, options, (/** @type {any} */ answer) => {
      this.now = answer
      if (start === 'startGyroscope') this.#before = { attitude: answer, at: now() }
      then()
    })
  }

  /**
   * Tells the host that a sensor has stopped.
   * @param {string} stop
   * @param {() => void} then runs once nothing more comes for it
   */
  forget(stop, then) {
    this.#channel.call(stop, {}, then)
  }

  /** Returns the turn since the last reading; zero at rest. */
  turned() {
    const reading = { attitude: this.now, at: now() }
    const before = this.#before ?? reading
    this.#before = reading
    const seconds = Math.max(1, reading.at - before.at) / 1000
    return turning(before.attitude, reading.attitude, seconds)
  }
}

/** A sensor of the program: it runs from start to stop, and pauses while the program is hidden. */
class Reader {
  #sensor
  #held
  #events
  /** @type {unknown} */ #timer = null
  running = false
  #interval = INTERVALS.normal

  /**
   * @param {Sensor} sensor
   * @param {Held} held
   * @param {import('../events.js').Events} events
   */
  constructor(sensor, held, events) {
    this.#sensor = sensor
    this.#held = held
    this.#events = events
  }

  /**
   * Starts the sensor.
   * @param {{interval?: string}} options
   * @param {() => void} then runs once it reads
   */
  start(options, then) {
    this.running = true
    this.#interval = INTERVALS[options.interval ?? ''] ?? INTERVALS.normal
    this.#held.follow(this.#sensor.start, options, () => {
      then()
      this.resume()
    })
  }

  /**
   * Stops the sensor.
   * @param {() => void} then runs once it has stopped
   */
  stop(then) {
    this.running = false
    this.rest()
    this.#held.forget(this.#sensor.stop, then)
  }

  resume() {
    this.rest()
    if (this.running) this.#timer = setTimeout(() => this.#read(), this.#interval)
  }

  rest() {
    clearTimeout(/** @type {any} */ (this.#timer))
  }

  #read() {
    this.#events.emit(this.#sensor.event, this.#sensor.read(this.#held))
    this.resume()
  }
}

/**
 * @param {import('../channel.js').Channel} channel
 * @param {import('../events.js').Events} events
 * @param {import('../journal.js').Journal} journal
 * @param {string} platform
 */
export function sensorFunctions(channel, events, journal, platform) {
  const held = new Held(channel, events, platform)
  const readers = SENSORS.map((sensor) => ({ sensor, reader: new Reader(sensor, held, events) }))
  events.watch('appHide', () => readers.forEach(({ reader }) => reader.rest()))
  events.watch('appShow', () => readers.forEach(({ reader }) => reader.resume()))
  return Object.assign({}, ...readers.map((each) => functionsOf(each, events, journal)))
}

/**
 * @param {{sensor: Sensor, reader: Reader}} pair
 * @param {import('../events.js').Events} events
 * @param {import('../journal.js').Journal} journal
 * @returns {Record<string, Function>}
 */
function functionsOf({ sensor: { start, stop, event, startedByListener }, reader }, events, journal) {
  /** @type {Record<string, Function>} */ const functions = {
    [start]: makeFunction(start, (options, settle) => reader.start(options, () => settle(ok(start))), journal),
    [stop]: makeFunction(stop, (_options, settle) => reader.stop(() => settle(ok(stop))), journal),
  }
  if (startedByListener)
    functions[`on${event[0].toUpperCase()}${event.slice(1)}`] = (/** @type {unknown} */ listener) => {
      events.on(event, listener)
      if (!reader.running) reader.start({}, () => {})
    }
  return functions
}

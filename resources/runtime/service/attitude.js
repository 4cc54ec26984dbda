// How the phone is held, and what its sensors read then. The angles are those of the W3C's DeviceOrientation, in
// degrees.

/** @typedef {{alpha: number, beta: number, gamma: number, heading: number}} Attitude degrees; heading from north */
/** @typedef {[number, number, number]} Vector along the phone's width, length and depth */

const RADIAN = Math.PI / 180

/**
 * Returns the rows of the matrix that turns the phone's axes into the world's: east, north, up.
 * @param {Attitude} attitude
 * @returns {[Vector, Vector, Vector]}
 */
function matrixOf({ alpha, beta, gamma }) {
  const [ca, sa] = [Math.cos(alpha * RADIAN), Math.sin(alpha * RADIAN)]
  const [cb, sb] = [Math.cos(beta * RADIAN), Math.sin(beta * RADIAN)]
  const [cg, sg] = [Math.cos(gamma * RADIAN), Math.sin(gamma * RADIAN)]
  return [
    [ca * cg - sa * sb * sg, -sa * cb, ca * sg + sa * sb * cg],
    [sa * cg + ca * sb * sg, ca * cb, sa * sg - ca * sb * cg],
    [-cb * sg, sb, cb * cg],
  ]
}

/**
 * Returns what an accelerometer at rest reads: the direction to the ground, in g.
 * @param {Attitude} attitude
 */
export function gravity(attitude) {
  const [, , up] = matrixOf(attitude)
  const [x, y, z] = up.map((share) => rounded(-share))
  return { x, y, z }
}

/**
 * Returns what a gyroscope reads, in radians per second, when the phone turns from one attitude to the other.
 * @param {Attitude} from
 * @param {Attitude} to
 * @param {number} seconds
 */
export function turning(from, to, seconds) {
  const turn = between(matrixOf(from), matrixOf(to))
  const cosine = Math.min(1, Math.max(-1, (turn[0][0] + turn[1][1] + turn[2][2] - 1) / 2))
  const angle = Math.acos(cosine)
  const share = angle < 1e-9 ? 0 : angle / (2 * Math.sin(angle) || 1) / seconds
  return {
    x: rounded((turn[2][1] - turn[1][2]) * share),
    y: rounded((turn[0][2] - turn[2][0]) * share),
    z: rounded((turn[1][0] - turn[0][1]) * share),
  }
}

/**
 * Converts the angles to radians under the names that WeChat documents.
 * @param {Attitude} attitude
 */
export const radians = ({ alpha, beta, gamma }) => ({
  alpha: rounded(alpha * RADIAN),
  beta: rounded(beta * RADIAN),
  gamma: rounded(gamma * RADIAN),
})

/**
 * Returns the turn from one attitude to the other in the phone's own axes: the transpose of the first matrix times the
 * second.
 * @param {Vector[]} one
 * @param {Vector[]} other
 */
function between(one, other) {
  const axes = [0, 1, 2]
  return axes.map((row) => axes.map((column) => axes.reduce((sum, at) => sum + one[at][row] * other[at][column], 0)))
}

/**
 * Rounds to six decimals, and makes -0 a 0.
 * @param {number} value
 */
const rounded = (value) => Math.round(value * 1e6) / 1e6 || 0

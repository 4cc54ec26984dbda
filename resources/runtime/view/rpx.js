// The unit of a program's own: an rpx is a 750th of the window's width.

/**
 * Returns a length in rpx as one in vw, its sixth decimal rounded up: Chromium cuts lengths at 1/64 px, and a factor
 * that is a little too small makes 51.98 px of 100rpx instead of 52.
 * @param {number} rpx
 */
export function vw(rpx) {
  const exact = rpx / 7.5
  return `${Number((exact + Math.sign(exact) * 0.49e-6).toFixed(6))}vw`
}

// A swiper turns to the leaf that the focus has reached, by Tab or by the program.

/** @typedef {InstanceType<ReturnType<typeof import('./swiper.js').default>>} Swiper */

/** @param {Swiper} swiper */
export function followFocus(swiper) {
  swiper.addEventListener('focusin', ({ target }) => {
    const leaf = hiddenLeafWith(swiper, /** @type {Node} */ (target))
    if (leaf !== -1) swiper.turnTo(swiper.nearest(leaf), 'touch')
  })
}

/**
 * Returns the leaf to turn to for the focus to be seen; -1 if it is. Chromium has scrolled to it: that is undone, as
 * the track is moved instead.
 * @param {Swiper} swiper
 * @param {Node} focused
 */
function hiddenLeafWith(swiper, focused) {
  for (const box of [swiper, swiper.piece('window')]) box.scrollTo(0, 0)
  const leaf = swiper.items.findIndex((item) => item.contains(focused))
  const seen = leaf >= swiper.current && leaf < swiper.current + swiper.seen
  return seen ? -1 : Math.min(leaf, swiper.end)
}

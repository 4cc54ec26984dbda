// The dots of a swiper: one for each leaf, of which those of the leaves in front are lit.

/**
 * @param {HTMLElement} dots
 * @param {{count: number, current: number, seen: number, axis: 'x' | 'y'}} state
 */
export function drawDots(dots, { count, current, seen, axis }) {
  dots.part.toggle(`wx-swiper-dots-${axis === 'x' ? 'horizontal' : 'vertical'}`, true)
  while (dots.childElementCount > count) dots.lastElementChild?.remove()
  while (dots.childElementCount < count) dots.append(dots.ownerDocument.createElement('i'))
  for (const [at, dot] of Array.from(dots.children).entries()) {
    const on = (at - current + count) % count < seen
    dot.toggleAttribute('data-on', on)
    dot.setAttribute('part', on ? 'wx-swiper-dot wx-swiper-dot-active' : 'wx-swiper-dot')
  }
}

// What a page shows of a target: evaluated over `page`, the document in front. A pseudo-element's box is what its style says.
(({ css, pseudo, part, text, nth }, names, bring) => {
  const view = page.defaultView
  const words = (one) => (one.innerText ?? '').trim()
  const drawn = (one) => {
    const { width, height } = one.getBoundingClientRect()
    return width > 0 && height > 0 && one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
  let found = [...page.querySelectorAll(css)].filter(drawn)
  if (text) {
    const same = found.filter((one) => words(one) === text)
    found = same.length ? same : found.filter((one) => words(one).includes(text))
  }
  const whole = found[nth - 1]
  const one = part ? whole?.shadowRoot?.querySelector(`[part~="${part}"]`) : whole
  if (!one) return { count: found.length }
  if (bring) one.scrollIntoView({ block: 'center', behavior: 'instant' })
  const style = view.getComputedStyle(one, pseudo)
  const field = one.shadowRoot?.querySelector('input, textarea')
  const box = pseudo ? ofStyle() : ofElement()
  const middle = box.left + box.width / 2, centre = box.top + box.height / 2
  const hit = one.getRootNode().elementFromPoint(middle, centre)
  return {
    ...Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)])),
    ...box, middle, centre, count: found.length, text: words(one), value: field?.value ?? '',
    on_top: one.contains(hit) || (style.pointerEvents === 'none' && !!hit?.contains(one)),
    inside: box.right > 0 && box.bottom > 0 && box.left < view.innerWidth && box.top < view.innerHeight,
  }

  function ofElement() {
    const { left, top, right, bottom, width, height } = one.getBoundingClientRect()
    return { left, top, right, bottom, width, height }
  }

  function ofStyle() {
    const sides = ['left', 'top', 'right', 'bottom', 'width', 'height']
    return Object.fromEntries(sides.map((side) => [side, parseFloat(style.getPropertyValue(side)) || 0]))
  }
})

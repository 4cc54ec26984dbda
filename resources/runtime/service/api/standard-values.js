// The documented values of the properties of built-in components before a program sets them: SelectorQuery's
// fields({properties}) tells them, and a script that drives the program. A property that is not listed has no such
// value.

const HOVER = { hoverStopPropagation: false }
const CHOICE = { value: '', disabled: false, checked: false, color: '#09BB07' }
const TYPING = {
  value: '',
  placeholder: '',
  disabled: false,
  maxlength: 140,
  cursorSpacing: 0,
  focus: false,
  confirmHold: false,
  selectionStart: -1,
  selectionEnd: -1,
  adjustPosition: true,
  holdKeyboard: false,
}

/**
 * The values, by tag.
 * @type {Record<string, Record<string, unknown>>}
 */
const STANDARD = {
  view: { ...HOVER, hoverClass: 'none', hoverStartTime: 50, hoverStayTime: 400 },
  'scroll-view': {
    scrollX: false,
    scrollY: false,
    upperThreshold: 50,
    lowerThreshold: 50,
    scrollIntoView: '',
    scrollWithAnimation: false,
    enableBackToTop: false,
    enableFlex: false,
    scrollAnchoring: false,
    enablePassive: false,
    refresherEnabled: false,
    refresherThreshold: 45,
    refresherDefaultStyle: 'black',
    refresherBackground: '#FFF',
    refresherTriggered: false,
    enhanced: false,
    bounces: true,
    showScrollbar: true,
    pagingEnabled: false,
    fastDeceleration: false,
  },
  swiper: {
    indicatorDots: false,
    indicatorColor: 'rgba(0, 0, 0, .3)',
    indicatorActiveColor: '#000000',
    autoplay: false,
    current: 0,
    interval: 5000,
    duration: 500,
    circular: false,
    vertical: false,
    previousMargin: '0px',
    nextMargin: '0px',
    snapToEdge: false,
    displayMultipleItems: 1,
    easingFunction: 'default',
  },
  'swiper-item': { itemId: '', skipHiddenItemLayout: false },
  'movable-area': { scaleArea: false },
  'movable-view': {
    direction: 'none',
    inertia: false,
    outOfBounds: false,
    x: 0,
    y: 0,
    damping: 20,
    friction: 2,
    disabled: false,
    scale: false,
    scaleMin: 0.1,
    scaleMax: 10,
    scaleValue: 1,
    animation: true,
  },
  'cover-view': { scrollTop: 0 },
  icon: { size: 23, color: '' },
  text: { selectable: false, userSelect: false, space: '', decode: false },
  'rich-text': { nodes: [], space: '' },
  progress: {
    percent: 0,
    showInfo: false,
    borderRadius: 0,
    fontSize: 16,
    strokeWidth: 6,
    activeColor: '#09BB07',
    backgroundColor: '#EBEBEB',
    active: false,
    activeMode: 'backwards',
    duration: 30,
  },
  button: {
    ...HOVER,
    size: 'default',
    type: 'default',
    plain: false,
    disabled: false,
    loading: false,
    hoverClass: 'button-hover',
    hoverStartTime: 20,
    hoverStayTime: 70,
  },
  checkbox: CHOICE,
  radio: CHOICE,
  switch: { checked: false, disabled: false, type: 'switch', color: '#04BE02' },
  input: {
    ...TYPING,
    type: 'text',
    password: false,
    placeholderClass: 'input-placeholder',
    confirmType: 'done',
    alwaysEmbed: false,
  },
  textarea: {
    ...TYPING,
    placeholderClass: 'textarea-placeholder',
    confirmType: 'return',
    autoFocus: false,
    autoHeight: false,
    fixed: false,
    showConfirmBar: true,
    disableDefaultPadding: false,
  },
  slider: {
    min: 0,
    max: 100,
    step: 1,
    disabled: false,
    value: 0,
    activeColor: '#1aad19',
    backgroundColor: '#e9e9e9',
    blockSize: 28,
    blockColor: '#ffffff',
    showValue: false,
  },
  picker: { mode: 'selector', disabled: false, headerText: '', value: 0 },
  'picker-view': { value: [], immediateChange: false },
  form: { reportSubmit: false, reportSubmitTimeout: 0 },
  navigator: {
    ...HOVER,
    target: 'self',
    url: '',
    openType: 'navigate',
    delta: 1,
    hoverClass: 'navigator-hover',
    hoverStartTime: 50,
    hoverStayTime: 600,
  },
  image: { src: '', mode: 'scaleToFill', webp: false, lazyLoad: false, showMenuByLongpress: false },
  video: {
    src: '',
    controls: true,
    autoplay: false,
    loop: false,
    muted: false,
    initialTime: 0,
    showProgress: true,
    showFullscreenBtn: true,
    showPlayBtn: true,
    showCenterPlayBtn: true,
    enableProgressGesture: true,
    objectFit: 'contain',
    poster: '',
  },
  camera: { mode: 'normal', resolution: 'medium', devicePosition: 'back', flash: 'auto', frameSize: 'medium' },
  map: {
    scale: 16,
    minScale: 3,
    maxScale: 20,
    markers: [],
    polyline: [],
    circles: [],
    showLocation: false,
    rotate: 0,
    skew: 0,
  },
}

/**
 * The properties documented as a number or a text, which keep the type they were given; the type of a picker's value
 * depends on its mode.
 */
const EITHER = new Set([
  'icon size',
  'movable-view x',
  'movable-view y',
  'cover-view scrollTop',
  'progress borderRadius',
  'progress fontSize',
  'progress strokeWidth',
  'picker value',
])

/**
 * Returns a property of a built-in component in its documented type: `max="9"` is the number 9. Without a value it is
 * the documented one, or null.
 * @param {unknown} is the component, as `wx-scroll-view`
 * @param {string} name `scrollX` or `scroll-x`
 * @param {unknown} given
 */
export function documentedValue(is, name, given) {
  const tag = tagIn(is)
  const field = name.replace(/-([a-z])/g, (_all, letter) => letter.toUpperCase())
  const standard = standardValue(tag, field)
  if (given === null || given === undefined) return standard
  return EITHER.has(`${tag} ${field}`) ? given : likeStandard(given, standard)
}

/**
 * Returns the names of the properties of a built-in component that have a documented value.
 * @param {unknown} is
 */
export const documentedNames = (is) => Object.keys(STANDARD[tagIn(is)] ?? {})

/** @param {unknown} is */
const tagIn = (is) => String(is).replace(/^wx-/, '')

/**
 * @param {string} tag
 * @param {string} field
 */
function standardValue(tag, field) {
  const standard = STANDARD[tag]
  const value = standard && Object.hasOwn(standard, field) ? standard[field] : null
  return Array.isArray(value) ? [] : value
}

/**
 * @param {unknown} given
 * @param {unknown} standard
 */
function likeStandard(given, standard) {
  if (typeof standard === 'boolean') return Boolean(given)
  if (typeof standard === 'string') return typeof given === 'number' ? String(given) : given
  const isNumber = typeof given === 'string' && given.trim() !== '' && Number.isFinite(Number(given))
  return typeof standard === 'number' && isNumber ? Number(given) : given
}

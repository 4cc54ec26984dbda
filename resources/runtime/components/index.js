// The built-in components: one import and one row each.

import { makeComponent } from './component.js'
import audio from './audio.js'
import button from './button.js'
import camera from './camera.js'
import canvas from './canvas.js'
import checkbox from './checkbox.js'
import checkboxGroup from './checkbox-group.js'
import coverImage from './cover-image.js'
import coverView from './cover-view.js'
import form from './form.js'
import icon from './icon.js'
import image from './image.js'
import input from './input.js'
import label from './label.js'
import livePusher from './live-pusher.js'
import map from './map.js'
import matchMedia from './match-media.js'
import movableArea from './movable-area.js'
import movableView from './movable-view.js'
import navigationBar from './navigation-bar.js'
import navigator from './navigator.js'
import openData from './open-data.js'
import pageContainer from './page-container.js'
import pageMeta from './page-meta.js'
import picker from './picker.js'
import pickerView from './picker-view.js'
import pickerViewColumn from './picker-view-column.js'
import progress from './progress.js'
import radio from './radio.js'
import radioGroup from './radio-group.js'
import richText from './rich-text.js'
import rootPortal from './root-portal.js'
import scrollView from './scroll-view.js'
import slider from './slider.js'
import swiper from './swiper.js'
import swiperItem from './swiper-item.js'
import switchComponent from './switch.js'
import text from './text.js'
import textarea from './textarea.js'
import video from './video.js'
import view from './view.js'
import webView from './web-view.js'
import { placeholderFor } from './placeholder.js'
import { UNFILLED, unfilled } from './unfilled.js'

/**
 * The tags in WXML and the factories of their classes.
 * @type {Record<string, (Component: import('./component.js').ComponentClass) => CustomElementConstructor>}
 */
const COMPONENTS = {
  audio,
  button,
  camera,
  canvas,
  checkbox,
  'checkbox-group': checkboxGroup,
  'cover-image': coverImage,
  'cover-view': coverView,
  form,
  icon,
  image,
  input,
  label,
  'live-pusher': livePusher,
  map,
  'match-media': matchMedia,
  'movable-area': movableArea,
  'movable-view': movableView,
  'navigation-bar': navigationBar,
  navigator,
  'open-data': openData,
  'page-container': pageContainer,
  'page-meta': pageMeta,
  picker,
  'picker-view': pickerView,
  'picker-view-column': pickerViewColumn,
  progress,
  radio,
  'radio-group': radioGroup,
  'rich-text': richText,
  'root-portal': rootPortal,
  'scroll-view': scrollView,
  slider,
  swiper,
  'swiper-item': swiperItem,
  switch: switchComponent,
  text,
  textarea,
  video,
  view,
  'web-view': webView,
}

/** The tags that WXML has and this phone does not show. */
const NOT_SHOWN = ['channel-live', 'channel-video', 'editor', 'live-player', 'voip-room']

/**
 * Defines every component for the elements of one page.
 * @param {import('../view/frames.js').Page} page
 */
export function defineComponents(page) {
  for (const [tag, made] of componentClasses(makeComponent(page))) page.window.customElements.define(`wx-${tag}`, made)
}

/**
 * Returns every tag with its class.
 * @param {import('./component.js').ComponentClass} Component
 * @returns {[string, CustomElementConstructor][]}
 */
export function componentClasses(Component) {
  return [
    ...Object.entries(COMPONENTS).map(([tag, factory]) => pair(tag, factory(Component))),
    ...Object.keys(UNFILLED).map((tag) => pair(tag, unfilled(tag)(Component))),
    ...NOT_SHOWN.map((tag) => pair(tag, placeholderFor(tag)(Component))),
  ]
}

/**
 * @param {string} tag
 * @param {CustomElementConstructor} made
 * @returns {[string, CustomElementConstructor]}
 */
const pair = (tag, made) => [tag, made]

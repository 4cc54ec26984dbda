// The built-in components: one import and one row each.

import { makeComponent } from './component.js'
import button from './button.js'
import checkbox from './checkbox.js'
import checkboxGroup from './checkbox-group.js'
import form from './form.js'
import input from './input.js'
import label from './label.js'
import movableArea from './movable-area.js'
import movableView from './movable-view.js'
import navigator from './navigator.js'
import openData from './open-data.js'
import picker from './picker.js'
import pickerView from './picker-view.js'
import pickerViewColumn from './picker-view-column.js'
import progress from './progress.js'
import radio from './radio.js'
import radioGroup from './radio-group.js'
import slider from './slider.js'
import switchComponent from './switch.js'
import textarea from './textarea.js'
import view from './view.js'

/** Tag in WXML and the factory of its class. @type {Record<string, (Component: import('./component.js').ComponentClass) => CustomElementConstructor>} */
const COMPONENTS = {
  button,
  checkbox,
  'checkbox-group': checkboxGroup,
  form,
  input,
  label,
  'movable-area': movableArea,
  'movable-view': movableView,
  navigator,
  'open-data': openData,
  picker,
  'picker-view': pickerView,
  'picker-view-column': pickerViewColumn,
  progress,
  radio,
  'radio-group': radioGroup,
  slider,
  switch: switchComponent,
  textarea,
  view,
}

/** Defines every component for the elements of one page. @param {import('../view/frames.js').Page} page */
export function defineComponents(page) {
  const Component = makeComponent(page)
  for (const [tag, factory] of Object.entries(COMPONENTS)) page.window.customElements.define(`wx-${tag}`, factory(Component))
}

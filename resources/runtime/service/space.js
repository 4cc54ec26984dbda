// glass-easel's half of the program: the code space in which its templates, configs and definitions are registered.

import { DeepCopyKind, addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import {
  announceAttached,
  hideElementOfInstances,
  leaveNamedSlotsEmpty,
  loosenTriggerEvent,
  makeEventsPlain,
  sendDataset,
  tellMissingListeners,
  widenSelectors,
} from './gaps.js'
import { BUILT_IN } from '../tags.js'

/** @typedef {ReturnType<typeof makeSpace>} Space */

/** How glass-easel copies data: a value put into data may hold itself, as the `this` of a component or getApp() do. */
const COPYING = {
  dataDeepCopy: DeepCopyKind.SimpleWithRecursion,
  propertyPassingDeepCopy: DeepCopyKind.SimpleWithRecursion,
}

/** The place that glass-easel gives in its warnings while it reads a definition. */
const PREPARING = '[prepare]'

/**
 * Makes the code space.
 * @param {import('./journal.js').Journal} journal
 * @param {(component: TreeComponent) => void} attached hears of every component that comes into a page
 */
export function makeSpace(journal, attached) {
  sendDataset()
  announceAttached(attached)
  makeEventsPlain()
  loosenTriggerEvent()
  leaveNamedSlotsEmpty()
  hideElementOfInstances()
  widenSelectors()
  tellMissingListeners((message) => journal.write('warn', [message], null))
  addGlobalErrorListener((error, where, component) => {
    if (where === PREPARING) warnOfDefinition(journal, error, component)
    else journal.report(error, where)
    return false
  })
  addGlobalWarningListener(() => false)
  const environment = new MiniProgramEnv()
  const code = environment.createCodeSpace('', true)
  const components = code.getComponentSpace()
  // Handlers put on a page at run time (`this.onTap = …`) are heard, and ids reach the view. Gap: written to the node,
  // a property called `dataset` (vant has one) breaks the node.
  components.updateComponentOptions({
    useMethodCallerListeners: true,
    writeIdToDOM: true,
    writeFieldsToNode: false,
    ...COPYING,
  })
  // Gap: a generic component that nobody names stops its page; on the phone there is nothing in its place.
  const nothing = components.defineComponent({ is: 'wx-nothing' })
  components.getDefaultComponent = () => nothing
  for (const name of BUILT_IN) components.setGlobalUsingComponent(name, `wx-${name}`)
  code.addStyleSheet('app', 'app')
  return { environment, code, components }
}

/**
 * Warns of oddities of a definition instead of throwing. Vant has many: `type: [Number, String]`, an observer that is
 * no method.
 * @param {import('./journal.js').Journal} journal
 * @param {unknown} error
 * @param {unknown} component
 */
function warnOfDefinition(journal, error, component) {
  const place = component && typeof component === 'string' ? { file: `${component}.js`, line: 1 } : null
  journal.write('warn', [error instanceof Error ? error.message : error], place)
}

/**
 * Returns a function that gives the class prefix of a style scope; '' for what is shared.
 * @param {Space} space
 */
export const scopeNames = (space) => (/** @type {number | undefined} */ scope) =>
  scope === undefined ? '' : (space.components.styleScopeManager.queryName(scope) ?? '')

// Modules that only the bundler can resolve.
declare module 'virtual:api-names' {
  const names: Record<string, 'async' | 'sync' | 'listener' | 'factory' | 'value'>
  export default names
}
declare module '*.css' {
  const text: string
  export default text
}
declare module '*.svg' {
  const text: string
  export default text
}
declare module 'virtual:template-compiler' {
  export * from 'glass-easel-template-compiler'
  export function __wbg_set_wasm(exports: WebAssembly.Exports): void
}
// What glass-easel's trees are made of, as the service uses them: on our backend, which its own types do not know.
interface TreeRoot {
  childNodes: TreeElement[]
  querySelector(selector: string): TreeElement | null
  querySelectorAll(selector: string): TreeElement[]
  getElementById(id: string): TreeElement | null
  getHostNode(): TreeComponent
}
interface TreeMembers {
  is: string
  data?: Record<string, unknown>
  ownerShadowRoot: TreeRoot | null
  childNodes: TreeElement[]
  getAttribute(name: string): unknown
  getBackendElement(): import('./service/nodes.js').BackendNode | null
  getBackendContext(): import('./service/backend.js').PageBackend | null
  getShadowRoot?(): TreeRoot | null
  getMethodCaller?(): Record<string, Function | undefined>
}
/** A built-in component, a component of the program, a slot. */
type TreeElement = TreeMembers & import('glass-easel').Element
/** What is behind the `this` of a page or component. */
type TreeComponent = TreeElement & {
  getShadowRoot(): TreeRoot | null
  getMethodCaller(): Record<string, Function | undefined>
  triggerLifetime(name: string, args: unknown[]): void
  triggerPageLifetime(name: string, args: unknown[]): void
}
/** The `this` of a page or component: what a program hands over to say where something is. */
interface Owner {
  _$: TreeComponent
  is: string
}

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

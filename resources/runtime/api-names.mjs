// Reads every name that WeChat documents under `wx` from miniprogram-api-typings, with the kind of each: what the
// service needs so that a name nobody implements still exists and fails as documented. And what has methods of its own:
// contexts, managers.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import ts from 'typescript'

const require = createRequire(import.meta.url)
const TYPINGS = join(dirname(require.resolve('miniprogram-api-typings/package.json')), 'types/wx/lib.wx.api.d.ts')

/** @returns {Record<string, 'async' | 'sync' | 'listener' | 'factory' | 'value'>} */
export function readApiNames() {
  const file = readTypings()
  /** @type {Record<string, any>} */
  const names = {}
  for (const member of membersOf(file, 'Wx')) {
    if (member.name) names[member.name.getText(file)] ??= kindOf(member, file)
  }
  return names
}

/**
 * What each documented function under wx that makes an object makes.
 * @returns {Record<string, {type: string, methods: string[]}>}
 */
export function readMadeObjects() {
  const file = readTypings()
  const functions = membersOf(file, 'Wx').filter(
    (member) => ts.isMethodSignature(member) && /^(create|get)[A-Z]/.test(member.name.getText(file)),
  )
  const made = functions.map((member) => {
    const type = /** @type {ts.MethodSignature} */ (member).type?.getText(file) ?? ''
    const methods = membersOf(file, type)
      .filter((one) => ts.isMethodSignature(one))
      .map((one) => /** @type {any} */ (one.name).getText(file))
    return /** @type {const} */ ([
      /** @type {any} */ (member.name).getText(file),
      { type, methods: [...new Set(methods)] },
    ])
  })
  return Object.fromEntries(made.filter(([, { methods }]) => methods.length > 0))
}

const readTypings = () => ts.createSourceFile(TYPINGS, readFileSync(TYPINGS, 'utf8'), ts.ScriptTarget.Latest, true)

/**
 * @param {ts.Node} node
 * @param {string} name
 * @returns {ts.TypeElement[]}
 */
function membersOf(node, name) {
  if (ts.isInterfaceDeclaration(node) && node.name.text === name) return [...node.members]
  return (
    ts.forEachChild(node, (child) => {
      const found = membersOf(child, name)
      return found.length ? found : undefined
    }) ?? []
  )
}

/**
 * @param {ts.TypeElement} member
 * @param {ts.SourceFile} file
 */
function kindOf(member, file) {
  if (!ts.isMethodSignature(member)) return 'value'
  const name = member.name.getText(file)
  const takes = textOf(member.parameters[0]?.type, file)
  const gives = textOf(member.type, file) || 'void'
  if (/^(on|off)[A-Z]/.test(name)) return 'listener'
  if (takesOptions(takes, gives)) return 'async'
  if (makesObject(name, gives)) return 'factory'
  return gives === 'void' && !name.endsWith('Sync') && member.parameters.length > 0 ? 'async' : 'sync'
}

/**
 * @param {string} name
 * @param {string} gives type of its result
 */
function makesObject(name, gives) {
  return /^(create[A-Z]|get\w*(Manager|Context)$)/.test(name) || /(Task|Context|Manager)$/.test(gives)
}

/**
 * Whether a function takes success, fail and complete.
 * @param {string} takes type of its first parameter
 * @param {string} gives type of its result
 */
function takesOptions(takes, gives) {
  return /Option\b|Option$|PromisifySuccess/.test(takes + gives) && /^void|^Promise|Promisify/.test(gives)
}

/**
 * @param {ts.Node | undefined} node
 * @param {ts.SourceFile} file
 */
function textOf(node, file) {
  return node?.getText(file) ?? ''
}

// The rules of this house that ESLint and its plugins lack: one tag a line, and how long a function may be.

const TAGS = 'callback|deprecated|extends|param|property|returns|see|template|this|throws|type|typedef'
const BEFORE_TAG = new RegExp(` +(?=@(?:${TAGS})\\b)`)

/**
 * What the lines of a JSDoc comment say, without the stars at their beginning.
 * @param {string} comment all between the marks of a comment
 */
function linesOf(comment) {
  const lines = comment
    .slice(1)
    .split('\n')
    .map((line) => line.replace(/^\s*\*(?!\S)/, '').trim())
  return lines.filter((line, at) => line !== '' || (at > 0 && at < lines.length - 1))
}

/** @type {import('eslint').Rule.RuleModule} */
const oneTagALine = {
  meta: { type: 'layout', fixable: 'whitespace', schema: [] },
  create: ({ sourceCode, report }) => {
    const check = (/** @type {any} */ comment) => {
      const lines = linesOf(comment.value)
      const split = lines.flatMap((line) => line.split(BEFORE_TAG))
      if (split.length === lines.length) return
      const indent = /^\s*/.exec(sourceCode.lines[comment.loc.start.line - 1])?.[0]
      const after = /^ *(?=\S)/.exec(sourceCode.text.slice(comment.range[1]))?.[0]
      const end = after === undefined ? '' : `\n${indent}`
      const text = ['/**', ...split.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n') + end
      const range = /** @type {[number, number]} */ ([comment.range[0], comment.range[1] + (after?.length ?? 0)])
      report({
        loc: comment.loc,
        message: 'A tag begins its line.',
        fix: (fixer) => fixer.replaceTextRange(range, text),
      })
    }
    return { Program: () => sourceCode.getAllComments().filter(isJsDoc).forEach(check) }
  },
}

/** @param {import('estree').Comment} comment */
function isJsDoc(comment) {
  return comment.type === 'Block' && comment.value.startsWith('*')
}

const SAYS_NOTHING = /^\s*(?:$|\/\/|\/\*\*|\*)/

/**
 * Whether a function's result is a class that it writes down.
 * @param {any} body
 */
function makesClass(body) {
  const result = body.type === 'BlockStatement' ? body.body.at(-1)?.argument : body
  return result?.type === 'ClassExpression'
}

/** @type {import('eslint').Rule.RuleModule} */
const functionLength = {
  meta: { type: 'suggestion', schema: [{ type: 'object' }] },
  create: ({ options: [{ most, mostOfClass }], sourceCode, report }) => {
    const check = (/** @type {any} */ node) => {
      const within = sourceCode.lines.slice(node.loc.start.line - 1, node.loc.end.line)
      const length = within.filter((line) => !SAYS_NOTHING.test(line)).length
      const limit = makesClass(node.body) ? mostOfClass : most
      if (length > limit) report({ node, message: `This function has ${length} lines of code; ${limit} are allowed.` })
    }
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check }
  },
}

/** Needed by eslint.config.mjs. */
export default { rules: { 'function-length': functionLength, 'one-tag-a-line': oneTagALine } }

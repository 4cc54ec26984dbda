// How our JavaScript is linted. `npm run lint` checks it; `npm run format` mends what can be mended by itself.

import js from '@eslint/js'
import jsdoc from 'eslint-plugin-jsdoc'
import house from './lint-rules.mjs'

const SHORT_LINES = {
  code: 120,
  ignoreStrings: true,
  ignoreTemplateLiterals: true,
  ignoreRegExpLiterals: true,
  ignoreUrls: true,
}

export default [
  js.configs.recommended,
  {
    plugins: { house, jsdoc },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-undef': 'off', // tsc knows the globals
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      'max-len': ['error', SHORT_LINES],
      eqeqeq: ['error', 'smart'],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      complexity: ['error', 10],
      'max-lines': ['error', 300],
      'house/function-length': ['error', { most: 40, mostOfClass: 100 }],
      'house/one-tag-a-line': 'error',
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          enableFixer: false,
          require: { FunctionDeclaration: true, ClassDeclaration: true },
          contexts: [
            'ExportNamedDeclaration > VariableDeclaration',
            'ExportDefaultDeclaration > ArrowFunctionExpression',
          ],
        },
      ],
    },
  },
  { files: ['tests/**'], rules: { 'max-lines': 'off', 'house/function-length': 'off' } },
]

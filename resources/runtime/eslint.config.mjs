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
      'house/one-tag-a-line': 'error',
    },
  },
]

// Reads templates and scripts from standard input, one `["wxml"|"wxs", text]` a line, and says for each `ok`, or what
// no reader may do: throw, or find something without saying where.

import { createInterface } from 'node:readline'
import '../runtime/service/worker.js'
import { translate } from '../../resources/runtime/service/wxml/translate.js'
import { readWxs } from '../../resources/runtime/service/wxs-reader.js'

/** @param {any} finding */
const hasPlace = ({ line, message }) => Number.isInteger(line) && line > 0 && String(message).trim() !== ''

/** @type {Record<string, (text: string) => string>} */
const READERS = {
  wxml: (text) => {
    const { files } = translate({ 'pages/index/index': text })
    const findings = Array.from(files.values(), (file) => file.findings).flat()
    return findings.every(hasPlace) ? 'ok' : `a finding without a place: ${JSON.stringify(findings)}`
  },
  wxs: (text) => {
    const { problem } = readWxs(text)
    return problem === null || hasPlace(problem) ? 'ok' : `a problem without a place: ${JSON.stringify(problem)}`
  },
}

for await (const line of createInterface({ input: process.stdin })) {
  const [kind, text] = JSON.parse(line)
  let outcome
  try {
    outcome = READERS[kind](text)
  } catch (problem) {
    outcome = `${problem}`
  }
  process.stdout.write(`${JSON.stringify(outcome)}\n`)
}

// Templates as the older compiler of the tools reads them, rewritten for glass-easel's so that lines and columns stay.

const IN_QUOTES = String.raw`"[^"]*"|'[^']*'`
const TAG = new RegExp(
  String.raw`\{\{[^]*?\}\}|<!--[^]*?-->|<wxs\b(?:${IN_QUOTES}|[^>"'])*(?<!/)>[^]*?</wxs\s*>|<[A-Za-z](?:${IN_QUOTES}|[^>"'])*>`, 'g')
const ATTRIBUTE = new RegExp(String.raw`(?<=\s)[^\s=>/"'{}]+(?:\s*=\s*(?:${IN_QUOTES}|[^\s>"']+))?`, 'g')
const NAME_END = /[\s=]/

/** @param {string} source */
export const modernise = (source) =>
  source
    .replace(/(\s)wx-(if|elif|else|for|for-item|for-index|for-items|key)(?=[\s=>/])/g, '$1wx:$2')
    .replace(/(\s)wx:for-items(?=\s*=)/g, '$1      wx:for')
    .replace(/\{\{[^{}]*\}\}/g, (expression) => expression.replaceAll('\\"', " '"))
    .replace(TAG, (tag) => (/^(?:\{|<!|<wxs\b)/.test(tag) ? tag : lastOfEach(tag)))

/** Of an attribute that is given twice the last counts, as the issue glass-easel#217 says. @param {string} tag */
function lastOfEach(tag) {
  const names = Array.from(tag.matchAll(ATTRIBUTE), ([attribute]) => attribute.split(NAME_END, 1)[0])
  if (new Set(names).size === names.length) return tag
  return tag.replace(ATTRIBUTE, (attribute) => {
    const name = names.shift() ?? ''
    return names.includes(name) ? attribute.replace(/\S/g, ' ') : attribute
  })
}

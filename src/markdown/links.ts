import type { Link, PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Handle } from 'mdast-util-to-markdown'

/** A link, or its address alone where that is what it shows and it reads as a link by itself. */
export const linkMarkdown: Handle = (node: Link, _, state, info) => {
  const label = toString(node)
  if (showsItself(node, label) && standsAlone(label, info.before, info.after)) return label
  const exit = state.enter('link')
  const subexit = state.enter('label')
  const inner = state.containerPhrasing(node, { ...info, before: '[', after: ']' })
  subexit()
  exit()
  return `[${inner}](${destination(node.url)})`
}

/** Whether a link's text is its address, as in an autolink. */
export const showsItself = (node: { url: string; children: PhrasingContent[] }, label: string): boolean =>
  node.children.length === 1 &&
  node.children[0]?.type === 'text' &&
  (node.url === label || node.url === `http://${label}` || node.url === `mailto:${label}`)

/** What GitHub's Markdown takes for a link without brackets: delimited by blanks, without signs at its end. */
const standsAlone = (label: string, before: string, after: string): boolean =>
  EMAIL.test(label)
    ? !/[\w.+\-/@]/.test(before.slice(-1)) && !/[\w@-]/.test(after.slice(0, 1))
    : ADDRESS.test(label) &&
      /^(?:$|[\s(])/.test(before.slice(-1)) &&
      /^(?:$|[\s,;:.?!)])/.test(after.slice(0, 1))

const EMAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]+$/i
const ADDRESS = /^(?:https?:\/\/[^\s/.]|www\.)[^\s<>*`|\\[\]();]*[^\s<>*_~`|\\[\]()&?!.,:;'"]$/i

/** The address as it is, except for what would end it. */
const destination = (url: string): string => {
  const safe = url.replace(/[\s<>\\]/g, (sign) => encodeURIComponent(sign))
  const balanced = balance(safe) ? safe : safe.replaceAll('(', '%28').replaceAll(')', '%29')
  return balanced.replace(/&(?=#?\w+;)/g, '&amp;')
}

function balance(url: string): boolean {
  let depth = 0
  for (const sign of url) {
    if (sign === '(') depth++
    if (sign === ')' && --depth < 0) return false
  }
  return depth === 0
}

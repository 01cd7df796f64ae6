import type { PhrasingContent, PhrasingContentMap } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { joinLines } from './lines'

type Marked = PhrasingContentMap['emphasis' | 'strong' | 'delete']
const isMarked = (node: PhrasingContent | undefined): node is Marked =>
  node?.type === 'emphasis' || node?.type === 'strong' || node?.type === 'delete'

/**
 * Marks emphasis only where Markdown can: blanks at its ends go outside, and so does punctuation that touches a word on the
 * other side ("**Note:**text" would show its stars). Emphasis of nothing goes. The words stay as they are.
 */
export function settleEmphasis(children: readonly PhrasingContent[]): PhrasingContent[] {
  const settled: PhrasingContent[] = []
  const push = (node: PhrasingContent): void => {
    const last = settled.at(-1)
    if (node.type === 'text') {
      if (!node.value) return
      const value = joinLines(node.value)
      if (last?.type === 'text') last.value += value
      else settled.push({ ...node, value })
    } else if (isMarked(node) && last?.type === node.type)
      last.children = settleEmphasis([...last.children, ...node.children]) as typeof last.children
    else settled.push(node)
  }
  for (const [i, child] of children.entries()) {
    if (!isMarked(child)) {
      push(
        'children' in child
          ? ({ ...child, children: settleEmphasis(child.children) } as PhrasingContent)
          : child,
      )
      continue
    }
    const inner = settleEmphasis(child.children)
    const before = edgeOf(settled, 'last')
    const after = edgeOf(children.slice(i + 1, i + 3), 'first')
    const { leading, content, trailing } = fitted(inner, before, after)
    if (leading) push({ type: 'text', value: leading })
    if (content.length > 0 && canStand(content, leading || before, trailing || after))
      push({ ...child, children: content } as Marked)
    else content.forEach(push)
    if (trailing) push({ type: 'text', value: trailing })
  }
  return settled
}

/** Takes off the ends what must stand outside the marks. */
function fitted(inner: PhrasingContent[], before: string, after: string) {
  const content = [...inner]
  let leading = ''
  let trailing = ''
  const first = content[0]
  if (first?.type === 'text') {
    const outside = /^\s+/.exec(first.value)?.[0] ?? ''
    const rest = first.value.slice(outside.length)
    const touching = outside || !isWord(before) ? '' : (/^[\p{P}\p{S}]+/u.exec(rest)?.[0] ?? '')
    leading = outside + touching
    if (leading) content[0] = { ...first, value: first.value.slice(leading.length) }
  }
  const last = content.at(-1)
  if (last?.type === 'text') {
    const outside = /\s+$/.exec(last.value)?.[0] ?? ''
    const rest = last.value.slice(0, last.value.length - outside.length)
    const touching = outside || !isWord(after) ? '' : (/[\p{P}\p{S}]+$/u.exec(rest)?.[0] ?? '')
    trailing = touching + outside
    if (trailing)
      content[content.length - 1] = {
        ...last,
        value: last.value.slice(0, last.value.length - trailing.length),
      }
  }
  return { leading, content: content.filter((node) => node.type !== 'text' || node.value), trailing }
}

/** Marks that begin or end with other marks, a link or code cannot touch a word. */
function canStand(content: readonly PhrasingContent[], before: string, after: string): boolean {
  const [first, last] = [content[0], content.at(-1)]
  if (first?.type === 'break' || last?.type === 'break') return false
  return !(first?.type !== 'text' && isWord(before)) && !(last?.type !== 'text' && isWord(after))
}

function edgeOf(nodes: readonly PhrasingContent[], which: 'first' | 'last'): string {
  const node = which === 'first' ? nodes[0] : nodes.at(-1)
  if (!node || node.type === 'break') return ''
  if (node.type === 'text' || isMarked(node)) {
    const text = toString(node)
    return (which === 'first' ? text[0] : text.at(-1)) ?? ''
  }
  return node.type === 'inlineCode' ? '`' : which === 'first' ? '[' : ')'
}

/** What Markdown takes for a word: neither blank nor punctuation, a zero-width space included. */
const isWord = (text: string): boolean => /[^\s\p{P}\p{S}]$/u.test(text)

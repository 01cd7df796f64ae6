interface Node {
  text?: unknown
  children?: unknown
}

/** The words of an editor's state in reading order, without its formatting; blocks are apart. */
export const richTextWords = (state: unknown): string => {
  const root = (state as { root?: unknown } | null | undefined)?.root
  return root
    ? wordsIn(root as Node)
        .replaceAll(/\s+/g, ' ')
        .trim()
    : ''
}

const INLINE = new Set(['link', 'autolink', 'text', 'linebreak'])

const wordsIn = (node: Node & { type?: string }): string => {
  if (typeof node.text === 'string') return node.text
  const children = Array.isArray(node.children) ? (node.children as (Node & { type?: string })[]) : []
  return children
    .map((child) => (INLINE.has(child.type ?? '') ? wordsIn(child) : `${wordsIn(child)} `))
    .join('')
}

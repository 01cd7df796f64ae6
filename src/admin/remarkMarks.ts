import type { Parent, Root, RootContent, Text } from 'mdast'

/** A stretch of a Markdown text, by UTF-16 offsets into it. @param number what it is cited as; 0 for none. */
export interface Mark {
  start: number
  end: number
  number: number
}

/** Marks stretches of a text in its tree, wherever their words ended up: in list items, cells and links too. */
export const remarkMarks = (marks: readonly Mark[] = []) => {
  const ordered = marks.toSorted((a, b) => a.start - b.start)
  return (tree: Root): void => {
    if (!ordered.length) return
    const made: MarkNode[] = []
    markIn(tree, ordered, made)
    for (const { number } of ordered) {
      const own = made.filter((node) => node.data.hProperties.dataNumber === number)
      const [first, last] = [own[0], own.at(-1)]
      if (first) first.data.hProperties.dataFirst = 'true'
      if (last) last.data.hProperties.dataLast = 'true'
    }
  }
}

/** As remark-rehype reads it. */
interface MarkNode {
  type: 'vouchMark'
  data: {
    hName: 'mark'
    hProperties: { dataNumber: number; dataFirst?: 'true'; dataLast?: 'true' }
  }
  children: Text[]
}

const markIn = (parent: Parent, marks: readonly Mark[], made: MarkNode[]): void => {
  parent.children = parent.children.flatMap((child) => {
    if (child.type === 'text') return split(child, marks, made)
    if ('children' in child) markIn(child, marks, made)
    return [child]
  })
}

const split = (node: Text, marks: readonly Mark[], made: MarkNode[]): RootContent[] => {
  const from = node.position?.start.offset
  const to = node.position?.end.offset
  if (from === undefined || to === undefined) return [node]
  const hits = marks.filter(({ start, end }) => start < to && end > from)
  if (!hits.length) return [node]
  // Where an escape or an entity is shorter than its source, places within are not known: the whole of it is marked.
  const exact = node.value.length === to - from
  const pieces: RootContent[] = []
  let at = 0
  for (const { start, end, number } of hits) {
    const begin = exact ? Math.max(at, start - from) : at
    const finish = exact ? Math.min(node.value.length, end - from) : node.value.length
    if (finish <= begin) continue
    if (begin > at) pieces.push({ type: 'text', value: node.value.slice(at, begin) })
    const mark = markOf(node.value.slice(begin, finish), number)
    made.push(mark)
    pieces.push(mark as unknown as RootContent)
    at = finish
  }
  if (at < node.value.length) pieces.push({ type: 'text', value: node.value.slice(at) })
  return pieces
}

const markOf = (value: string, number: number): MarkNode => ({
  type: 'vouchMark',
  data: { hName: 'mark', hProperties: { dataNumber: number } },
  children: [{ type: 'text', value }],
})

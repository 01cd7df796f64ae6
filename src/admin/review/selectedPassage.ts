/** A passage of the text as W3C’s text quote selector keeps it. */
export interface SelectedPassage {
  exact: string
  prefix: string
  suffix: string
}

/** Characters of the surroundings that are kept, as W3C’s examples do. */
const CONTEXT = 32
/** What the API takes. */
const MOST = 2000

/**
 * The selected words of the new text: without what was removed, the numbers of comments and the addresses of links, and
 * with a comma between table cells, as texts are read elsewhere. Null when the selection has no such words.
 */
export const selectedPassage = (range: Range, text: Element): SelectedPassage | null => {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  let [all, start, end] = ['', -1, -1]
  let before: Element | null = null
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const cell = node.parentElement?.closest('[data-cell]')
    if (!cell || node.parentElement?.closest('[data-unquoted], del')) continue
    if (before && before !== cell) all += isSameRow(before, cell) ? ', ' : ' '
    before = cell
    if (range.intersectsNode(node)) {
      const from = range.startContainer === node ? range.startOffset : 0
      const to = range.endContainer === node ? range.endOffset : node.data.length
      if (from < to) {
        if (start < 0) start = all.length + from
        end = all.length + to
      }
    }
    all += node.data
  }
  const exact = spaced(all.slice(start, end)).slice(0, MOST)
  if (start < 0 || !exact) return null
  return {
    exact,
    prefix: spaced(all.slice(0, start)).slice(-CONTEXT),
    suffix: spaced(all.slice(end)).slice(0, CONTEXT),
  }
}

const isSameRow = (a: Element, b: Element): boolean => {
  const row = a.closest('tr')
  return row !== null && row === b.closest('tr')
}

const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

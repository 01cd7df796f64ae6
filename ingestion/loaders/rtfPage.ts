import { escapeHtml } from './xml'

export interface RtfParagraph {
  /** 1 to 6 for a heading, else null. */
  heading: number | null
  /** Whether the word processor set a bullet or a number before it, and which. */
  item: 'ul' | 'ol' | null
  inTable: boolean
}

export interface RtfPage {
  text: (words: string) => void
  endParagraph: (paragraph: RtfParagraph) => void
  /** A row's cells are about to be defined. */
  startRow: () => void
  /** One more cell of the row: `merged` with the one to its left or above. */
  defineCell: (merged: 'left' | 'above' | null) => void
  endCell: () => void
  endRow: () => void
  html: () => string
}

/** Collects paragraphs and rows of tables, in order, as HTML. */
export function rtfPage(): RtfPage {
  const blocks: { kind: 'table' | 'ul' | 'ol' | 'block'; html: string; rows: string[][] }[] = []
  let [words, cell] = ['', '']
  let cells: string[] = []
  let merges: ('left' | 'above' | null)[] = []
  const add = (kind: 'table' | 'ul' | 'ol' | 'block', html: string, row?: string[]) => {
    const last = blocks.at(-1)
    const block = last && last.kind === kind && kind !== 'block' ? last : { kind, html: '', rows: [] }
    if (block !== last) blocks.push(block)
    block.html += html
    if (row) block.rows.push(row)
  }
  const takeWords = () => {
    const taken = escapeHtml(words.trim()).replaceAll('\n', '<br>')
    words = ''
    return taken
  }
  return {
    text: (more) => void (words += more),
    endParagraph: ({ heading, item, inTable }) => {
      const text = takeWords()
      if (inTable) cell += text ? `<p>${text}</p>` : ''
      else if (!text) return
      else if (heading) add('block', `<h${heading}>${text}</h${heading}>\n`)
      else if (item) add(item, `<li>${text}</li>`)
      else add('block', `<p>${text}</p>\n`)
    },
    startRow: () => void (merges = []),
    defineCell: (merged) => void merges.push(merged),
    endCell: () => {
      cells.push(cell + takeWords())
      cell = ''
    },
    endRow: () => {
      const above = blocks.at(-1)?.kind === 'table' ? blocks.at(-1)?.rows.at(-1) : undefined
      const row = cells.map((text, i) =>
        merges[i] === 'above' ? (above?.[i] ?? '') : merges[i] === 'left' ? '' : text,
      )
      if (row.length) add('table', '', row)
      cells = []
    },
    html: () => blocks.map(toHtml).join('\n'),
  }
}

function toHtml({ kind, html, rows }: { kind: string; html: string; rows: string[][] }): string {
  if (kind === 'block') return html
  if (kind !== 'table') return `<${kind}>${html}</${kind}>`
  return `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
}

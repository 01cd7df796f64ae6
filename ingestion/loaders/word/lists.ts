/** A paragraph, a heading or a table, or an item of a list. */
export interface Block {
  html: string
  item?: {
    /** How deep, from 0. */
    level: number
    /** Its number; null for a mark, or a number that its text begins with. */
    ordinal: number | null
    /** What to write where a list of Markdown cannot count to it. */
    label?: string
  }
}

/** Blocks one after the other, items with their levels as lists within lists. */
export function blocksToHtml(blocks: Block[]): string {
  const open: { tag: 'ul' | 'ol'; level: number; ordinal: number | null }[] = []
  let html = ''
  const close = () => {
    html += `</li></${open.pop()?.tag}>`
  }
  for (const { html: text, item } of blocks) {
    const depth = item?.level ?? -1
    while ((open.at(-1)?.level ?? -1) > depth) close()
    if (!item) {
      html += `${text}\n`
      continue
    }
    const last = open.at(-1)?.level === item.level ? open.at(-1) : undefined
    // Two lists of Markdown that follow each other are one, which would go on counting.
    const jumps = last !== undefined && item.ordinal !== null && last.ordinal !== item.ordinal - 1
    const ordinal = jumps ? null : item.ordinal
    const tag = ordinal === null ? 'ul' : 'ol'
    if (last && last.tag !== tag) close()
    const same = open.at(-1)?.level === item.level ? open.at(-1) : undefined
    if (same) {
      html += '</li><li>'
      same.ordinal = ordinal
    } else {
      open.push({ tag, level: item.level, ordinal })
      html += `<${tag}${ordinal !== null && ordinal !== 1 ? ` start="${ordinal}"` : ''}><li>`
    }
    html += jumps && item.label ? `${item.label} ${text}` : text
  }
  while (open.length > 0) close()
  return html
}

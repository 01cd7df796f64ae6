import { escapeTags } from './text'

/** Rows of plain text as a Markdown table: the first row is the header, short rows are filled up. */
export function markdownTable([header = [], ...rows]: string[][]): string {
  const width = Math.max(header.length, ...rows.map((row) => row.length))
  const line = (cells: string[]) =>
    `| ${Array.from({ length: width }, (_, i) => escapeCell(cells[i])).join(' | ')} |`
  return [line(header), `|${' --- |'.repeat(width)}`, ...rows.map(line)].join('\n')
}

const escapeCell = (text = '') =>
  escapeTags(text)
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ')

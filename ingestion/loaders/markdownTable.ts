import { joinLines } from './tableShape'
import { escapeTags } from './text'

/** Rows of plain text as a Markdown table: the first row is the header, short rows are filled up. */
export function markdownTable([header = [], ...rows]: string[][]): string {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), header.length)
  const line = (cells: string[]) =>
    `| ${Array.from({ length: width }, (_, i) => escapeCell(cells[i])).join(' | ')} |`
  return [line(header), `|${' --- |'.repeat(width)}`, ...rows.map(line)].join('\n')
}

/** Signs that would end the cell, or turn figures ("2*3*4") into formatting. */
const escapeCell = (text = '') =>
  escapeTags(
    joinLines(text.replaceAll('\\', '\\\\').split('\n'))
      .replace(/\*(?=.*\*)|(?<=\*.*)\*/g, '\\*')
      .replace(/`(?=.*`)|(?<=`.*)`/g, '\\`'),
  ).replaceAll('|', '\\|')

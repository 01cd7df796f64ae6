/** Markdown to the words a customer reads: syntax out, text in, one line, single spaces. Idempotent on plain text. */
export const stripMarkdown = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => stripInline(tableCells(stripBlock(line))))
    .filter((line) => line !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

/** A table row's cells, stripped; null when the line is not a row. The separator row has no cells. */
export const cellsOf = (line: string): string[] | null => {
  const row = line.trim()
  if (!row.startsWith('|')) return null
  if (/^[|\s:-]+$/.test(row)) return []
  return row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => stripInline(cell.replaceAll('\\|', '|')).trim())
}

const stripBlock = (line: string): string =>
  line
    .replace(/^\s*(?:>\s?)+/, '')
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/, '')
    .replace(/^\s*(?:```|~~~).*$/, '')
    .replace(/^\s*(?:[-*_]\s*){3,}$/, '')

const tableCells = (line: string): string => {
  const cells = cellsOf(line)
  return cells ? cells.filter((cell) => cell !== '').join(', ') : line
}

/** What stands before and after these is not one word. */
const BREAKING_TAG = /<\/?(?:br|p|div|h[1-6]|[uod]l|li|d[td]|table|t[dhr])\b[^>]*>/gi

const stripInline = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\((?:[^()\s]|\([^)]*\))*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/<(https?:[^>\s]+|[^@\s>]+@[^>\s]+)>/g, '$1')
    .replace(BREAKING_TAG, ' ')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_])_(?=[^\s_])([^_]+?)(?<=\S)_(?![\w_])/g, '$1')
    .replace(/~~(.+?)~~/g, '$1')
    .replace(/`+([^`]+)`+/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1')
    .trim()

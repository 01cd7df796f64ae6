/** Several lines of one cell on one: items of a list are parted by semicolons, other lines by a space. */
export function joinLines(lines: string[]): string {
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .reduce((text, line) => {
      const item = line.replace(BULLET, '')
      const isItem = item !== line || NUMBERED.test(line)
      if (!text) return item
      return `${text}${isItem ? separator(text) : ' '}${item}`
    }, '')
}

/** Items of a list in a cell, on one line. */
export const joinItems = (items: string[]): string =>
  items
    .map((item) => item.trim())
    .filter(Boolean)
    .reduce((text, item) => (text ? `${text}${separator(text)}${item}` : item), '')

/** After a lead-in or a sentence no other sign is needed. */
const separator = (text: string) => (/[.:;,!?…]["'”’)\]]?$/.test(text) ? ' ' : '; ')

const BULLET = /^[•●▪■◦○‣⁃∙\uF0B7–—*-]\s+(?=\S)/
const NUMBERED = /^(\d{1,2}|[a-z])[.)]\s+\S/i

/** Names of columns that stand in several rows, each said once: "Europe – up to 5 kg". */
export function joinHeaders(rows: string[][]): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, column) => {
    const names = rows.map((row) => (row[column] ?? '').trim()).filter(Boolean)
    return names.filter((name, i) => names.indexOf(name) === i).join(' – ')
  })
}

/** Whether a name spans columns or rows of the head: merged cells are repeated. */
export function isSpanned(first: string[], second: string[]): boolean {
  return first.some((name, i) => name !== '' && (name === first[i + 1] || name === second[i]))
}

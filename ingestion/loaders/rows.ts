export interface TableRow {
  cells: string[]
  /** Where it stands in its file, for errors. */
  line: number
}

/** A header names things: no numbers, no dates, no sentences, nothing twice. */
export function isHeader(cells: string[]): boolean {
  const named = cells.filter((cell) => cell !== '')
  const isData = (cell: string) => /^[\d.,:%€$£/+\- ]+$/.test(cell) || /[.?!]$/.test(cell) || cell.length > 80
  return named.length > 0 && !named.some(isData) && new Set(named).size === named.length
}

/** Whether a row says anything. */
export const isFilled = ({ cells }: TableRow): boolean => cells.some((cell) => cell.trim() !== '')

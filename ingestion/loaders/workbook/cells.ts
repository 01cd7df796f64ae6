/** A range of a sheet, counted from 1, both ends included. */
export interface CellRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** A cell as the file holds it. */
export interface RawCell {
  /** The `t` of the schema: `s`, `str`, `inlineStr`, `b`, `e`, `d` or `n`. */
  type: string
  value: string
  /** Which of the workbook's cell formats. */
  style: number
}

/** A sheet as the file holds it: only cells with something in them, however far apart they stand. */
export interface RawSheet {
  rows: Map<number, Map<number, RawCell>>
  merges: CellRange[]
  hiddenRows: Set<number>
  /** From and to, both included. */
  hiddenColumns: [from: number, to: number][]
}

export const MAX_ROW = 1_048_576
export const MAX_COLUMN = 16_384

/** "BC12" as its column and row; null when it is no address. */
export function addressOf(text: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text.trim()) ?? []
  if (!letters || !digits) return null
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  const row = Number(digits)
  return row >= 1 && row <= MAX_ROW && column <= MAX_COLUMN ? { row, column } : null
}

/** "A1:C4" as a range; null when it is none. */
export function rangeOf(text: string): CellRange | null {
  const [from, to = from] = text.split(':').map(addressOf)
  if (!from || !to) return null
  const [top, bottom] = [from.row, to.row].toSorted((a, b) => a - b) as [number, number]
  const [left, right] = [from.column, to.column].toSorted((a, b) => a - b) as [number, number]
  return { top, left, bottom, right }
}

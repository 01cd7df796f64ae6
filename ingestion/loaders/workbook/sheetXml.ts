import { LoadError } from '../../../src/errors'
import { addressOf, MAX_COLUMN, MAX_ROW, rangeOf, type RawCell, type RawSheet } from './cells'
import { richTextReader } from './sharedStrings'
import { readSax } from './sax'

/** Cells with something in them; formats, drop-downs and empty cells count for nothing. */
export const MAX_CELLS = 200_000
const MAX_MERGES = 100_000

/** Reads a sheet's part. @throws LoadError when it holds more than is read. */
export async function readSheetXml(xml: string, signal: AbortSignal): Promise<RawSheet> {
  const reader = new SheetReader()
  await readSax(xml, reader, signal)
  return reader.sheet
}

class SheetReader {
  readonly sheet: RawSheet = { rows: new Map(), merges: [], hiddenRows: new Set(), hiddenColumns: [] }
  #cells = 0
  #row = 0
  #column = 0
  #cell: RawCell | null = null
  #inValue = false
  #inline = richTextReader()

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') this.#openRow(attributes)
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'v') this.#inValue = this.#cell !== null
    else if (name === 'col') this.#hide(attributes)
    else if (name === 'mergeCell') this.#merge(attributes['ref'] ?? '')
    else if (this.#cell) this.#inline.open(name, attributes)
  }

  text(text: string): void {
    if (this.#inValue && this.#cell) this.#cell.value += text
    else if (this.#cell) this.#inline.text(text)
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false
    else if (name === 'c') this.#closeCell()
    else if (this.#cell) this.#inline.close(name)
  }

  /** A row or a cell without an address follows the one before it. */
  #openRow(attributes: Record<string, string>): void {
    const said = Number(attributes['r'])
    this.#row = Number.isInteger(said) && said >= 1 && said <= MAX_ROW ? said : this.#row + 1
    this.#column = 0
    if (isTrue(attributes['hidden']) || attributes['ht'] === '0') this.sheet.hiddenRows.add(this.#row)
  }

  #openCell({ r = '', t = 'n', s = '0' }: Record<string, string>): void {
    const at = addressOf(r)
    this.#column = at?.column ?? this.#column + 1
    if (at) this.#row = at.row
    this.#cell = { type: t, value: '', style: Number(s) || 0 }
    this.#inline.start()
  }

  #closeCell(): void {
    const cell = this.#cell
    this.#cell = null
    if (!cell) return
    if (cell.type === 'inlineStr') cell.value = this.#inline.finish() || cell.value
    if (cell.value.trim() === '') return
    if (++this.#cells > MAX_CELLS)
      throw new LoadError(
        `The sheet has more than ${MAX_CELLS.toLocaleString('en')} cells with something in them, and no more are read. Split it, or delete what nobody asks about.`,
      )
    const row = this.sheet.rows.get(this.#row) ?? new Map<number, RawCell>()
    row.set(this.#column, cell)
    this.sheet.rows.set(this.#row, row)
  }

  #hide({ min, max, hidden, width }: Record<string, string>): void {
    const [from, to] = [Number(min), Math.min(Number(max), MAX_COLUMN)]
    if (from >= 1 && to >= from && (isTrue(hidden) || width === '0'))
      this.sheet.hiddenColumns.push([from, to])
  }

  #merge(ref: string): void {
    const range = rangeOf(ref)
    if (range && this.sheet.merges.length < MAX_MERGES) this.sheet.merges.push(range)
  }
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true'

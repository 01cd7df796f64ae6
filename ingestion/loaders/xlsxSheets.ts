import ExcelJS from 'exceljs'
import { LoadError } from '../../src/errors'
import type { TableRow } from './rows'
import { cellText } from './xlsxCell'

export interface Sheet {
  name: string
  /** From the first row to the last with anything in it, blank ones too. `line` is the row's number. */
  rows: TableRow[]
}

const MAX_CELLS = 200_000

/** The visible sheets, rows and columns of a workbook, as text. @throws LoadError when it is damaged or too large. */
export async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  const workbook = await open(bytes)
  const visible = workbook.worksheets.filter(({ state }) => state === 'visible')
  const cells = visible.reduce((sum, sheet) => sum + sheet.rowCount * sheet.columnCount, 0)
  if (cells > MAX_CELLS) {
    throw new LoadError(
      `The workbook has ${cells.toLocaleString('en')} cells, and at most ${MAX_CELLS.toLocaleString('en')} are read. Split it, or delete what nobody asks about.`,
    )
  }
  return visible.map((sheet) => ({ name: sheet.name.trim(), rows: rowsOf(sheet) }))
}

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer)
    return workbook
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new LoadError(
      `The workbook is damaged and cannot be read (${reason}). Open it in Excel and save it again.`,
    )
  }
}

function rowsOf(sheet: ExcelJS.Worksheet): TableRow[] {
  const columns = Array.from({ length: sheet.columnCount }, (_, i) => i + 1).filter(
    (column) => !sheet.getColumn(column).hidden,
  )
  const rows: TableRow[] = []
  for (let line = 1; line <= sheet.rowCount; line++) {
    const row = sheet.getRow(line)
    if (!row.hidden) rows.push({ cells: columns.map((column) => seen(row.getCell(column))), line })
  }
  return rows
}

/** A cell merged over rows is repeated in each, so that a row read alone says all it says; over columns it stands once. */
function seen(cell: ExcelJS.Cell): string {
  const { master } = cell
  return master.col === cell.col ? cellText(master) : ''
}

import { createDots } from '../../src/retrieval/stores/embedded.dot.mjs'

/** The root of a symmetric positive matrix: lower half, row after row. */
export interface Root {
  size: number
  at(row: number, column: number): number
}

/** Columns that are worked on at a time; a multiple of the dot products’ lanes. */
const PANEL = 128
const FLOAT_BYTES = 4
const STRIDE = PANEL * FLOAT_BYTES

/**
 * The Cholesky root of a matrix, panel after panel of its columns (Golub and Van Loan, "Matrix Computations", 4.2), with the
 * dot products of the vector search: some thousand rows take seconds.
 * @param rowOf the lower half of a row of the matrix.
 */
export function choleskyRoot(size: number, rowOf: (row: number) => ArrayLike<number>): Root {
  const panels = Math.ceil(size / PANEL)
  const [list, out] = [0, size * FLOAT_BYTES]
  const base = Math.ceil((out + STRIDE) / STRIDE) * STRIDE
  const { dots, memory } = createDots(base + panels * size * STRIDE)
  const floats = new Float32Array(memory.buffer)
  const numbers = new Uint32Array(memory.buffer)
  for (let i = 0; i < size; i++) numbers[list / FLOAT_BYTES + i] = i
  const panelAt = (panel: number) => base + panel * size * STRIDE
  const placeOf = (panel: number, row: number) => (panelAt(panel) + row * STRIDE) / FLOAT_BYTES
  const rows = Array.from({ length: size }, (_, i) => Float32Array.from(rowOf(i)))
  const left = new Float64Array(PANEL)
  for (let panel = 0; panel < panels; panel++) {
    const first = panel * PANEL
    const columns = Math.min(PANEL, size - first)
    for (let row = first; row < size; row++) {
      for (let c = 0; c < columns; c++) left[c] = rows[row]![first + c] ?? 0
      for (let before = 0; before < panel; before++) {
        const query = placeOf(before, row) * FLOAT_BYTES
        dots(query, panelAt(before), STRIDE, list + first * FLOAT_BYTES, columns, out)
        for (let c = 0; c < columns; c++) left[c]! -= floats[out / FLOAT_BYTES + c]!
      }
      finishRow({
        floats,
        left,
        own: placeOf(panel, row),
        top: placeOf(panel, first),
        row: row - first,
        columns,
      })
    }
  }
  return {
    size,
    at: (row, column) => floats[placeOf(Math.floor(column / PANEL), row) + (column % PANEL)]!,
  }
}

/** What is left of a row within its panel, by the rows of the panel’s own square above it. */
function finishRow(o: {
  floats: Float32Array
  left: Float64Array
  /** Where the row and the first row of the square stand. */
  own: number
  top: number
  /** Of the row, counted from the first of the square. */
  row: number
  columns: number
}): void {
  const { floats, left, own, top, row, columns } = o
  const last = Math.min(row, columns - 1)
  for (let c = 0; c <= last; c++) {
    const other = top + c * PANEL
    let value = left[c]!
    for (let k = 0; k < c; k++) value -= left[k]! * floats[other + k]!
    left[c] = c === row ? Math.sqrt(value) : value / floats[other + c]!
    floats[own + c] = left[c]!
  }
}

/** Solves for several right-hand sides at once. @param sides of each row, side after side. */
export function solveWith({ size, at }: Root, sides: ArrayLike<number>, count: number): Float64Array {
  const found = Float64Array.from(sides)
  const subtract = (to: number, from: number, times: number) => {
    for (let k = 0; k < count; k++) found[to * count + k]! -= times * found[from * count + k]!
  }
  const divide = (row: number) => {
    const by = at(row, row)
    for (let k = 0; k < count; k++) found[row * count + k]! /= by
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) subtract(i, j, at(i, j))
    divide(i)
  }
  for (let i = size - 1; i >= 0; i--) {
    divide(i)
    for (let j = 0; j < i; j++) subtract(j, i, at(i, j))
  }
  return found
}

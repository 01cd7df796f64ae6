// @ts-check
/**
 * Dot products in WebAssembly SIMD, several times as fast as plain JavaScript (docs/benchmarks.md). The
 * module is so small that it is assembled here, instruction by instruction, from what stands in its comments; the codes
 * are those of https://webassembly.github.io/spec/core/appendix/index-instructions.html
 */

/** Floats of a row are a multiple of these, zeros at the end. */
export const LANES = 16
const PAGE_BYTES = 65_536

const [QUERY, ROWS, STRIDE, LIST, COUNT, OUT, PLACE, ROW] = [0, 1, 2, 3, 4, 5, 6, 7]
const SUMS = [8, 9, 10, 11]
const [I32, V128] = [0x7f, 0x7b]

const get = (/** @type {number} */ local) => [0x20, local]
const set = (/** @type {number} */ local) => [0x21, local]
/** @param {number} value from 0 to 8,191: a signed LEB128 of two bytes */
const int = (value) => [0x41, (value & 0x7f) | 0x80, value >> 7]
const ADD = [0x6a]
const SUBTRACT = [0x6b]
const MULTIPLY = [0x6c]
const LESS = [0x49]
const LOAD = [0x28, 2, 0]
const STORE_FLOAT = [0x38, 2, 0]
const ADD_FLOATS = [0x92]
const NO_FLOATS = [0xfd, 0x0c, ...Array.from({ length: 16 }, () => 0)]
const loadFloats = (/** @type {number} */ offset) => [0xfd, 0x00, 4, offset]
const ADD_EACH = [0xfd, 0xe4, 0x01]
const MULTIPLY_EACH = [0xfd, 0xe6, 0x01]
const lane = (/** @type {number} */ i) => [0xfd, 0x1f, i]
const LOOP = [0x03, 0x40]
const AGAIN_IF = [0x0d, 0]
const END = [0x0b]
/**
 * @param {number} local
 * @param {number} by
 */
const advance = (local, by) => [get(local), int(by), ADD, set(local)].flat()
const [A, B, C, D] = /** @type {[number, number, number, number]} */ (SUMS)

/** For each of COUNT > 0 row numbers at LIST: OUT = the dot product of QUERY and that row. A line is a statement. */
const BODY = [
  [LOOP],
  // ROW = ROWS + STRIDE * *LIST; PLACE = QUERY; each sum = 0
  [get(LIST), LOAD, get(STRIDE), MULTIPLY, get(ROWS), ADD, set(ROW)],
  [get(QUERY), set(PLACE)],
  SUMS.flatMap((sum) => [NO_FLOATS, set(sum)]),
  [LOOP],
  // Four floats for each of the four sums, so that they do not wait for one another.
  SUMS.flatMap((sum, i) =>
    [
      [get(PLACE), loadFloats(i * 16), get(ROW), loadFloats(i * 16), MULTIPLY_EACH],
      [get(sum), ADD_EACH, set(sum)],
    ].flat(),
  ),
  [advance(PLACE, 64), advance(ROW, 64)],
  // again while PLACE < QUERY + STRIDE
  [get(PLACE), get(QUERY), get(STRIDE), ADD, LESS, AGAIN_IF, END],
  // A = (A + B) + (C + D); *OUT = the sum of its lanes
  [get(A), get(B), ADD_EACH, get(C), get(D), ADD_EACH, ADD_EACH, set(A)],
  [get(OUT), get(A), lane(0), get(A), lane(1), ADD_FLOATS, get(A), lane(2), ADD_FLOATS],
  [get(A), lane(3), ADD_FLOATS, STORE_FLOAT],
  [advance(LIST, 4), advance(OUT, 4)],
  // again while --COUNT
  [get(COUNT), int(1), SUBTRACT, set(COUNT), get(COUNT), AGAIN_IF, END],
  [END],
].flat(2)

/** @param {number} value */
const length = (value) => [(value & 0x7f) | 0x80, value >> 7]
/**
 * @param {number} id
 * @param {number[]} bytes
 */
const section = (id, bytes) => [id, ...length(bytes.length), ...bytes]
const name = (/** @type {string} */ text) => [text.length, ...Buffer.from(text)]

const CODE = [2, 2, I32, 4, V128, ...BODY]
const MODULE = new Uint8Array([
  ...Buffer.from('\0asm\x01\0\0\0'),
  // one type: six integers in, nothing out
  ...section(1, [1, 0x60, 6, I32, I32, I32, I32, I32, I32, 0]),
  // the memory is given, of one page at least
  ...section(2, [1, ...name('js'), ...name('memory'), 2, 0, 1]),
  // one function of that type, exported as `dots`
  ...section(3, [1, 0]),
  ...section(7, [1, ...name('dots'), 0, 0]),
  ...section(10, [1, ...length(CODE.length), ...CODE]),
])
const compiled = new WebAssembly.Module(MODULE)

/**
 * Writes, for each of `count` > 0 row numbers (u32) at `list`, the dot product (f32) of the row and the query to `out`.
 * All are addresses in bytes; `stride` is the bytes of a row.
 * @typedef {(query: number, rows: number, stride: number, list: number, count: number, out: number) => void} Dots
 */

/** A memory of `bytes` and its dot products. */
export function createDots(/** @type {number} */ bytes) {
  const memory = new WebAssembly.Memory({ initial: pagesOf(bytes) })
  const { exports } = new WebAssembly.Instance(compiled, { js: { memory } })
  return {
    dots: /** @type {Dots} */ (exports['dots']),
    memory,
    /** Makes room; what was there stays, but views of the buffer must be made anew. */
    grow(/** @type {number} */ needed) {
      const missing = pagesOf(needed) - memory.buffer.byteLength / PAGE_BYTES
      if (missing > 0) memory.grow(missing)
    },
  }
}

const pagesOf = (/** @type {number} */ bytes) => Math.ceil(bytes / PAGE_BYTES)

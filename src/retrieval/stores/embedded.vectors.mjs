// @ts-check
/** The vectors of one index version, flat in memory with what the filter needs, searched exactly. */

import { createDots, LANES } from './embedded.dot.mjs'

/** @typedef {{ id: string, contentHash: string, score: number }} Candidate */

const GROWTH = 1.3
const FIRST_ROWS = 1_024
/** Rows that are compared at a time. */
const BLOCK = 4_096
const FLOAT_BYTES = 4

/** @param {number} dimensions */
export function createVectorCache(dimensions) {
  const lanes = Math.ceil(dimensions / LANES) * LANES
  const stride = lanes * FLOAT_BYTES
  // The question, the numbers of the rows to compare it with, their scores; then the rows, of which there may be more.
  const [list, out, rows] = [stride, stride + BLOCK * FLOAT_BYTES, stride + 2 * BLOCK * FLOAT_BYTES]
  let capacity = FIRST_ROWS
  let size = 0
  const { dots, memory, grow: growMemory } = createDots(rows + capacity * stride)
  let floats = new Float32Array(memory.buffer)
  let numbers = new Uint32Array(memory.buffer)
  let from = new Float64Array(capacity)
  let to = new Float64Array(capacity)
  let audiences = new Uint8Array(capacity)
  /** @type {string[]} */
  const ids = []
  /** @type {string[]} */
  const hashes = []
  /** @type {Map<string, number>} */
  const slots = new Map()
  /** Audiences as numbers, in the order in which they were met. @type {Map<string, number>} */
  const codes = new Map()

  function grow() {
    capacity = Math.ceil(capacity * GROWTH)
    growMemory(rows + capacity * stride)
    floats = new Float32Array(memory.buffer)
    numbers = new Uint32Array(memory.buffer)
    const [oldFrom, oldTo, oldAudiences] = [from, to, audiences]
    from = new Float64Array(capacity)
    from.set(oldFrom)
    to = new Float64Array(capacity)
    to.set(oldTo)
    audiences = new Uint8Array(capacity)
    audiences.set(oldAudiences)
  }

  const placeOf = (/** @type {number} */ slot) => (rows + slot * stride) / FLOAT_BYTES

  const codeOf = (/** @type {string} */ audience) => {
    const code = codes.get(audience) ?? codes.size
    codes.set(audience, code)
    return code
  }

  const cache = {
    /** The version's generation up to which this cache has read. */
    generation: 0,

    /** @param {import('@libsql/client').Row} row of the points table */
    set(row) {
      const id = String(row['id'])
      const blob = /** @type {ArrayBuffer | null} */ (row['vector'])
      if (!blob) return cache.remove(id)
      const slot = slots.get(id) ?? size++
      if (size > capacity) grow()
      slots.set(id, slot)
      ids[slot] = id
      hashes[slot] = String(row['hash'])
      audiences[slot] = codeOf(String(row['audience']))
      from[slot] = Number(row['valid_from'])
      to[slot] = row['valid_to'] === null ? Infinity : Number(row['valid_to'])
      floats.set(new Float32Array(blob), placeOf(slot))
    },

    /** @param {string} id */
    remove(id) {
      const slot = slots.get(id)
      if (slot === undefined) return
      const last = --size
      slots.delete(id)
      if (slot !== last) {
        for (const column of [ids, hashes]) column[slot] = /** @type {string} */ (column[last])
        for (const column of [from, to, audiences]) column[slot] = /** @type {number} */ (column[last])
        floats.copyWithin(placeOf(slot), placeOf(last), placeOf(last + 1))
        slots.set(/** @type {string} */ (ids[slot]), slot)
      }
      for (const column of [ids, hashes]) column.length = last
    },

    /**
     * The rows in force and addressed to one of the audiences that are nearest by dot product, best first.
     * @param {{ dense: Float32Array, audiences: string[], at: number, limit: number }} query
     * @returns {Candidate[]}
     */
    nearest({ dense, audiences: allowed, at, limit }) {
      const wanted = new Uint8Array(codes.size)
      for (const audience of allowed) {
        const code = codes.get(audience)
        if (code !== undefined) wanted[code] = 1
      }
      floats.set(dense)
      /** @type {{ slot: number, score: number }[]} */
      const best = []
      const compare = (/** @type {number} */ count) => {
        if (count > 0) dots(0, rows, stride, list, count, out)
        for (let i = 0; i < count; i++) {
          const slot = /** @type {number} */ (numbers[list / FLOAT_BYTES + i])
          offer(best, { slot, score: /** @type {number} */ (floats[out / FLOAT_BYTES + i]) }, limit, ids)
        }
      }
      let count = 0
      for (let slot = 0; slot < size; slot++) {
        const inForce = /** @type {number} */ (from[slot]) <= at && at < /** @type {number} */ (to[slot])
        if (!inForce || !wanted[/** @type {number} */ (audiences[slot])]) continue
        numbers[list / FLOAT_BYTES + count++] = slot
        if (count === BLOCK) {
          compare(count)
          count = 0
        }
      }
      compare(count)
      return best.map(({ slot, score }) => ({
        id: /** @type {string} */ (ids[slot]),
        contentHash: /** @type {string} */ (hashes[slot]),
        score,
      }))
    },
  }
  return cache
}

/**
 * Keeps the best `limit` in order, ties by id.
 * @param {{ slot: number, score: number }[]} best
 * @param {{ slot: number, score: number }} row
 * @param {number} limit
 * @param {string[]} ids
 */
function offer(best, row, limit, ids) {
  const last = best[limit - 1]
  if (limit < 1 || (last && !isBefore(row, last, ids))) return
  let low = 0
  for (let high = best.length; low < high;) {
    const middle = (low + high) >> 1
    if (isBefore(row, /** @type {{ slot: number, score: number }} */ (best[middle]), ids)) high = middle
    else low = middle + 1
  }
  best.splice(low, 0, row)
  if (best.length > limit) best.pop()
}

/**
 * @param {{ slot: number, score: number }} a
 * @param {{ slot: number, score: number }} b
 * @param {string[]} ids
 */
const isBefore = (a, b, ids) =>
  a.score > b.score ||
  (a.score === b.score && /** @type {string} */ (ids[a.slot]) < /** @type {string} */ (ids[b.slot]))

// @ts-check
/** The vectors of one index version, flat in memory with what the filter needs, searched exactly. */

/** @typedef {{ id: string, contentHash: string, score: number }} Candidate */

const GROWTH = 1.3
const FIRST_ROWS = 1_024

/** @param {number} dimensions */
export function createVectorCache(dimensions) {
  let capacity = FIRST_ROWS
  let size = 0
  let vectors = new Float32Array(capacity * dimensions)
  let from = new Float64Array(capacity)
  let to = new Float64Array(capacity)
  /** @type {string[]} */
  const ids = []
  /** @type {string[]} */
  const hashes = []
  /** @type {string[]} */
  const audiences = []
  /** @type {Map<string, number>} */
  const slots = new Map()

  function grow() {
    capacity = Math.ceil(capacity * GROWTH)
    const [oldVectors, oldFrom, oldTo] = [vectors, from, to]
    vectors = new Float32Array(capacity * dimensions)
    vectors.set(oldVectors)
    from = new Float64Array(capacity)
    from.set(oldFrom)
    to = new Float64Array(capacity)
    to.set(oldTo)
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
      audiences[slot] = String(row['audience'])
      from[slot] = Number(row['valid_from'])
      to[slot] = row['valid_to'] === null ? Infinity : Number(row['valid_to'])
      vectors.set(new Float32Array(blob), slot * dimensions)
    },

    /** @param {string} id */
    remove(id) {
      const slot = slots.get(id)
      if (slot === undefined) return
      const last = --size
      slots.delete(id)
      if (slot !== last) {
        for (const column of [ids, hashes, audiences]) column[slot] = /** @type {string} */ (column[last])
        for (const column of [from, to]) column[slot] = /** @type {number} */ (column[last])
        vectors.copyWithin(slot * dimensions, last * dimensions, (last + 1) * dimensions)
        slots.set(/** @type {string} */ (ids[slot]), slot)
      }
      for (const column of [ids, hashes, audiences]) column.length = last
    },

    /**
     * The rows in force and addressed to one of the audiences that are nearest by dot product, best first.
     * @param {{ dense: Float32Array, audiences: string[], at: number, limit: number }} query
     * @returns {Candidate[]}
     */
    nearest({ dense, audiences: allowed, at, limit }) {
      const wanted = new Set(allowed)
      /** @type {{ slot: number, score: number }[]} */
      const best = []
      for (let slot = 0; slot < size; slot++) {
        const inForce = /** @type {number} */ (from[slot]) <= at && at < /** @type {number} */ (to[slot])
        if (!inForce || !wanted.has(/** @type {string} */ (audiences[slot]))) continue
        offer(best, { slot, score: dot(dense, vectors, slot * dimensions) }, limit, ids)
      }
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
 * @param {Float32Array} query
 * @param {Float32Array} rows
 * @param {number} offset
 */
function dot(query, rows, offset) {
  // Four sums keep the processor's pipeline full: twice as fast as one. Indices are in range, hence the casts.
  let [a, b, c, d] = [0, 0, 0, 0]
  const q = /** @type {number[]} */ (/** @type {unknown} */ (query))
  const r = /** @type {number[]} */ (/** @type {unknown} */ (rows))
  const whole = query.length - (query.length % 4)
  let i = 0
  for (; i < whole; i += 4) {
    a += at(q, i) * at(r, offset + i)
    b += at(q, i + 1) * at(r, offset + i + 1)
    c += at(q, i + 2) * at(r, offset + i + 2)
    d += at(q, i + 3) * at(r, offset + i + 3)
  }
  for (; i < query.length; i++) a += at(q, i) * at(r, offset + i)
  return a + b + c + d
}

/**
 * @param {number[]} numbers
 * @param {number} i
 */
const at = (numbers, i) => /** @type {number} */ (numbers[i])

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

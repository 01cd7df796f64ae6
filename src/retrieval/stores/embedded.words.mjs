// @ts-check
/** What the words leg of one index version holds, as one digest a row: the index keeps no text to compare with. */

/**
 * @typedef {import('../connections.mjs').Run} Run
 * @typedef {Map<number, { a: number, b: number, count: number }>} WordDigests by the row's number
 */

/** Occurrences read at once. */
const PAGE = 50_000

/**
 * Reads every occurrence of every term once, in the order in which the index keeps them: two passes over the index
 * instead of a search for each row (10 ms each among 20,000).
 * @param {Run} read
 * @param {number} n the version's number
 */
export async function readWordDigests(read, n) {
  /** @type {WordDigests} */
  const digests = new Map()
  await read(`create virtual table if not exists temp.terms_${n} using fts5vocab(main, words_${n}, row)`)
  await read(`create virtual table if not exists temp.uses_${n} using fts5vocab(main, words_${n}, instance)`)
  const { rows: terms } = await read(`select term, cnt from temp.terms_${n}`)
  for (let i = 0; i < terms.length;) {
    const first = String(terms[i]?.['term'])
    let last = first
    for (let uses = 0; i < terms.length && uses < PAGE; i++) {
      last = String(terms[i]?.['term'])
      uses += Number(terms[i]?.['cnt'])
    }
    const { rows } = await read({
      sql: `select term, doc, offset from temp.uses_${n} where term >= ? and term <= ?`,
      args: [first, last],
    })
    for (const row of rows) add(digests, Number(row['doc']), String(row['term']), Number(row['offset']))
  }
  return digests
}

/**
 * Whether the row holds exactly these terms in this order.
 * @param {WordDigests} digests
 * @param {number} row
 * @param {string[]} terms
 */
export function holdsExactly(digests, row, terms) {
  /** @type {WordDigests} */
  const wanted = new Map()
  for (const [offset, term] of terms.entries()) add(wanted, row, term, offset)
  const [held, expected] = [digests.get(row), wanted.get(row)]
  return held?.a === expected?.a && held?.b === expected?.b && held?.count === expected?.count
}

/**
 * A sum, so that the order in which occurrences come does not matter; their places are in it.
 * @param {WordDigests} digests
 * @param {number} row
 * @param {string} term
 * @param {number} offset
 */
function add(digests, row, term, offset) {
  let digest = digests.get(row)
  if (!digest) digests.set(row, (digest = { a: 0, b: 0, count: 0 }))
  // As in cyrb53 (bryc): two 32-bit lanes over the UTF-16 units.
  let a = 0xdeadbeef ^ offset
  let b = 0x41c6ce57 ^ offset
  for (let i = 0; i < term.length; i++) {
    const unit = term.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  digest.a = (digest.a + Math.imul(a ^ (b >>> 15), 2246822507)) | 0
  digest.b = (digest.b + Math.imul(b ^ (a >>> 13), 3266489909)) | 0
  digest.count++
}

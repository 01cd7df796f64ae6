// @ts-check
/**
 * The terms of one index version's words leg in memory: a look-up in FTS5 takes 0.1 ms, and a slip needs hundreds. They
 * are those of every text: which of them an asker may know is asked of what they may see (embedded.visible.mjs).
 */

import { setTimeout as sleep } from 'node:timers/promises'

/** @typedef {{ term: string, chunks: number }} KnownTerm */

/** Terms read at once; searches go between. */
const PAGE = 2_000
/** How long a question waits for the first reading, in ms; a large index is read on while it goes without. */
const FIRST_WAIT_MS = 500
/** Reading anew takes at most this share of the thread's time, however often the index changes. */
const SHARE = 0.05

/**
 * Read with the first question, and anew in the background when the index has changed: until then it answers as it was.
 * @param {import('../connections.mjs').Run} read
 * @param {number} n the version's number
 */
export function createVocabulary(read, n) {
  /** @type {Map<string, number>} */
  let terms = new Map()
  /** @type {Promise<void> | null} */
  let first = null
  let [generation, reading, notBefore] = [-1, false, 0]

  /** @param {number} at the generation that is read, or an older one */
  const readAll = async (at) => {
    const started = Date.now()
    reading = true
    try {
      const fresh = new Map()
      await read(`create virtual table if not exists temp.terms_${n} using fts5vocab(main, words_${n}, row)`)
      for (let after = '', page; !page || page.rows.length === PAGE;) {
        page = await read({
          sql: `select term, doc from temp.terms_${n} where term > ? limit ${PAGE}`,
          args: [after],
        })
        for (const row of page.rows) fresh.set(String(row['term']), Number(row['doc']))
        after = String(page.rows.at(-1)?.['term'])
        await new Promise((resolve) => setImmediate(resolve))
      }
      terms = fresh
      generation = at
    } finally {
      reading = false
      notBefore = Date.now() + (Date.now() - started) / SHARE
    }
  }

  return {
    /**
     * Those of the terms that the index holds, or those that begin so.
     * @param {{ among?: string[], prefix?: string, length?: [number, number] }} wanted `length`: the least and the most
     * @param {number} current the index's generation
     * @returns {Promise<KnownTerm[]>}
     */
    async find({ among, prefix, length }, current) {
      first ??= readAll(current)
      const firstReading = first.catch((error) => {
        first = null
        throw error
      })
      await Promise.race([firstReading, sleep(FIRST_WAIT_MS, undefined, { ref: false })])
      // What fails is tried again later; the terms of before are better than none.
      if (generation < current && !reading && Date.now() >= notBefore) readAll(current).catch(() => {})
      const [least, most] = length ?? [0, Infinity]
      const found =
        among ??
        [...terms.keys()].filter(
          (term) => term.startsWith(prefix ?? '') && term.length >= least && term.length <= most,
        )
      return found.flatMap((term) => {
        const chunks = terms.get(term)
        return chunks === undefined ? [] : [{ term, chunks }]
      })
    },
  }
}

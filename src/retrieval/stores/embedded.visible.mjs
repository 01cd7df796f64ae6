// @ts-check
/**
 * What one asker may see of an index version: the chunks for their audiences that are in force at an instant, and how
 * many of them hold a term, how long they are, and their languages. Scores and spelling rest on these alone, so that no score
 * and no mended word tells of a text that is hidden from the asker.
 */

/**
 * @typedef {import('../connections.mjs').Run} Run
 * @typedef {{ audiences: string[], at: number }} Asker
 * @typedef {{ table: string, key: string, generation: number, from: number, to: number, size: number, mean: number,
 *   locales: string[], counts: Map<string, number> }} Visible `mean`: of the lengths in terms
 * @typedef {{ rarity: number, rarityOfAll: number, meanOfAll: number }} Weight
 */

/** Among fewer chunks than these no word is rare; those who see few are answered as if they saw so many. */
const FEWEST = 150
/** Sets kept: one for each list of audiences that bots have, and a few instants. */
const MOST_SETS = 12
/** Terms counted in one set or in all; questions repeat a few thousand. */
const MOST_COUNTS = 20_000

/**
 * @param {Run} read
 * @param {number} n the version's number
 */
export function createVisible(read, n) {
  /** @type {Visible[]} the one used last at the end */
  let sets = []
  let made = 0
  /** Of all rows, as FTS5 counts them. */
  let all = { generation: -1, size: 0, mean: 1, counts: /** @type {Map<string, number>} */ (new Map()) }
  /** One at a time, or two questions would make the same set. */
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve()

  /** The instants before and after `at` at which anything begins or ends: between them the set is one. @param {number} at */
  const intervalAt = async (at) => {
    const { rows } = await read({
      sql: `select max(value) filter (where value <= ?) before, min(value) filter (where value > ?) after from
        (select valid_from value from points_${n} union all select valid_to from points_${n} where valid_to is not null)`,
      args: [at, at],
    })
    return { from: Number(rows[0]?.['before'] ?? -Infinity), to: Number(rows[0]?.['after'] ?? Infinity) }
  }

  /** @param {Asker} asker @param {number} generation */
  const make = async ({ audiences, at }, generation) => {
    const table = `temp.visible_${n}_${++made}`
    const { from, to } = await intervalAt(at)
    await read(`create table ${table} (seq integer primary key, length integer not null)`)
    await read({
      sql: `insert into ${table} select seq, coalesce((select ${LENGTH} from words_${n}_docsize d where d.id = seq), 0)
        from points_${n} where audience in (${audiences.map(() => '?').join(', ')})
        and valid_from <= ? and (valid_to is null or valid_to > ?)`,
      args: [...audiences, at, at],
    })
    const { rows } = await read(`select count(*) n, max(1.0, coalesce(avg(length), 1)) mean from ${table}`)
    const [size, mean] = [Number(rows[0]?.['n']), Number(rows[0]?.['mean'])]
    const found = await read(
      `select distinct p.locale from ${table} v cross join points_${n} p on p.seq = v.seq order by 1`,
    )
    const locales = found.rows.map((row) => String(row['locale']))
    return { table, key: keyOf(audiences), generation, from, to, size, mean, locales, counts: new Map() }
  }

  /** @param {Visible[]} dropped */
  const drop = async (dropped) => {
    for (const { table } of dropped) await read(`drop table if exists ${table}`)
  }

  /** @param {Asker} asker @param {number} generation */
  const find = async (asker, generation) => {
    const old = sets.filter((set) => set.generation !== generation)
    sets = sets.filter((set) => set.generation === generation)
    await drop(old)
    const key = keyOf(asker.audiences)
    const known = sets.find((set) => set.key === key && set.from <= asker.at && asker.at < set.to)
    // A connection that failed took its temporary tables with it.
    if (known && !(await exists(read, known.table))) sets = []
    const set = known && sets.includes(known) ? known : await make(asker, generation)
    sets = [...sets.filter((each) => each !== set), set]
    await drop(sets.splice(0, Math.max(0, sets.length - MOST_SETS)))
    return set
  }

  return {
    /**
     * @param {Asker} asker
     * @param {number} generation the index's
     * @returns {Promise<Visible>}
     */
    of(asker, generation) {
      const mine = turn.then(() => find(asker, generation))
      turn = mine.catch(() => {})
      return mine
    },

    /** In how many chunks of the set the term stands. @param {Visible} set @param {string} term */
    countIn: (set, term) =>
      counted(set.counts, term, async () => {
        const { rows } = await read({
          sql: `select count(*) n from words_${n} w cross join ${set.table} v on v.seq = w.rowid where words_${n} match ?`,
          args: [phraseOf(term)],
        })
        return Number(rows[0]?.['n'])
      }),

    /**
     * What FTS5 weighs a term with, and what it is to be weighed with among the chunks of the set; null where none holds it.
     * @param {Visible} set @param {string} term @returns {Promise<Weight | null>}
     */
    async weightIn(set, term) {
      const here = await this.countIn(set, term)
      if (here === 0) return null
      if (all.generation !== set.generation) {
        const { rows } = await read(`select block from words_${n}_data where id = 1`)
        all = { generation: set.generation, ...totalsIn(rows[0]?.['block']), counts: new Map() }
      }
      const everywhere = await counted(all.counts, term, async () => {
        const { rows } = await read({
          sql: `select count(*) n from words_${n} where words_${n} match ?`,
          args: [phraseOf(term)],
        })
        return Number(rows[0]?.['n'])
      })
      return {
        rarity: rarity(Math.max(set.size, FEWEST), here),
        rarityOfAll: rarity(all.size, everywhere),
        meanOfAll: all.mean,
      }
    },
  }
}

/** How many terms a row has: FTS5 keeps it as a number in bytes of seven bits, the highest first. */
const LENGTH = (() => {
  const digit = (/** @type {number} */ i) => `(instr('0123456789ABCDEF', substr(hex(d.sz), ${i}, 1)) - 1)`
  const byte = (/** @type {number} */ i) => `(${digit(2 * i - 1)} * 16 + ${digit(2 * i)})`
  return `case length(d.sz) when 1 then ${byte(1)} when 2 then (${byte(1)} - 128) * 128 + ${byte(2)}
    else (${byte(1)} - 128) * 16384 + (${byte(2)} - 128) * 128 + ${byte(3)} end`
})()

/**
 * How many rows FTS5 has, and their mean length: the two numbers at the head of its statistics.
 * @param {import('@libsql/client').Value | undefined} block
 */
function totalsIn(block) {
  const bytes = block instanceof ArrayBuffer ? new Uint8Array(block) : new Uint8Array()
  const numbers = []
  for (let at = 0; at < bytes.length && numbers.length < 2; at++) {
    let value = 0
    for (; (bytes[at] ?? 0) >= 128; at++) value = value * 128 + (bytes[at] ?? 0) - 128
    numbers.push(value * 128 + (bytes[at] ?? 0))
  }
  const [size = 0, terms = 0] = numbers
  return { size, mean: size > 0 && terms > 0 ? terms / size : 1 }
}

/** A term holds letters, marks and digits only. @param {string} term */
export const phraseOf = (term) => `"${term.replaceAll('"', '""')}"`

/** As FTS5's bm25() has it. @param {number} rows @param {number} hits */
const rarity = (rows, hits) => Math.max(1e-6, Math.log((Math.max(rows, hits) - hits + 0.5) / (hits + 0.5)))

/** @param {string[]} audiences */
const keyOf = (audiences) => [...audiences].sort().join(' ')

/** @param {Run} read @param {string} table */
async function exists(read, table) {
  const { rows } = await read({
    sql: `select 1 from sqlite_temp_master where name = ?`,
    args: [table.replace('temp.', '')],
  })
  return rows.length > 0
}

/**
 * @param {Map<string, number>} counts
 * @param {string} term
 * @param {() => Promise<number>} count
 */
async function counted(counts, term, count) {
  const known = counts.get(term)
  if (known !== undefined) return known
  const found = await count()
  if (counts.size >= MOST_COUNTS) counts.clear()
  counts.set(term, found)
  return found
}

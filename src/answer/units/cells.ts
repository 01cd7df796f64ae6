import { cellsOf } from '../markdown'

/**
 * A table's row in words: its first cell, then each other cell with its column's name: "Next day delivery: price £5.95, order by
 * 9 pm". Cells without words are left out; so are the names of a table that has none.
 */
export function sayRow(header: string | null, row: string, only?: readonly number[]): string {
  const [subject = '', ...rest] = cellsOf(row) ?? [row]
  const [over = '', ...names] = (header === null ? null : cellsOf(header)) ?? []
  const said = rest.flatMap((value, i) =>
    hasWords(value) && (only?.includes(i) ?? true) ? [{ name: names[i] ?? '', value }] : [],
  )
  const [one] = said
  if (!one) return subject
  // A column that is alone under nothing is what the row tells of: “Curlew 700 – full charge: 2 hours”.
  if (said.length === 1 && one.name !== '' && subject !== '' && header !== null && !hasWords(over))
    return `${one.name} – ${lowered(subject)}: ${one.value}`
  // What is a figure follows its name; what is a phrase is set off from it.
  const figures = said.every(({ value }) => isFigure(value))
  const parts = said.map(({ name, value }) =>
    name === '' ? value : figures ? `${lowered(name)} ${value}` : `${lowered(name)}: ${lowered(value)}`,
  )
  const all = parts.join(figures ? ', ' : '; ')
  return subject === '' ? raised(all) : figures ? `${subject}: ${all}` : `${subject} – ${all}`
}

/**
 * Which columns a question asks for, where the columns are things of one kind ("Fell 14", "Fell 16") and each row says something of
 * them; all of them where it names none, every one, or others than `columnChoices` has.
 */
export function columnsAsked(
  header: string,
  question: ReadonlySet<string>,
  termsOf: (text: string) => ReadonlySet<string>,
): number[] | undefined {
  const [over = '', ...names] = cellsOf(header) ?? []
  if (hasWords(over) || names.length < 2) return undefined
  const terms = names.map((name) => [...termsOf(name)])
  const alone = terms.map((own) => own.filter((term) => !terms.every((others) => others.includes(term))))
  // "Zone A" has no word of its own where "a" is none: nobody can tell whether it is asked for.
  if (alone.some(({ length }) => length === 0)) return undefined
  const named = alone.flatMap((own, i) => (own.every((term) => question.has(term)) ? [i] : []))
  const isChoice = named.length > 0 && named.length <= CHOSEN && named.every((i) => i < MOST_COLUMNS)
  return isChoice && named.length < names.length ? named : undefined
}

/** More columns of a row are said all together. */
const CHOSEN = 2
/** Of a wider table the first so many are chosen from. */
const MOST_COLUMNS = 8

/** One or two columns of a table, in every way. */
export function columnChoices(header: string): number[][] {
  const count = Math.min(MOST_COLUMNS, (cellsOf(header)?.length ?? 1) - 1)
  const all = Array.from({ length: count }, (_, i) => i)
  const pairs = all.flatMap((i) => all.slice(i + 1).map((j) => [i, j]))
  return [...all.map((i) => [i]), ...pairs]
}

const hasWords = (cell: string): boolean => /[\p{L}\p{N}]/u.test(cell)

const FIGURE = /^(?:[^\p{L}]{0,3}\p{N}\S*(?: \S+){0,3}|free|none|yes|no|unlimited)$/iu
const isFigure = (cell: string): boolean => FIGURE.test(cell)

/** Without the capital that only stands for a cell's beginning; any other word may be a name, and keeps it. */
const lowered = (text: string): string => {
  const [first = ''] = text.split(/[\s,]/, 1)
  return PLAIN.has(first.toLowerCase()) && /^\p{Lu}\p{Ll}+$/u.test(first)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
}

const raised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** English words with which columns are headed and cells begin. */
const PLAIN = new Set(
  (
    'price cost charge fee amount rate limit maximum minimum most least excess deposit discount time days hours when where who what ' +
    'how why which order arrives arrival delivery collection opening closing meaning action reason cause remedy step steps note ' +
    'notes average total monthly yearly annual weekly daily per from to until by within up after before included not no yes free ' +
    'none all any only each every with without for of in on at the a an your our you we it wait check send call ask use open press ' +
    'turn looking working size weight length width height colour battery storage memory screen guarantee cover length period ' +
    'notice refund refunded paid payment contact team channel format frequency speed download upload available offered standard ' +
    'example description details level tier type category item service'
  ).split(' '),
)

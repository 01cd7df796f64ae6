import { RISK_TIERS } from '../vocabulary'
import type { RankedPassage } from '../retrieval/types'
import { shareAbsent } from './named'
import type { Reading, UnitReading } from './reader/types'
import { askedBy, type Asked } from './reader/words/asked'
import { termsOfUnit } from './reader/words/readUnit'
import { coverage } from './terms'
import { isBeside, unitsOfRelease, type PlacedUnit } from './units/placedUnits'

/** A paragraph this short is quoted whole, in characters. */
const SHORT_PARAGRAPH = 360
/** An answer to a question this short is given whole; of a longer one what was asked. */
const SHORT_FAQ = 480
/** The most that is quoted of one list, table or procedure, and of everything. */
const MAX_WHOLE = 1_600
const MAX_CHARACTERS = 700
/** Another item or row is part of the answer from this share of the best one's likelihood on. */
const ALSO_HERE = 0.6
/** Another paragraph is, from this share on. */
const ALSO_THERE = 0.55
/** What is said of another thing that is named, from this share on. */
const ANOTHER = 0.2
/** Units that are looked at for more. */
const MAX_LOOKED_AT = 30
/** Paragraphs, lists or tables beside the one that answers best. */
const MAX_FURTHER = 2
/** A sentence of which another text holds this share of the terms says nothing more. */
const SAID = 0.8

/**
 * Chooses what to quote, from units that were read: what answers best with what belongs to it, then what is nearly as likely
 * to answer. A procedure is whole, so is a list that is asked for; of a table the rows that are asked for; a short paragraph
 * and a short answer of an FAQ are whole.
 */
export function selectUnits(o: { question: string; locale: string; reading: Reading }): PlacedUnit[] {
  const asked = askedBy(o.question, o.locale)
  const likeliest = bestOf(o.reading)
  if (!likeliest) return []
  const best = rowOf(likeliest, asked, o.reading)
  const others = o.reading.units.filter((unit) => unit !== best)
  const chosen = wholeOf(best, { ...o, asked })
  let further = 0
  for (const other of others.slice(0, MAX_LOOKED_AT)) {
    if (further === MAX_FURTHER) break
    const isLikely =
      other.probability >= ALSO_THERE * best.probability && belongsTo(best.placed, other.placed, asked)
    const isOther = best.placed.unit.kind === 'row' && isBeside(best.placed, other.placed)
    // The other rows of its table are of other things: those that belong to it are chosen with it.
    const fits = isLikely && (asked.compared !== null || !isOther)
    if (!fits && !tellsOfAnother(other, { best, chosen, asked })) continue
    if (chosen.some((unit) => isSame(unit, other.placed))) continue
    const more = wholeOf(other, { ...o, asked }).filter(
      (unit) => !chosen.some((one) => isSame(one, unit)) && !isSaid(unit, chosen, o.locale),
    )
    if (more.length === 0 || lengthOf([...chosen, ...more]) > MAX_CHARACTERS) continue
    chosen.push(...more)
    further++
  }
  return inOrder(chosen)
}

/**
 * The likeliest unit; but a text on what always goes to a person is for those in that situation, so another that answers
 * about as well goes before it.
 */
function bestOf({ units }: Reading): UnitReading | undefined {
  const [first] = units
  if (!first?.placed.passage.topic?.escalate) return first
  const open = units.find(({ placed }) => !placed.passage.topic?.escalate)
  return open && open.probability >= ALSO_THERE * first.probability ? open : first
}

/** Of a table's rows that are about as likely the one that holds most of the question, and is named by it most. */
function rowOf(best: UnitReading, { terms, compared }: Asked, { units }: Reading): UnitReading {
  if (best.placed.unit.kind !== 'row' || compared) return best
  const beside = units.filter(
    ({ placed, probability }) => isBeside(placed, best.placed) && probability >= ALSO_HERE * best.probability,
  )
  return beside.reduce((a, b) => (fitOf(b.placed, terms) > fitOf(a.placed, terms) + EVEN ? b : a), best)
}

/** How much of the question a row holds, and then how much of its name the question does. */
function fitOf(row: PlacedUnit, asked: ReadonlySet<string>): number {
  const { own, labels } = termsOfUnit(row, row.passage.locale)
  return coverage(asked, own) + Math.max(0, ...labels.map((label) => coverage(label, asked))) / 10
}
const EVEN = 0.001

/** Whether a unit speaks of one of several named things of which nothing is said yet: a comparison reads them all. */
function tellsOfAnother(
  { placed, probability }: UnitReading,
  { best, chosen, asked }: { best: UnitReading; chosen: readonly PlacedUnit[]; asked: Asked },
): boolean {
  if (asked.names.size < 2 || probability < ANOTHER * best.probability) return false
  const said = chosen.map(everythingOf).join(' ')
  const here = everythingOf(placed)
  return [...asked.names].some((name) => {
    const one = new Set([name])
    return shareAbsent(one, said) === 1 && shareAbsent(one, here) === 0
  })
}

const everythingOf = ({ passage, headingPath, leads, text }: PlacedUnit): string =>
  [passage.document.title, ...headingPath, ...leads, text].join(' ')

interface Context {
  asked: Asked
  reading: Reading
}

/** A unit with what belongs to it. */
function wholeOf(best: UnitReading, o: Context): PlacedUnit[] {
  const { placed } = best
  const release = unitsOfRelease(placed.passage)
  if (placed.passage.document.collection === 'faqs' && lengthOf(release) <= SHORT_FAQ) return release
  const block = release.filter(({ unit }) => unit.block === placed.unit.block)
  switch (placed.unit.kind) {
    case 'step':
      return within(block, placed)
    case 'item':
      return wantsWhole(o.asked) ? within(block, placed) : likely(block, best, o)
    case 'row':
      return lengthOf(block) <= MAX_WHOLE && wantsRows(block, placed, o) ? block : likely(block, best, o)
    case 'sentence':
      return paragraphOf(placed, { block, release })
    default:
      return [placed]
  }
}

const wantsWhole = ({ kind }: Asked): boolean => kind !== 'permission'

/** Rows are asked for all together where the question names none of them and asks for a list. */
const wantsRows = (block: readonly PlacedUnit[], best: PlacedUnit, { asked, reading }: Context): boolean => {
  // Two columns compared in nothing that is named are compared in everything.
  if (asked.compared)
    return coverage(asked.terms, termsOfUnit(best, best.passage.locale).labels[0] ?? new Set()) === 0
  if (asked.kind !== 'list' && asked.kind !== 'place') return false
  const names = block.filter((row) => coverage(asked.terms, termsOfUnit(row, row.passage.locale).own) > 0)
  return names.length === 0 && reading.units.length > 0
}

/** The items or rows that are about as likely to answer as the best. */
function likely(block: readonly PlacedUnit[], best: UnitReading, { reading, asked }: Context): PlacedUnit[] {
  const lacking = ({ leads, text }: PlacedUnit) => shareAbsent(asked.names, [...leads, text].join(' '))
  const chosen = block.filter((unit) => {
    if (isSame(unit, best.placed)) return true
    // The row beside it is of another thing than the one that is named.
    if (!asked.compared && lacking(unit) > lacking(best.placed)) return false
    if (
      unit.unit.kind === 'row' &&
      !asked.compared &&
      fitOf(unit, asked.terms) < fitOf(best.placed, asked.terms) - EVEN
    )
      return false
    const read = reading.units.find(({ placed }) => isSame(placed, unit))
    return read !== undefined && read.probability >= (asked.compared ? 1 : ALSO_HERE) * best.probability
  })
  return within(chosen, best.placed)
}

function paragraphOf(
  placed: PlacedUnit,
  { block, release }: { block: readonly PlacedUnit[]; release: readonly PlacedUnit[] },
): PlacedUnit[] {
  // What leads in to a list is answered by the list, and says nothing without it.
  const ledBy = (sentence: PlacedUnit) =>
    release.filter(
      ({ unit }) => unit.kind !== 'row' && unit.kind !== 'sentence' && leadsIn(sentence, unit.leads),
    )
  const led = ledBy(placed)
  if (led.length > 0) return within([placed, ...led], placed)
  if (lengthOf(block) <= SHORT_PARAGRAPH) return within([...block, ...block.flatMap(ledBy)], placed)
  const from = block.findIndex((unit) => isSame(unit, placed))
  const next = block[from + 1]
  return next && leadsIn(placed, next.unit.leads) ? [placed, next] : [placed]
}

const leadsIn = ({ unit }: PlacedUnit, leads: PlacedUnit['unit']['leads']): boolean =>
  leads.some(({ start }) => start === unit.start)

/** As many as there is room for, nearest to the best first, in their order. */
function within(units: readonly PlacedUnit[], best: PlacedUnit): PlacedUnit[] {
  const kept: PlacedUnit[] = []
  for (const unit of units.toSorted(
    (a, b) => Math.abs(a.index - best.index) - Math.abs(b.index - best.index),
  )) {
    if (kept.length > 0 && lengthOf([...kept, unit]) > MAX_WHOLE) break
    kept.push(unit)
  }
  return kept.toSorted((a, b) => a.index - b.index)
}

/**
 * The same sentence about another product is no part of the answer; nor is an aside worth it that asks for more caution
 * than the answer itself.
 */
const belongsTo = (best: PlacedUnit, other: PlacedUnit, { names }: Asked): boolean =>
  other.passage.chunkId === best.passage.chunkId ||
  (absent(other, names) <= absent(best, names) && cautionOf(other.passage) <= cautionOf(best.passage))

const absent = ({ passage }: PlacedUnit, names: ReadonlySet<string>): number =>
  shareAbsent(names, [passage.document.title, ...passage.headingPath, passage.text].join(' '))

const cautionOf = ({ riskTier, topic }: RankedPassage): number =>
  RISK_TIERS.indexOf(riskTier) + (topic?.escalate ? RISK_TIERS.length : 0)

/** Whether another text says what is quoted already, in nearly the same words. */
const isSaid = (unit: PlacedUnit, chosen: readonly PlacedUnit[], locale: string): boolean =>
  chosen.some((one) =>
    one.passage.releaseId !== unit.passage.releaseId || one.passage.chunkId !== unit.passage.chunkId
      ? coverage(termsOfUnit(unit, locale).own, termsOfUnit(one, locale).own) >= SAID
      : false,
  )

const isSame = (a: PlacedUnit, b: PlacedUnit): boolean =>
  a.passage.releaseId === b.passage.releaseId &&
  a.passage.document.id === b.passage.document.id &&
  a.unit.start === b.unit.start &&
  a.unit.end === b.unit.end

const lengthOf = (units: readonly PlacedUnit[]): number =>
  units.reduce((sum, { text }) => sum + text.length + 1, 0)

/** The best unit's release first; within a release, the order of the text. */
const inOrder = (chosen: readonly PlacedUnit[]): PlacedUnit[] => {
  const releases = [...new Set(chosen.map(({ passage }) => passage.releaseId))]
  return chosen.toSorted(
    (a, b) =>
      releases.indexOf(a.passage.releaseId) - releases.indexOf(b.passage.releaseId) ||
      a.unit.start - b.unit.start,
  )
}

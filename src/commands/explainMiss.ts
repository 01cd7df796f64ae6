import type { Payload } from 'payload'
import type { Calibration } from '../answer/calibration'
import { citationsOf } from '../answer/cited'
import { decide } from '../answer/decide'
import type { ResolvePorts, SearchRequest } from '../answer/find'
import { readInTime } from '../answer/askPart'
import type { Reader } from '../answer/reader/types'
import { CONSIDERED } from '../answer/resolve'
import type { Decision } from '../answer/types'
import type { Visibility } from '../database/passages'
import { mended } from '../retrieval/spelling'
import type { RankedPassage } from '../retrieval/types'
import { AUDIENCES } from '../vocabulary'

type Candidates = Parameters<ResolvePorts['hydrate']>[0]
type Seeing = Pick<Visibility, 'at' | 'audiences' | 'overdueToo' | 'asideToo'> & { locale: string }
type Answers = (how: Partial<Seeing>) => Promise<boolean>

/** What finding out why nothing answered needs from outside. */
export interface Explaining {
  propose: ResolvePorts['retrieve']
  /** The candidates' texts that may be seen so. */
  read(candidates: Candidates, seeing: Seeing): Promise<RankedPassage[]>
  words: Reader
  calibration: Calibration
  /** Whether any topic refuses texts that are overdue. */
  refusesOverdue(): Promise<boolean>
  /** Whether anything is put aside. */
  hasPutAside(): Promise<boolean>
  /** The latest instants before `at` at which a text expired. */
  expiries(at: number): Promise<number[]>
  /** How long reading may take, in ms. */
  withinMs: number
}

/**
 * Why no text answered that the asker may see: whether one would have that they may not. All are always asked, one after the
 * other, so that the time taken tells the caller nothing.
 */
export async function explainMiss(o: Explaining, request: SearchRequest) {
  const answers = answersFromElsewhere(o, request)
  const overdue = (await o.refusesOverdue()) && (await answers({ overdueToo: true }))
  const aside = (await o.hasPutAside()) && (await answers({ asideToo: true }))
  const hidden = await answers({ audiences: AUDIENCES })
  let past = false
  for (const expiry of await o.expiries(request.at))
    if (await answers({ audiences: AUDIENCES, at: expiry - 1 })) past = true
  if (aside) return 'put_aside'
  return overdue ? 'expired' : hidden ? 'not_visible' : past ? 'expired' : null
}

/**
 * By words: what takes longer where there is more to read would tell that there is. The words may take for an answer what the
 * reader of the turn did not, so an answer out of what the asker sees is none.
 */
const answersFromElsewhere =
  (o: Explaining, { question, at, audiences, locale = 'en-GB' }: SearchRequest): Answers =>
  async (how) => {
    const own = { at, audiences, locale }
    const seeing = { ...own, ...how }
    const { candidates, expansion } = await o.propose({ question, limit: CONSIDERED, ...seeing })
    const [passages, seen] = await Promise.all([o.read(candidates, seeing), o.read(candidates, own)])
    const meant = mended(question, expansion?.corrections ?? [])
    const { words, withinMs, calibration } = o
    const reading = await readInTime(words, { question: meant, locale, passages, withinMs })
    const { decision } = decide({ question: meant, passages, locale, calibration, reading })
    return restsOnUnseen(decision, seen)
  }

/** Whether an answer quotes a text that is not among those that the asker sees. Pure. */
export function restsOnUnseen(decision: Decision, seen: readonly RankedPassage[]): boolean {
  const documents = new Set(seen.map(({ document }) => document.id))
  return (
    decision.outcome === 'answered' &&
    citationsOf(decision).some(({ document }) => !documents.has(document.id))
  )
}

/** Texts that expired within the last year are asked, the latest few instants of them. */
const EXPIRIES_ASKED = 3
const YEAR_MS = 365 * 24 * 3_600_000

/** The latest instants within a year before `at` at which a text expired. */
export async function expiriesBefore({ payload, at }: { payload: Payload; at: number }): Promise<number[]> {
  const { docs } = await payload.find({
    collection: 'releases',
    where: {
      and: [
        { validTo: { less_than_equal: new Date(at).toISOString() } },
        { validTo: { greater_than: new Date(at - YEAR_MS).toISOString() } },
        { expiresAt: { exists: true } },
      ],
    },
    sort: '-validTo',
    depth: 0,
    limit: EXPIRIES_ASKED,
    pagination: false,
    select: { validTo: true },
  })
  return docs.flatMap(({ validTo }) => (validTo ? [Date.parse(validTo)] : []))
}

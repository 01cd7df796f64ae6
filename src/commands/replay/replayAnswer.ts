import { idOf } from '../../records/content'
import type { Answer, Bot } from '../../../payload-types'
import type { Turn } from '../../answer/types'
import type { Deps } from '../../deps'
import { assertMayAskAbout } from '../askedInstant'
import { askingBot } from '../askingBot'
import { decideTurn } from '../decideTurn'
import { countMisses } from '../earlierMisses'
import { describeAnswer, describeCitation, type DescribedAnswer } from '../describeAnswer'
import { ReceiptErased } from '../erasure/receiptErased'
import { NotFoundError } from '../governedDocument'
import { parseReceipt, type ReceiptRecord } from '../parseReceipt'
import { checkEvidence, type EvidenceCheck } from './checkEvidence'
import { differencesOf } from './differences'
import type { Difference } from './difference'
import { releasesOfDocuments } from './releasesOfDocuments'
import type { UsedText } from './textDifferences'
import { verdictOf, type Verdict } from './verdict'

/** A receipt looked at again: whether what it rests on still stands, and what would be answered today. */
export interface Replay {
  receiptId: string
  replayedAt: string
  /** The instant that was asked about again: now, or the one that the question itself named. */
  asOf: string
  /** As it was replayed. `redacted`: secrets were taken out of it when it was stored, so it was asked without them. */
  question: { text: string; redacted: boolean }
  evidence: { intact: boolean; passages: EvidenceCheck[] }
  verdict: Verdict
  /** The verdict and its reasons in one or two sentences. */
  summary: string
  differences: Difference[]
  original: DescribedAnswer
  today: DescribedAnswer
}

/** Asked about another instant than the present one: further apart than any request takes. */
const BACKDATED_MS = 60_000
/** Where nothing was cited: the texts that came nearest, and so decided it. */
const NEAREST = 3

/**
 * Replays a receipt. Its evidence is looked up by id and compared byte for byte; then its stored question is decided
 * anew with the texts, bot, index and calibration of now. Secrets were redacted from what is stored, so such a question
 * is asked without them, and the result says so. Stores nothing: no receipt, no gap, no hand-over.
 * @param bot whose receipt it must be; none for a person, who may read what was withdrawn since.
 * @throws {NotFoundError} when there is no such receipt, or it is another bot's; {InstantRefused} when that bot may not
 *   ask about the receipt's instant; {ReceiptErased}.
 */
export const replayAnswer = async (
  deps: Deps,
  { receiptId, bot: asking = null }: { receiptId: string; bot?: Bot | null },
): Promise<Replay> => {
  const { row, bot } = await findReceipt(deps, receiptId, asking?.id)
  const record = parseReceipt(row)
  const askedAt = Date.parse(row.createdAt)
  const present = Math.abs(Date.parse(row.asOf) - askedAt) <= BACKDATED_MS
  if (asking && !present) assertMayAskAbout(asking, row.asOf)
  const misses = await countMisses(deps.payload, {
    bot: bot.id,
    conversationId: row.conversationId ?? null,
    before: row.createdAt,
  })
  const turn = { ...turnOf(row, record, present ? Date.now() : Date.parse(row.asOf)), misses }
  const [passages, { resolution, versions }] = await Promise.all([
    checkEvidence(deps.payload, record),
    decideTurn(deps, {
      turn,
      bot: askingBot(bot),
      withdrawnToo: !asking && !present && turn.at < Date.now(),
    }),
  ])
  const original = answeredThen(row, record)
  const today = describeAnswer({ turn, bot: askingBot(bot), resolution, versions })
  const used = { was: usedIn(original, record.considered), is: usedIn(today, resolution.considered) }
  const verdict = verdictOf(original, today)
  const differences = differencesOf({
    at: turn.at,
    askedAt,
    evidence: passages,
    used,
    releases: await releasesOfDocuments(deps.payload, [...used.was, ...used.is]),
    audiences: { was: record.audiences, is: bot.audiences, on: Boolean(bot.enabled) },
    versions: { was: original.versions, is: today.versions },
    degraded: { was: original.degraded, is: today.degraded },
    generation: { was: original.generation, is: today.generation },
  })
  const explained = verdict === 'same' ? differences : [...differences, ...unexplained(differences, row)]
  return {
    receiptId: row.id,
    replayedAt: new Date().toISOString(),
    asOf: new Date(turn.at).toISOString(),
    question: { text: row.question, redacted: Boolean(row.redacted) },
    evidence: { intact: passages.every(({ state }) => state === 'identical'), passages },
    verdict,
    summary: summaryOf(verdict, explained),
    differences: explained,
    original,
    today,
  }
}

const findReceipt = async (
  { payload }: Deps,
  id: string,
  onlyOf: string | undefined,
): Promise<{ row: Answer; bot: Bot }> => {
  const row = await payload.findByID({ collection: 'answers', id, depth: 0, disableErrors: true })
  if (!row || (onlyOf && idOf(row.bot) !== onlyOf)) throw new NotFoundError(`There is no receipt ${id}.`)
  if (row.erasedAt) throw new ReceiptErased(row)
  const bot = await payload.findByID({ collection: 'bots', id: idOf(row.bot) ?? '', depth: 0 })
  return { row, bot }
}

const turnOf = (row: Answer, { messages }: ReceiptRecord, at: number): Turn => ({
  question: row.question,
  messages,
  locale: row.locale,
  channel: row.channel ?? null,
  conversationId: row.conversationId ?? null,
  customer: row.customer ?? null,
  at,
})

const answeredThen = (
  row: Answer,
  { response, degraded, versions, generation }: ReceiptRecord,
): DescribedAnswer => ({
  outcome: row.outcome,
  reason: row.reason ?? null,
  message: row.message,
  confidence: row.confidence ?? null,
  citations: response.citations.map(describeCitation),
  degraded,
  generation,
  versions,
})

const usedIn = ({ citations }: DescribedAnswer, considered: readonly Considered[]): UsedText[] => {
  const cited = new Set(citations.map(({ chunkId }) => chunkId))
  return cited.size ? considered.filter(({ chunkId }) => cited.has(chunkId)) : considered.slice(0, NEAREST)
}

type Considered = UsedText & { chunkId: string }

const unexplained = (differences: readonly Difference[], { redacted }: Answer): Difference[] => {
  if (redacted)
    return [
      {
        kind: 'question_redacted',
        sentence: 'Secrets were taken out of the question when it was stored, so it was asked without them.',
      },
    ]
  return differences.length
    ? []
    : [
        {
          kind: 'ranking_changed',
          sentence:
            'None of its texts nor anything on record changed: the ranking alone came out otherwise, because the other texts in force weigh in it too.',
        },
      ]
}

const VERDICT_WORDS: Record<Verdict, string> = {
  same: 'The same would be answered today, from the same text.',
  other_evidence: 'The same would be said today, but from another text.',
  other_words: 'It would be answered in other words today.',
  other_outcome: 'Another outcome would come of it today.',
}

const summaryOf = (verdict: Verdict, differences: readonly Difference[]): string =>
  [VERDICT_WORDS[verdict], ...(differences[0] && verdict !== 'same' ? [differences[0].sentence] : [])].join(
    ' ',
  )

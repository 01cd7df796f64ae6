import type { Payload } from 'payload'
import { spanTokens, tokenLine } from '../../answer/spanTokens'
import { pagesOf } from '../../database/pages'
import type { Deps } from '../../deps'
import { VouchError } from '../../errors'
import type { ChainHead } from '../../governance/auditChain'
import type { Answer } from '../../../payload-types'
import { sealRecords } from '../audit/sealRecords'
import { parseReceipt, type ReceiptCitation } from '../parseReceipt'
import { checkReceiptLog } from './receiptLog'
import { findSpans, type FoundSpan } from './servedText'
import { signersOf, type SignedSource } from './signers'

/** A receipt that says it. */
export interface SaidIn {
  receiptId: string
  at: string
  question: string
  outcome: string
  /** The sentence, or the whole message where it is said across several. */
  text: string
  /** What it quoted, and who signed that; none where it is no quotation. */
  sources: SignedSource[]
}

export interface Said {
  /** `unconfirmed`: it was not found, and receipts are missing or altered, so that nobody can say no. */
  verdict: 'yes' | 'no' | 'unconfirmed'
  text: string
  /** How many receipts say it. */
  count: number
  /** The last of them, the newest first. */
  receipts: SaidIn[]
  searched: { receipts: number; from: string | null; to: string | null }
  /** Why it cannot be said that it was never said. */
  breaks: string[]
  auditHead: ChainHead
  keyedSince: string | null
}

/** Receipts that are told of one text; the rest are counted. */
const TOLD = 50
const LONGEST = 10_000

/**
 * Whether any bot of this installation ever said a text. Yes is what a receipt says that is as it was stored; no is only said
 * when every receipt that was ever stored is there, as it was stored.
 * @throws {VouchError} for a text without a word or number.
 */
export async function whetherSaid(
  deps: Pick<Deps, 'payload' | 'env'>,
  { text }: { text: string },
): Promise<Said> {
  const tokens = spanTokens(text)
  if (!tokens.length) throw new VouchError('Give at least one word or number to look for.')
  if (text.length > LONGEST) throw new VouchError(`Give a text of at most ${LONGEST} characters.`)
  const { payload } = deps
  // What waits is sealed first, so that what is said here rests on the audit log to its last row.
  await sealRecords(payload)
  const [found] = await searchReceipts(payload, [text])
  const log = await checkReceiptLog(deps)
  const whole = (found?.hits ?? []).filter(({ id }) => !log.broken.has(id))
  const count = (found?.count ?? 0) - ((found?.hits.length ?? 0) - whole.length)
  return {
    verdict: whole.length ? 'yes' : log.breaks.length ? 'unconfirmed' : 'no',
    text,
    count,
    receipts: await tell(payload, whole.slice(0, TOLD)),
    searched: found?.searched ?? { receipts: 0, from: null, to: null },
    breaks: log.breaks,
    auditHead: log.head,
    keyedSince: log.keyedSince,
  }
}

interface Hit extends FoundSpan {
  id: string
  at: string
  question: string
  outcome: string
  cited: ReceiptCitation[]
}

/** What one pass over the receipts found of a text. */
export interface Found {
  count: number
  /** The newest first. */
  hits: Hit[]
  searched: Said['searched']
}

/** Most hits that are kept of one text: enough that some are whole. */
const KEPT = 500

/** Looks for several texts in every receipt, in one pass. */
export async function searchReceipts(payload: Payload, texts: readonly string[]): Promise<Found[]> {
  const lines = texts.map((text) => tokenLine(spanTokens(text)))
  const searched: Said['searched'] = { receipts: 0, from: null, to: null }
  const found: Found[] = texts.map(() => ({ count: 0, hits: [], searched }))
  for await (const page of pagesOf<Answer>(payload, {
    collection: 'answers',
    by: 'createdAt',
    select: { question: true, outcome: true, message: true, response: true, createdAt: true },
  }))
    for (const row of page) {
      searched.receipts++
      searched.from ??= row.createdAt
      searched.to = row.createdAt
      const { response } = parseReceipt(row)
      findSpans({ ...response, message: row.message }, lines).forEach((span, i) => {
        const of = found[i]
        if (!span || !of) return
        of.count++
        of.hits.unshift(hitOf(row, { span, cited: response.citations }))
        of.hits.length = Math.min(of.hits.length, KEPT)
      })
    }
  return found
}

function hitOf(row: Answer, { span, cited }: { span: FoundSpan; cited: ReceiptCitation[] }): Hit {
  const { id, createdAt: at, question, outcome } = row
  return {
    id,
    at,
    question,
    outcome,
    ...span,
    cited: cited.filter(({ number }) => span.citations.includes(number)),
  }
}

async function tell(payload: Payload, hits: readonly Hit[]): Promise<SaidIn[]> {
  const signers = await signersOf(
    payload,
    hits.flatMap(({ cited }) => cited),
  )
  return hits.map(({ id, at, question, outcome, text, cited }) => ({
    receiptId: id,
    at,
    question,
    outcome,
    text,
    sources: [...new Set(cited.map(({ releaseId }) => releaseId))].flatMap(
      (releaseId) => signers.get(releaseId) ?? [],
    ),
  }))
}

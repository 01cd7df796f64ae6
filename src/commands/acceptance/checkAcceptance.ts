import { v5 as uuidv5 } from 'uuid'
import type { Payload } from 'payload'
import { releasesWith } from '../../../ingestion/releases'
import type { AcceptanceCheck } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { whyBroken, type AcceptanceQuestion } from '../../proofs/acceptance'
import { notify } from '../../records/notify'
import type { RankedPassage } from '../../retrieval/types'
import { createConsidered } from '../overlay/considered'
import { askAbout, asReader } from '../overlay/askAbout'
import { questionedTexts, type TextInForce } from './questionedTexts'
import { reportBroken } from './reportBroken'

const CHECK_NAMESPACE = '1f7c0a52-0f0e-4f57-9a1c-6a1d2c8c5b90'

/** What came of one question after a release. */
export interface CheckedQuestion {
  documentId: string
  question: string
  problem: string | null
}

/**
 * After releases took effect: asks the acceptance questions that they could have touched, of every text in force. One that
 * held and holds no more is put on the backlog and its owner is told, once. @returns what was asked.
 */
export async function checkAcceptance(deps: Deps, releaseIds: readonly string[]): Promise<CheckedQuestion[]> {
  const { payload } = deps
  const texts = await questionedTexts(payload)
  if (texts.length === 0 || releaseIds.length === 0) return []
  const released = await releasesWith(payload, { id: { in: [...releaseIds] } })
  const documents = new Set(released.map(({ documentId }) => documentId))
  const known = await readChecks(payload)
  const considered = await createConsidered(deps)
  const checked: CheckedQuestion[] = []
  for (const text of texts)
    for (const expected of text.questions) {
      const asked = asReader(text.content, expected.question)
      const before = known.get(checkIdOf(text, expected)) ?? null
      const due = !before?.holds || documents.has(text.document.id)
      if (!due && !readsOneOf(documents, await considered(asked))) continue
      const problem = whyBroken(expected, await askAbout(deps, asked), text.document.id)
      await keepCheck(deps, { text, expected, problem, before, brokenBy: releaseIds[0] ?? null })
      checked.push({ documentId: text.document.id, question: expected.question, problem })
    }
  return checked
}

const readsOneOf = (
  documents: ReadonlySet<string>,
  considered: readonly (readonly RankedPassage[])[],
): boolean => considered.flat().some(({ document }) => documents.has(document.id))

const checkIdOf = ({ document }: TextInForce, { question, expects, says }: AcceptanceQuestion): string =>
  uuidv5(JSON.stringify([document.collection, document.id, question, expects, says]), CHECK_NAMESPACE)

async function readChecks(payload: Payload): Promise<Map<string, AcceptanceCheck>> {
  const { docs } = await payload.find({ collection: 'acceptance-checks', depth: 0, pagination: false })
  return new Map(docs.map((row) => [row.id, row]))
}

interface Checked {
  text: TextInForce
  expected: AcceptanceQuestion
  problem: string | null
  before: AcceptanceCheck | null
  brokenBy: string | null
}

async function keepCheck(deps: Deps, { text, expected, problem, before, brokenBy }: Checked): Promise<void> {
  const newlyBroken = problem !== null && before?.holds !== false
  const gap = newlyBroken ? await reportBroken(deps, { text, expected, problem }) : null
  const id = checkIdOf(text, expected)
  const data = {
    id,
    documentCollection: text.document.collection,
    documentId: text.document.id,
    question: expected.question,
    expects: expected.expects,
    holds: problem === null,
    problem,
    brokenBy: problem === null ? null : newlyBroken ? brokenBy : (before?.brokenBy ?? null),
    gap: gap ?? before?.gap ?? null,
    checkedAt: new Date().toISOString(),
  }
  await inTransaction(deps, async (req) => {
    const collection = 'acceptance-checks'
    await (before
      ? req.payload.db.updateOne({ collection, id, data, req })
      : req.payload.db.create({ collection, data, req, returning: false }))
    if (newlyBroken)
      await notify(req, {
        to: [text.owner],
        kind: 'acceptance_broken',
        title: `A question of “${text.title}” does not hold any more`,
        body: `“${expected.question}” ${problem}`,
        href: `/admin/collections/${text.document.collection}/${text.document.id}`,
        key: `acceptance:${id}:${brokenBy}`,
      })
  })
}

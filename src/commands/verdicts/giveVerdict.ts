import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Answer, User } from '../../../payload-types'
import type { TurnLabel } from '../../answer/turn/labels'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { VouchError } from '../../errors'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { redact } from '../../handover/redact'
import { idOf } from '../../records/content'
import { notify } from '../../records/notify'
import { peopleWhoMay } from '../../records/peopleWhoMay'
import { recordAudit } from '../../records/recordAudit'
import { VERDICT_WORDS, type GovernedCollection, type Verdict } from '../../vocabulary'
import { prepareGapOfAnswer, recordGapOfAnswer } from '../gaps/gapOfAnswer'
import { ReceiptErased } from '../erasure/receiptErased'
import { NotFoundError } from '../governedDocument'
import { keepVerdictCase } from './keepVerdictCase'

/** This person does not judge answers. */
export class VerdictRefused extends VouchError {
  override name = 'VerdictRefused'
}

/** What a reviewer says of a turn. */
export interface VerdictGiven {
  receiptId: string
  verdict: Verdict
  note: string | null
  /** Wrong or incomplete because nothing is written about it. */
  missing: boolean
  /** The text that would have answered it. */
  expected: { collection: GovernedCollection; id: string } | null
  /** What the turn is, where it should have gone to a person. */
  label: TurnLabel | null
  drawn: 'risk' | 'random' | null
}

/** What came of a verdict. */
export interface VerdictResult {
  id: string
  /** The eval case that asks it again; null where nobody knows yet what should come of it. */
  evalCase: { id: string; active: boolean } | null
  gapId: string | null
}

/**
 * Keeps a reviewer's verdict on a turn with all that follows from it, in one transaction: the audit row, the eval case, and the
 * gap where knowledge is missing. An unsafe answer is told at once to those who may withdraw texts.
 * @throws {VerdictRefused} @throws {NotFoundError} for a receipt or a text that is not there.
 */
export async function giveVerdict(
  deps: Deps,
  { user, ...given }: VerdictGiven & { user: User },
): Promise<VerdictResult> {
  if (!may(user, 'judgeAnswers')) throw new VerdictRefused(onlyWho('judgeAnswers'))
  const row = await findReceipt(deps, given)
  const lacks = given.missing && (given.verdict === 'wrong' || given.verdict === 'incomplete')
  const gap = lacks ? await prepareGapOfAnswer(deps, row, 'reviewers_verdict') : null
  return inTransaction({ payload: deps.payload, user: { ...user, collection: 'users' } }, async (req) => {
    const id = await storeVerdict(req, { row, user, given: { ...given, missing: lacks } })
    const gapId = gap ? await recordGapOfAnswer(req, row, gap) : null
    const evalCase = await keepVerdictCase(req, row)
    await recordAudit(req, {
      action: 'verdict.given',
      actor: user,
      // What customers and reviewers write is not kept in the audit log: it could not be erased there.
      subject: {
        collection: 'answers',
        id: row.id,
        title: `an answer judged “${VERDICT_WORDS[given.verdict]}”`,
      },
      detail: {
        verdict: given.verdict,
        verdictId: id,
        missing: lacks,
        gapId,
        evalCase: evalCase?.id ?? null,
      },
    })
    if (given.verdict === 'unsafe') await tellUnsafe(req, { row, user })
    return { id, evalCase, gapId }
  })
}

async function findReceipt(
  { payload }: Deps,
  { receiptId, expected }: Pick<VerdictGiven, 'receiptId' | 'expected'>,
): Promise<Answer> {
  const row = await payload.db.findOne<Answer>({
    collection: 'answers',
    where: { id: { equals: receiptId } },
    req: {},
  })
  if (!row) throw new NotFoundError(`There is no receipt ${receiptId}.`)
  if (row.erasedAt) throw new ReceiptErased(row)
  if (!expected) return row
  const { totalDocs } = await payload.count({
    collection: expected.collection,
    where: { id: { equals: expected.id } },
  })
  if (!totalDocs)
    throw new NotFoundError('The text that should have answered it is not there any more. Choose another.')
  return row
}

async function storeVerdict(
  req: PayloadRequest,
  { row, user, given }: { row: Answer; user: User; given: Omit<VerdictGiven, 'receiptId'> },
): Promise<string> {
  const { verdict, note, missing, expected, label, drawn } = given
  const id = randomUUID()
  await req.payload.db.create({
    collection: 'verdicts',
    data: {
      id,
      receipt: row.id,
      bot: idOf(row.bot),
      verdict,
      note: note ? redact(note).text : null,
      missing,
      expectedCollection: expected?.collection ?? null,
      expectedDocument: expected?.id ?? null,
      label: verdict === 'should_have_escalated' ? label : null,
      drawn,
      by: user.id,
      byName: user.name,
    },
    req,
    returning: false,
  })
  return id
}

async function tellUnsafe(req: PayloadRequest, { row, user }: { row: Answer; user: User }): Promise<void> {
  const people = await peopleWhoMay(req.payload, 'withdrawTexts', req)
  await notify(req, {
    to: people.map(({ id }) => id),
    by: user.id,
    kind: 'unsafe',
    title: `${user.name} found an answer unsafe`,
    body: 'Look at what it said and at the texts that it cites; withdraw what must not be said again.',
    href: `/admin/transcripts/${row.id}`,
    key: `unsafe:${row.id}`,
    urgent: true,
  })
}

import type { PayloadRequest } from 'payload'
import { forgetWorkingRow } from '../records/workingRow'
import { settleNotices } from '../records/notify'
import type { User } from '../../payload-types'
import type { Deps } from '../deps'
import type { Transition } from '../governance/types'
import type { GovernedCollection, WorkflowState } from '../vocabulary'
import { followTexts } from './gaps/followTexts'
import { readGoverned, readSignatures, type ReadGoverned } from './governedDocument'
import { judge, recordStep, releaseEditors } from './transitionDocument'
import { EFFECTS } from './transitionEffects'

/** One document on its way through several steps within one transaction. */
export interface Walk {
  read: () => ReadGoverned
  /** @throws {TransitionRefused} when the rules say no; the transaction must not be committed then. */
  step: (user: User, transition: Transition) => Promise<WorkflowState>
  /** Stores the document as the last step left it. What people had open or were asked to do is `endWalks`’s. */
  end: () => Promise<void>
}

/**
 * Takes a document through several steps of an import at once. Each is judged, signed and recorded as it is alone; the
 * document is stored after the last. Nobody is told of a step that is over before its transaction is.
 */
export const walkDocument = async (
  {
    payload,
    chunker,
    req,
    indexLater,
  }: Pick<Deps, 'payload' | 'chunker'> & { req: PayloadRequest; indexLater: (releaseId: string) => void },
  document: { collection: GovernedCollection; id: string },
): Promise<Walk> => {
  const found = { payload, req, ...document }
  const before = await readGoverned(found)
  let read = before
  return {
    read: () => read,
    step: async (user, transition) => {
      const own = Object.assign(Object.create(req) as PayloadRequest, {
        user: { ...user, collection: 'users' },
      })
      const { actor, to } = await judge({ payload, req: own, user, transition, read })
      const effect = await EFFECTS[transition]({
        req: own,
        actor,
        read,
        comment: undefined,
        chunker,
        indexLater,
      })
      const { detail } = effect
      await recordStep(own, { transition, actor, document: read.document, to, via: 'import', detail })
      read = {
        ...read,
        row: { ...read.row, ...effect.row, workflowState: to } as ReadGoverned['row'],
        document: { ...read.document, state: to },
        approvals: transition === 'approve' ? await readSignatures(found, read) : read.approvals,
      }
      return to
    },
    end: async () => {
      const { collection, id } = document
      const data = { ...changedColumns(before.row, read.row), updatedAt: read.row.updatedAt }
      await payload.db.updateOne({ collection, id, data, req, returning: false })
      forgetWorkingRow(req, document)
    },
  }
}

/**
 * For all documents that one transaction has taken on their way: nobody is asked to take them over, or to sign them, any more,
 * and the gaps that they are written for move with them.
 */
export async function endWalks(req: PayloadRequest, walks: readonly Walk[]): Promise<void> {
  if (walks.length === 0) return
  const documents = walks.map((walk) => walk.read().document)
  await releaseEditors(req, ...documents)
  await settleNotices(req, ...documents)
  await followTexts(req, documents)
}

/** What differs between two states of a row. */
const changedColumns = <Row extends object>(before: Row, after: Row): Partial<Row> =>
  Object.fromEntries(
    Object.entries(after).filter(([name, value]) => value !== before[name as keyof Row]),
  ) as Partial<Row>

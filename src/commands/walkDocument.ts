import type { PayloadRequest } from 'payload'
import { settleNotices } from '../records/notify'
import type { User } from '../../payload-types'
import type { Deps } from '../deps'
import type { Transition } from '../governance/types'
import type { GovernedCollection, WorkflowState } from '../vocabulary'
import { readGoverned, readSignatures, type ReadGoverned } from './governedDocument'
import { judge, recordStep, releaseEditors } from './transitionDocument'
import { EFFECTS } from './transitionEffects'

/** One document on its way through several steps within one transaction. */
export interface Walk {
  read: () => ReadGoverned
  /** @throws {TransitionRefused} when the rules say no; the transaction must not be committed then. */
  step: (user: User, transition: Transition) => Promise<WorkflowState>
  /** Stores the document as the last step left it. */
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
  let read = await readGoverned(found)
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
      await payload.db.updateOne({ collection, id, data: { ...read.row }, req })
      await releaseEditors(req, document)
      await settleNotices(req, document)
    },
  }
}

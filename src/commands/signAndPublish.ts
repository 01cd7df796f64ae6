import type { PayloadRequest } from 'payload'
import { queueJob } from '../../ingestion/queue'
import type { User } from '../../payload-types'
import { inBatches, type Outcome } from '../database/inBatches'
import { lookAhead } from '../database/sealWrites'
import type { Deps } from '../deps'
import { VouchError } from '../errors'
import { groupBy } from '../groupBy'
import { missingSignatures, standingApprovals } from '../governance/signatures'
import type { GovernedCollection, WorkflowState } from '../vocabulary'
import { ringWorker } from '../workerBell'
import { readGoverned, readGovernedAhead, type ReadGoverned } from './governedDocument'
import { readReportsAhead } from './impact/standingReport'
import { transitionDocument } from './transitionDocument'
import { endWalks, walkDocument, type Walk } from './walkDocument'

interface People {
  author: User
  approver: User
  cosigner?: User
}

interface Draft {
  collection: GovernedCollection
  id: string
}

type Ports = Pick<Deps, 'payload' | 'chunker'>

/**
 * Takes a draft through its whole review as the people named: each step is the ordinary transition, with its rules, in a
 * transaction of its own. Where an earlier import ended on the way, it goes on from there.
 * @throws {TransitionRefused} where a person may not; {VouchError} where a signature is still missing.
 */
export const signAndPublish = async (
  { payload, chunker }: Ports,
  { collection, id, ...people }: Draft & People,
): Promise<void> => {
  const read = () => readGoverned({ payload, collection, id })
  const found = await read()
  await takeThrough({
    found,
    people,
    read,
    step: async (user, transition) => {
      const request = { collection, id, transition, expectedVersion: found.document.version }
      return (await transitionDocument({ payload, user, chunker, via: 'import' }, request)).state
    },
  })
}

/**
 * The same for many drafts, several in one transaction, each with its own signatures and release; those that were published
 * together are indexed together. What may not be published says why and stops no other; it keeps the steps that were its own.
 */
export async function* signAndPublishAll<Each extends Draft>(
  deps: Ports,
  drafts: readonly Each[],
  people: People,
): AsyncGenerator<{ item: Each; outcome: Outcome<unknown> }> {
  const signed = inBatches(
    { payload: deps.payload, items: drafts },
    {
      ahead: (ahead, req) => readAheadOf(req, ahead),
      each: (draft, req) => publishIn(req, deps, draft, people),
      end: async (req, published) => {
        // Last, for a row that is changed must find what was added before it.
        for (const { walk } of published) await walk.end()
        await endWalks(
          req,
          published.map(({ walk }) => walk),
        )
        await queueJob(req, 'indexRelease', { releaseIds: published.flatMap(({ released }) => released) })
      },
    },
  )
  for await (const { item, outcome } of signed) {
    ringWorker()
    yield { item, outcome: 'error' in outcome ? await stepByStep(deps, item, people) : outcome }
  }
}

const publishIn = async (
  req: PayloadRequest,
  deps: Ports,
  draft: Draft,
  people: People,
): Promise<Published> => {
  const released: string[] = []
  const { collection, id } = draft
  const walk = await walkDocument(
    { ...deps, req, indexLater: (releaseId) => void released.push(releaseId) },
    { collection, id },
  )
  await takeThrough({ found: walk.read(), people, read: async () => walk.read(), step: walk.step })
  return { draft, walk, released }
}

interface Published {
  draft: Draft
  walk: Walk
  released: string[]
}

const readAheadOf = async (req: PayloadRequest, drafts: readonly Draft[]): Promise<void> => {
  await readGovernedAhead(req, drafts)
  await readReportsAhead(req, drafts)
  for (const [of, own] of groupBy(drafts, ({ collection }) => collection)) {
    const ids = own.map(({ id }) => id)
    await lookAhead(req.payload.db, req, { of, ids })
  }
}

/** Each step in a transaction of its own, so that those before the one that is refused stay. */
const stepByStep = async (
  deps: Ports,
  { collection, id }: Draft,
  people: People,
): Promise<Outcome<unknown>> => {
  try {
    return { done: await signAndPublish(deps, { collection, id, ...people }) }
  } catch (error) {
    return { error }
  }
}

interface Way {
  found: ReadGoverned
  people: People
  read: () => Promise<ReadGoverned>
  step: (user: User, transition: 'submit' | 'approve' | 'publish') => Promise<WorkflowState>
}

const takeThrough = async ({
  found: { document, approvals },
  people: { author, approver, cosigner },
  read,
  step,
}: Way): Promise<void> => {
  let { state } = document
  if (state === 'draft') state = await step(author, 'submit')
  const signed = standingApprovals(document, approvals)
  for (const signer of cosigner ? [approver, cosigner] : [approver])
    if (state !== 'approved' && !signed.some((approval) => approval.approver === signer.id))
      state = await step(signer, 'approve')
  if (state !== 'approved') {
    const now = await read()
    const missing = missingSignatures(now.document, now.approvals)
    if (missing) throw new VouchError(missing)
  }
  await step(approver, 'publish')
}

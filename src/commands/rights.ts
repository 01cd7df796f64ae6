import type { Payload, PayloadRequest } from 'payload'
import { byCommand } from '../records/byCommand'
import { recordAudit } from '../records/recordAudit'
import { idOf } from '../records/content'
import { notify } from '../records/notify'
import { turnFactorOff } from '../records/secondFactor/changeFactor'
import { readAccountActs } from '../records/rights/accountActs'
import type { Grant, User } from '../../payload-types'
import { inTransaction } from '../database/transaction'
import { VouchError } from '../errors'
import { setUpBy } from '../governance/accounts'
import { refuseConfirming } from '../governance/rights'
import { readActor } from './actor'
import { putCalibrationInForce } from './calibrations'
import { NotFoundError } from './governedDocument'

/** Why a right was neither confirmed nor refused; the message is for the person who tried. */
export class RightRefused extends VouchError {
  override name = 'RightRefused'
}

/** A right that waits, with what decides who may agree to it. */
export interface PendingRight {
  id: string
  title: string
  asker: string
  askedByName: string
  about: string | null
  askerSetUpBy: string[]
  /** Where it is confirmed, within the admin. */
  href: string
  /** When it was asked for; ISO 8601. */
  at: string
}

/** Rights that wait for a second person. @param subjectId those on one person, topic or calibration. */
export const readPendingRights = async (
  payload: Payload,
  { subjectId, req }: { subjectId?: string; req?: PayloadRequest } = {},
): Promise<PendingRight[]> => {
  const { docs } = await payload.find({
    collection: 'grants',
    where: {
      and: [{ state: { equals: 'pending' } }, ...(subjectId ? [{ subjectId: { equals: subjectId } }] : [])],
    },
    sort: 'createdAt',
    depth: 1,
    pagination: false,
    ...(req && { req }),
  })
  const now = Date.now()
  const askers = docs.flatMap(({ askedBy }) => idOf(askedBy) ?? [])
  const acts = await readAccountActs(payload, { accounts: askers, req })
  return docs.map(({ id, title, askedBy, person, kind, subjectId: subject, createdAt }) => {
    const asker = idOf(askedBy) ?? ''
    return {
      id,
      title,
      asker,
      askedByName: typeof askedBy === 'object' ? askedBy.name : 'A person who has left',
      about: idOf(person),
      askerSetUpBy: setUpBy(acts, asker, { from: now, to: now }),
      href: HREFS[kind](subject),
      at: createdAt,
    }
  })
}

/**
 * Agrees to a right that another person gave, or refuses it; with the first it takes effect.
 * @throws {RightRefused} when this person may not. @throws {NotFoundError} when nothing of that id waits.
 */
export const decideRight = (
  { payload, user }: { payload: Payload; user: User },
  { id, decision }: { id: string; decision: 'confirm' | 'refuse' },
): Promise<Grant> =>
  inTransaction({ payload, user: { ...user, collection: 'users' } }, async (req) => {
    const pending = (await readPendingRights(payload, { req })).find((each) => each.id === id)
    const grant = pending && (await payload.findByID({ collection: 'grants', id, depth: 0, req }))
    if (!grant) throw new NotFoundError(`No right ${id} waits for anyone.`)
    const why = refuseConfirming(await readActor(payload, user, req), pending)
    // Who asked may take it back.
    if (why && !(decision === 'refuse' && pending.asker === user.id)) throw new RightRefused(why)
    const decided = {
      state: decision === 'confirm' ? ('confirmed' as const) : ('refused' as const),
      decidedBy: user.id,
      decidedAt: new Date().toISOString(),
    }
    await payload.db.updateOne({ collection: 'grants', id, data: { ...grant, ...decided }, req })
    await recordAudit(req, {
      action: `right.${decided.state}`,
      actor: user,
      subject: grant.person
        ? { collection: 'users', id: idOf(grant.person) ?? '', title: grant.title }
        : { collection: 'grants', id, title: grant.title },
      detail: { grant: id, askedBy: pending.asker },
    })
    if (decision === 'confirm') await TAKE_EFFECT[grant.kind](req, grant, user)
    await tell(req, { grant, user, decision })
    return { ...grant, ...decided }
  })

const tell = (
  req: PayloadRequest,
  { grant, user, decision }: { grant: Grant; user: User; decision: 'confirm' | 'refuse' },
): Promise<void> =>
  notify(req, {
    to: [idOf(grant.person), idOf(grant.askedBy)],
    by: user.id,
    kind: 'right',
    title: `${grant.title}: ${user.name} ${decision === 'confirm' ? 'agreed' : 'refused'}`,
    href: HREFS[grant.kind](grant.subjectId),
    key: `right-decided:${grant.id}`,
  })

const HREFS: Record<Grant['kind'], (id: string) => string> = {
  roles: (id) => `/admin/collections/users/${id}`,
  topic: (id) => `/admin/collections/topics/${id}`,
  calibration: (id) => `/admin/collections/calibrations/${id}`,
  second_factor: (id) => `/admin/collections/users/${id}`,
}

const context = () => ({ [byCommand]: true })

const TAKE_EFFECT: Record<
  Grant['kind'],
  (req: PayloadRequest, grant: Grant, user: User) => Promise<unknown>
> = {
  roles: async (req, { subjectId: id, roles: given }) => {
    const { roles } = await req.payload.findByID({ collection: 'users', id, depth: 0, req })
    const all = [...new Set([...roles, ...(given ?? [])])]
    return req.payload.update({
      collection: 'users',
      id,
      data: { roles: all },
      context: context(),
      depth: 0,
      req,
    })
  },
  topic: async (req, { subjectId: id, person }) => {
    const topic = await req.payload.findByID({ collection: 'topics', id, depth: 0, req })
    const approvers = [...(topic.approvers ?? []), person].flatMap((each) => idOf(each) ?? [])
    const data = { approvers: [...new Set(approvers)] }
    return req.payload.update({ collection: 'topics', id, data, context: context(), depth: 0, req })
  },
  calibration: (req, { subjectId }, user) => putCalibrationInForce(req, { id: subjectId, user }),
  second_factor: async (req, { subjectId: id }, user) => {
    const person = await req.payload.findByID({ collection: 'users', id, depth: 0, req })
    // They may have turned it off meanwhile.
    if (person.secondFactor)
      await turnFactorOff(req, { person, actor: user, action: 'reset', sessions: [] })
  },
}

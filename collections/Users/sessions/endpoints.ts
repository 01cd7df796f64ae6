import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import type { User } from '../../../payload-types'
import { inTransaction } from '../../../src/database/transaction'
import { recordAudit } from '../../../src/records/recordAudit'
import { readSessions } from '../../../src/records/sessions'
import { presentSession, readBody, signedInPerson } from '../ownAccount'

const EndSchema = z.union(
  [z.object({ id: z.string().max(100) }), z.object({ others: z.literal(true) })],
  { error: 'Name the session by its id, or say others: true.' },
)

/** Where a person is signed in: their own sessions, and how to end them. */
export const sessionEndpoints: Endpoint[] = [
  {
    path: '/sessions',
    method: 'get',
    handler: async (req) => {
      const person = await signedInPerson(req)
      const sessions = await readSessions(req.payload, { person: person.id, present: presentSession(person) })
      return Response.json({ sessions }, { headers: { 'cache-control': 'no-store' } })
    },
  },
  {
    path: '/sessions/end',
    method: 'post',
    handler: async (req) => {
      const person = await signedInPerson(req)
      const which = await readBody(req, EndSchema)
      const present = presentSession(person)
      const ended = await inTransaction({ payload: req.payload }, (own) =>
        endSessions(own, {
          person,
          ends: (id) => ('others' in which ? id !== present : id === which.id),
        }),
      )
      if (!ended && 'id' in which)
        throw new APIError('There is no such session any more.', 404, undefined, true)
      return Response.json({ ended })
    },
  },
]

/** @returns how many. */
async function endSessions(
  req: PayloadRequest,
  { person, ends }: { person: User; ends: (id: string) => boolean },
): Promise<number> {
  const stored = await req.payload.db.findOne<User>({
    collection: 'users',
    where: { id: { equals: person.id } },
    req,
  })
  const all = stored?.sessions ?? []
  const sessions = all.filter(({ id }) => !ends(id))
  if (sessions.length === all.length) return 0
  // As Payload marks what it writes when it changes sessions alone.
  await req.payload.db.updateOne({
    collection: 'users',
    id: person.id,
    data: { sessions, updatedAt: null },
    req,
    returning: false,
  })
  await recordAudit(req, {
    action: 'user.sessions_ended',
    actor: person,
    subject: { collection: 'users', id: person.id, title: person.name },
    detail: { sessions: all.length - sessions.length },
  })
  return all.length - sessions.length
}

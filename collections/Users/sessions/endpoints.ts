import { APIError, type Endpoint } from 'payload'
import { z } from 'zod'
import { endSessions, readSessions } from '../../../src/records/sessions'
import { presentSession, readBody, signedInPerson } from '../ownAccount'

const EndSchema = z.union([z.object({ id: z.string().max(100) }), z.object({ others: z.literal(true) })], {
  error: 'Name the session by its id, or say others: true.',
})

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
      const ended = await endSessions(req.payload, {
        person,
        ends: (id) => ('others' in which ? id !== present : id === which.id),
      })
      if (!ended && 'id' in which)
        throw new APIError('There is no such session any more.', 404, undefined, true)
      return Response.json({ ended })
    },
  },
]

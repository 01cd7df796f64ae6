import type { BaseDatabaseAdapter } from 'payload'
import { deviceWords } from '../governance/deviceWords'

interface Session {
  id: string
  createdAt: Date | string
  device?: string | null
  expiresAt: Date | string
}

/**
 * Payload reads an account, looks at the password for a fifth of a second, and then writes the whole account as it had read
 * it, with the new session added: who signs in on two devices at once is signed out of one, and a role that was taken away
 * meanwhile comes back. Makes such a write add the session to the account as it is now, with what it was begun with, and
 * change nothing else. Call once,
 * before others wrap the adapter.
 */
export function addSessions(db: Pick<BaseDatabaseAdapter, 'findOne' | 'updateOne'>): void {
  const updateOne = db.updateOne.bind(db)
  db.updateOne = async (args) => {
    const fresh = freshSessions(args.data)
    if (!fresh.length || args.id === undefined) return updateOne(args)
    const { collection, id, req } = args
    const account = await db.findOne<{ id: string; sessions?: Session[] }>({
      collection,
      where: { id: { equals: id } },
      ...(req && { req }),
    })
    const device = deviceWords(req?.headers?.get('user-agent'))
    const sessions = [
      ...(account?.sessions ?? []).filter(isValid),
      ...fresh.map((session) => Object.assign(session, { device })),
    ]
    return updateOne({ ...args, data: { sessions, updatedAt: null } })
  }
}

/** The sessions that this very sign-in made: what was stored comes back with its dates as text. */
function freshSessions({ sessions, updatedAt }: Record<string, unknown>): Session[] {
  // As Payload marks what it writes when it changes sessions alone.
  if (updatedAt !== null || !Array.isArray(sessions)) return []
  return (sessions as Session[]).filter(({ createdAt }) => createdAt instanceof Date)
}

const isValid = ({ expiresAt }: Session): boolean => new Date(expiresAt).getTime() > Date.now()

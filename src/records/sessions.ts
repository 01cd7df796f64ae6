import type { Payload } from 'payload'
import type { User } from '../../payload-types'
import { inTransaction } from '../database/transaction'
import { recordAudit } from './recordAudit'

/** Where a person is signed in. */
export interface OwnSession {
  id: string
  /** ISO 8601. */
  since: string
  /** When it ends unless it is used before; ISO 8601. */
  until: string
  /** Browser and system in words; null for a program, or where it was not kept. */
  device: string | null
  /** Whether it is the one that asks. */
  present: boolean
}

/** A person’s sessions that are open, the newest first. */
export async function readSessions(
  payload: Payload,
  { person, present }: { person: string; present: string | null },
): Promise<OwnSession[]> {
  const user = await payload.db.findOne<User>({
    collection: 'users',
    where: { id: { equals: person } },
  })
  return (user?.sessions ?? [])
    .filter(({ expiresAt }) => Date.parse(expiresAt) > Date.now())
    .map(({ id, createdAt, expiresAt, device }) => ({
      id,
      since: createdAt ?? '',
      until: expiresAt,
      device: device ?? null,
      present: id === present,
    }))
    .toSorted((a, b) => b.since.localeCompare(a.since))
}

/** Ends a person’s sessions, recorded. @param ends says of each whether it does. @returns how many. */
export function endSessions(
  payload: Payload,
  { person, ends }: { person: Pick<User, 'id' | 'name'>; ends: (id: string) => boolean },
): Promise<number> {
  return inTransaction({ payload }, async (req) => {
    const where = { id: { equals: person.id } }
    const stored = await payload.db.findOne<User>({ collection: 'users', where, req })
    const all = stored?.sessions ?? []
    const sessions = all.filter(({ id }) => !ends(id))
    const ended = all.length - sessions.length
    if (!ended) return 0
    // As Payload marks what it writes when it changes sessions alone.
    const data = { sessions, updatedAt: null }
    await payload.db.updateOne({ collection: 'users', id: person.id, data, req, returning: false })
    await recordAudit(req, {
      action: 'user.sessions_ended',
      actor: person,
      subject: { collection: 'users', id: person.id, title: person.name },
      detail: { sessions: ended },
    })
    return ended
  })
}

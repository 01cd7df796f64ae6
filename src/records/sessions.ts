import type { Payload } from 'payload'
import type { User } from '../../payload-types'

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

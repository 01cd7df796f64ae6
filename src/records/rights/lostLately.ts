import type { PayloadRequest } from 'payload'
import { SET_UP_DAYS } from '../../governance/accounts'
import { may, rolesThatMay } from '../../governance/permissions'
import type { PersonWithRights } from '../../governance/rights'
import type { Role } from '../../vocabulary'

const DAY_MS = 86_400_000

/**
 * People whose right to look at rights this person took within the last days. They still count as the second person, or
 * taking it would make the taker alone. Nobody can confirm meanwhile; the days must pass.
 */
export const lostLately = async (req: PayloadRequest, taker: string): Promise<PersonWithRights[]> => {
  const { docs } = await req.payload.find({
    collection: 'audit-log',
    where: {
      and: [
        { action: { equals: 'user.changed' } },
        { actor: { equals: taker } },
        { at: { greater_than: new Date(Date.now() - SET_UP_DAYS * DAY_MS).toISOString() } },
      ],
    },
    depth: 0,
    pagination: false,
    select: { subjectId: true, title: true, detail: true },
    req,
  })
  return docs.flatMap(({ subjectId, title, detail }) => {
    const { roles, leftAt } = (detail as { changes?: Changes } | null)?.changes ?? {}
    const before: readonly Role[] = roles?.from ?? (leftAt?.to ? rolesThatMay('confirmRights') : [])
    const lost = before.filter((role) => leftAt?.to || !roles?.to?.includes(role))
    return may({ roles: lost }, 'confirmRights')
      ? [{ id: subjectId, name: title ?? subjectId, roles: lost }]
      : []
  })
}

interface Changes {
  roles?: { from?: Role[]; to?: Role[] }
  leftAt?: { from?: string | null; to?: string | null }
}
